/** What an API server answers instead of what was asked for, and what keeps it from answering. */
import type { CallError, Json } from '@kumomori/model';
import { jsonAt, textOf } from '@kumomori/model';

export interface FailureDetails {
  /** Of the HTTP answer; null when there was none. */
  readonly status?: number | null;
  /** The Status object of the API, or whatever came in its place. */
  readonly body?: Json;
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

export class ApiFailure extends Error {
  /** The API's own reason (`Forbidden`, `Expired`), the network's (`ECONNRESET`), or ours: `Timeout`, `TooLarge`, `MalformedAnswer`. */
  readonly code: string;
  readonly status: number | null;
  readonly body: Json | undefined;
  readonly retryAfterMs: number | null;

  constructor(code: string, message: string, { status = null, body, retryAfterMs = null, cause }: FailureDetails = {}) {
    super(message, { cause });
    this.name = 'ApiFailure';
    this.code = code;
    this.status = status;
    this.body = body;
    this.retryAfterMs = retryAfterMs;
  }

  /** The same call may be answered later. */
  get isPassing(): boolean {
    if (this.code === 'TooLarge' || this.code === 'BudgetSpent' || isAboutTrust(this.code)) return false;
    return this.status === null || this.status === 408 || this.status === 429 || this.status >= 500 || this.code === 'MalformedAnswer';
  }

  /** As a record keeps it. */
  toCallError(permission?: string): CallError {
    const refused = this.status === 403 || this.status === 401;
    return { code: this.code, message: this.message, ...(refused && permission !== undefined && { permission }) };
  }
}

/** The longest that a server may make us wait; a hostile one could ask for years. */
const LONGEST_WAIT_MS = 120_000;
const LONGEST_MESSAGE = 500;

/** The failure that an answer with a status from 400 on (or a redirect, which is never followed) tells of. */
export function failureOf(status: number, body: Json | undefined, retryAfter: string | undefined): ApiFailure {
  const reason = textOf(body, 'reason');
  const said = textOf(body, 'message') ?? `the API server answered ${status}`;
  const [line = ''] = said.split('\n');
  const seconds = Number(retryAfter ?? jsonAt(body, 'details.retryAfterSeconds') ?? Number.NaN);
  return new ApiFailure(reason !== undefined && /^\w{1,60}$/.test(reason) ? reason : String(status), line.slice(0, LONGEST_MESSAGE), {
    status,
    ...(body !== undefined && { body }),
    retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : null,
  });
}

/** A certificate that is not to be trusted is not better the second time. Source: Node.js documentation, "X509 certificate error codes". */
function isAboutTrust(code: string): boolean {
  return /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$|HOSTNAME_MISMATCH|INVALID_CA|ENOTFOUND$)/.test(
    code,
  );
}
