/** What can be wrong with a snapshot folder as a whole; use-cases put it into the language of the user. */
export type SnapshotErrorCode =
  | 'missing' // no such folder, or nothing in it that belongs to a snapshot
  | 'manifest-invalid'
  | 'manifest-newer'
  | 'occupied' // a collection shall begin in a folder that holds something else
  | 'unfinished' // a collection that was stopped lies there
  | 'redaction-differs'
  | 'base-unusable' // a collection shall go on from a snapshot that is unfinished or holds nothing of the cloud
  | 'in-use' // another process writes into it
  | 'closed' // an answer came after the end
  | 'disk-full'
  | 'write-failed'
  | 'read-failed';

export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode;
  /** The file or folder. */
  readonly path: string;
  /** What the system or the schema said. */
  readonly detail: string;

  constructor(code: SnapshotErrorCode, path: string, options: { readonly detail?: string; readonly cause?: unknown } = {}) {
    const { detail = options.cause instanceof Error ? options.cause.message : '', cause } = options;
    super(`${path}: ${code}${detail === '' ? '' : ` (${detail})`}`, { cause });
    this.name = 'SnapshotError';
    this.code = code;
    this.path = path;
    this.detail = detail;
  }
}

/** The system's own word for what went wrong: `ENOENT`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function writeError(path: string, cause: unknown): SnapshotError {
  return cause instanceof SnapshotError
    ? cause
    : new SnapshotError(FULL.has(systemCode(cause)) ? 'disk-full' : 'write-failed', path, { cause });
}
