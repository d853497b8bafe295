/** One HTTP request that goes only where the operator allows. Redirects are answers like others: they are not followed. */
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { GuardReason } from './check-url.ts';
import { checkUrl } from './check-url.ts';
import type { ResolveOptions } from './resolve.ts';
import { GuardRefusal, guardedLookup } from './resolve.ts';

export interface GuardedRequest {
  readonly url: string;
  /** GET when left out. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface GuardedOptions extends ResolveOptions {
  /** Of the whole exchange, in milliseconds. */
  readonly timeoutMs?: number;
  /** The most of an answer's body that is kept; longer ones fail. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** Why there is no answer though it was allowed to ask. */
export type RequestFailure = 'timeout' | 'unresolved' | 'interrupted' | 'tls' | 'too-large' | 'stopped';

export type GuardedAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: Buffer;
    }
  | { readonly kind: 'refused'; readonly reason: GuardReason }
  | { readonly kind: 'failed'; readonly reason: RequestFailure };

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 1 << 20;

/** Sends it once; never throws. No text of the answer or of the URL stands in a reason. */
export async function guardedRequest(asked: GuardedRequest, options: GuardedOptions): Promise<GuardedAnswer> {
  const verdict = checkUrl(asked.url, options.policy);
  if (verdict.kind === 'refused') return verdict;
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    return await exchange(verdict.url, asked, { ...options, signal });
  } catch (cause) {
    if (cause instanceof GuardRefusal) return { kind: 'refused', reason: cause.reason };
    if (timeout.aborted) return { kind: 'failed', reason: 'timeout' };
    return { kind: 'failed', reason: signal.aborted ? 'stopped' : failureOf(cause) };
  }
}

function exchange(url: URL, { method = 'GET', headers = {}, body }: GuardedRequest, options: GuardedOptions): Promise<GuardedAnswer> {
  const { policy, signal, maxBytes = MAX_BYTES } = options;
  const isTls = url.protocol === 'https:';
  const settings: RequestOptions = {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
    // A connection of its own: one that is kept open was checked for another name.
    agent: false,
    lookup: guardedLookup(options),
    ...(signal ? { signal } : {}),
    ...(isTls && policy.ca ? { ca: [...rootCertificates, ...policy.ca] } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = (isTls ? httpsRequest : httpRequest)(url, settings, (response) => {
      collect(response, maxBytes).then((bytes) => {
        if (bytes === null) request.destroy();
        resolve(
          bytes === null
            ? { kind: 'failed', reason: 'too-large' }
            : { kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body: bytes },
        );
      }, reject);
    });
    request.once('error', reject);
    request.end(body);
  });
}

async function collect(response: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    // Nothing set an encoding: the parts are bytes.
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > maxBytes) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** By the codes of Node, which nodemailer hands on as `originalCode`: resolving, certificates, else the connection. */
export function failureOf(cause: unknown): RequestFailure {
  const given = cause instanceof Error && 'originalCode' in cause ? cause.originalCode : cause;
  const code = given instanceof Error && 'code' in given ? String(given.code) : typeof given === 'string' ? given : '';
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'unresolved';
  if (/CERT|^ERR_(?:TLS|SSL)|^EPROTO$|UNABLE_TO_|ISSUER|^ETLS$/.test(code)) return 'tls';
  return code === 'ETIMEDOUT' ? 'timeout' : 'interrupted';
}
