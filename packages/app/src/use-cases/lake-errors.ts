/** What is wrong with a lake, in the language of the user. */
import type { AppErrorCode } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { LakeErrorCode } from '../lake/index.ts';
import { LakeError } from '../lake/index.ts';

const CODES: Readonly<Record<LakeErrorCode, AppErrorCode>> = {
  missing: 'target-missing',
  'in-use': 'snapshot-in-use',
  'ledger-invalid': 'target-unreadable',
  'disk-full': 'output-failed',
  'write-failed': 'output-failed',
  'engine-missing': 'usage',
  'query-invalid': 'usage',
  'query-forbidden': 'usage',
  'query-timeout': 'usage',
};

/** Runs something that uses a lake; its LakeErrors become AppErrors. */
export async function aboutLake<T>(messages: Messages, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof LakeError)) throw cause;
    throw new AppError(CODES[cause.code], { message: messages.lake.errors[cause.code](cause.detail), cause });
  }
}
