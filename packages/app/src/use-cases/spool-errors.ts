/** What is wrong with the folder for temporary files, in the language of the user. */
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { SpoolError } from '../spool/index.ts';

/** The same error for people when it is about temporary files; anything else as it is. */
export function explainedSpool(error: unknown, messages: Messages): unknown {
  if (!(error instanceof SpoolError)) return error;
  return new AppError('temporary-failed', { message: messages.temporary[error.trouble](error.folder, error.detail), cause: error });
}

/** The same pieces; what is wrong with temporary files becomes an AppError. */
export function* explainingSpool<T>(pieces: Iterable<T>, messages: Messages): Generator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw explainedSpool(error, messages);
  }
}
