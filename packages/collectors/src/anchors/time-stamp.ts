/** A question to a time-stamping authority over HTTP: RFC 3161, section 3.4. What question and answer say is the caller's. */
import { RemoteError } from '../logs/index.ts';

const MAX_ANSWER = 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** The bytes of the answer. Throws RemoteErrors. Redirections are not followed: the authority is the one that was named. */
export async function askTimeStamp(url: string, request: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(request),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (cause) {
    throw new RemoteError(signal.aborted ? 'stopped' : 'interrupted', reasonOf(cause), { cause });
  }
  if (response.status !== 200) throw new RemoteError(response.status === 404 ? 'missing' : 'failed', `HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > MAX_ANSWER) throw new RemoteError('too-large', `more than ${MAX_ANSWER} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cause instanceof RemoteError ? cause : new RemoteError('interrupted', reasonOf(cause), { cause });
  }
  return Buffer.concat(chunks);
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return (inner instanceof Error ? inner.message : String(inner)).split('\n', 1)[0] ?? '';
}
