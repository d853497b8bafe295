/** What can be wrong with a lake as a whole; use-cases put it into the language of the user. */
export type LakeErrorCode =
  | 'missing' // no such folder, or none of a lake
  | 'in-use' // another process writes into it
  | 'ledger-invalid' // a line of the ledger that is no line of ours
  | 'disk-full'
  | 'write-failed'
  | 'engine-missing' // @duckdb/node-api is not installed for this machine
  | 'query-invalid'
  | 'query-forbidden'
  | 'query-timeout'; // it took longer than was allowed

export class LakeError extends Error {
  readonly code: LakeErrorCode;
  /** What the system, the engine or the ledger said; may quote what stands in logs. */
  readonly detail: string;

  constructor(code: LakeErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'LakeError';
    this.code = code;
    this.detail = detail;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The system's own word for what went wrong: `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * An error of writing, told apart by what the system or DuckDB's own file layer says; whatever else it is comes back as it is, for it is a
 * fault of ours.
 */
export function writeFailure(path: string, cause: unknown): unknown {
  if (cause instanceof LakeError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (systemCode(cause) === '' && !/^(?:IO Error|Out of Memory Error)/.test(said)) return cause;
  // DuckDB hands the system's sentence on in its text; there is no code.
  const isFull = FULL.has(systemCode(cause)) || /No space left on device|Disk quota exceeded|File too large/.test(said);
  return new LakeError(isFull ? 'disk-full' : 'write-failed', `${path}: ${said.split('\n', 1)[0] ?? ''}`, cause);
}
