/** What is wrong with a snapshot folder, in the language of the user. */
import type { AppErrorCode } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { KeyFileError } from '../signatures/index.ts';
import type { SnapshotErrorCode } from '../snapshots/index.ts';
import { SnapshotError } from '../snapshots/index.ts';

const codes: Readonly<Record<SnapshotErrorCode, AppErrorCode>> = {
  missing: 'snapshot-missing',
  'manifest-invalid': 'snapshot-invalid',
  'manifest-newer': 'snapshot-invalid',
  occupied: 'snapshot-occupied',
  unfinished: 'snapshot-occupied',
  'redaction-differs': 'snapshot-occupied',
  'base-unusable': 'snapshot-invalid',
  'in-use': 'snapshot-in-use',
  closed: 'output-failed',
  'disk-full': 'output-failed',
  'write-failed': 'output-failed',
  'read-failed': 'target-unreadable',
};

/** The same error for people when it is about a snapshot or a key file; anything else as it is. */
export function explained(error: unknown, messages: Messages): unknown {
  if (error instanceof KeyFileError) {
    const [code, text] =
      error.action === 'read' ? (['target-unreadable', 'read-failed'] as const) : (['output-failed', 'write-failed'] as const);
    return new AppError(code, { message: messages.live.errors[text](error.path, ''), cause: error });
  }
  if (!(error instanceof SnapshotError)) return error;
  return new AppError(codes[error.code], { message: messages.live.errors[error.code](error.path, error.detail), cause: error });
}

/** Calls `use`; what is wrong with a snapshot becomes an AppError. */
export function aboutSnapshots<T>(messages: Messages, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw explained(error, messages);
  }
}
