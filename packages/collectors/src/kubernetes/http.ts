/** One HTTP exchange: bounded in time and size, no redirects. */
import type { Agent as HttpAgent, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ApiFailure } from './failure.ts';

export interface Exchange {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly agent: HttpAgent | HttpsAgent;
  readonly timeoutMs: number;
  /** Of the answer, unpacked. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/** Throws ApiFailure for whatever keeps the answer from coming, and the reason of `signal` when that is aborted. */
export async function exchange(call: Exchange): Promise<HttpAnswer> {
  const limit = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await send(call, AbortSignal.any([call.signal, limit]));
    const text = await read(response, call.maxBytes);
    return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text };
  } catch (cause) {
    call.signal.throwIfAborted();
    if (cause instanceof ApiFailure) throw cause;
    if (limit.aborted) throw new ApiFailure('Timeout', `no answer within ${call.timeoutMs} ms`, { cause });
    throw networkFailure(cause);
  }
}

async function send({ url, method, headers, body, agent }: Exchange, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'http:' ? httpRequest : httpsRequest;
  return await new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(url, { method, agent, signal, headers: { ...headers, ...length, 'accept-encoding': 'gzip' } }, resolve);
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

async function read(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw new ApiFailure('TooLarge', `the answer is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  };
  if (response.headers['content-encoding'] === 'gzip') await pipeline(response, createGunzip(), collect);
  else await pipeline(response, collect);
  return Buffer.concat(chunks).toString('utf8');
}

function networkFailure(cause: unknown): ApiFailure {
  const { code, message } = cause as NodeJS.ErrnoException; // whatever is thrown by a stream or socket
  const [line = ''] = message.split('\n');
  // Node's name for a connection that ended in the middle of an answer.
  const name = code === 'ERR_STREAM_PREMATURE_CLOSE' ? 'ECONNRESET' : (code ?? 'NetworkError');
  return new ApiFailure(name, line.slice(0, 500), { cause });
}
