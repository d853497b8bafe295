/** Refusals of the team's work that whoever asked can do something about. */

export type TeamErrorCode =
  | 'not-signed-in'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'wrong-credentials'
  | 'too-many'
  | 'too-large'
  | 'second-factor'
  | 'password-change';

export class TeamError extends Error {
  readonly code: TeamErrorCode;
  /** Names the refusal for programs and for the texts of the console, `exception-own-request`; null: the code says it all. */
  readonly reason: string | null;
  /** What is wrong with which field of the request. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  /** Seconds until it is worth asking again. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: TeamErrorCode,
    message: string,
    options: {
      readonly reason?: string;
      readonly fields?: TeamError['fields'];
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'TeamError';
    this.code = code;
    this.reason = options.reason ?? null;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}
