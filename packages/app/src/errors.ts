/** The one error class of the application. */
import { oneLine } from '@kumomori/model';

/** What went wrong, for programs: never branch on the message. All of them end the process with exit code 2. */
export type AppErrorCode =
  | 'usage'
  | 'target-missing'
  | 'target-empty'
  | 'target-unreadable'
  | 'config-missing'
  | 'config-invalid'
  | 'variable-file-missing'
  | 'variable-file-outside'
  | 'unknown-check'
  | 'unknown-framework'
  | 'unknown-id'
  | 'baseline-missing'
  | 'baseline-invalid'
  | 'report-invalid'
  | 'output-failed'
  | 'temporary-failed'
  | 'snapshot-missing'
  | 'snapshot-invalid'
  | 'snapshot-occupied'
  | 'snapshot-in-use'
  | 'no-credentials'
  | 'external-missing'
  | 'external-invalid'
  | 'store-occupied'
  | 'store-unreachable'
  | 'store-newer';

/** Both counted from 1. */
export interface ErrorPlace {
  /** As shown to people. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface AppErrorOptions {
  /** One sentence, in the language of the user. */
  readonly message: string;
  /** What it is about; it is put before the sentence. */
  readonly place?: ErrorPlace;
  readonly cause?: unknown;
  /** Further lines worth showing below the message. */
  readonly details?: readonly string[];
}

/** An expected failure of a whole command. `message` is ready to be shown. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** The message without its place. */
  readonly sentence: string;
  readonly place: ErrorPlace | null;
  readonly details: readonly string[];

  constructor(code: AppErrorCode, { message, place, cause, details = [] }: AppErrorOptions) {
    // Names from scanned code may be anything; a sentence stays one line.
    super(oneLine(place ? `${place.file}:${place.line}:${place.column}: ${message}` : message), { cause });
    this.name = 'AppError';
    this.code = code;
    this.sentence = oneLine(message);
    this.place = place ?? null;
    this.details = details;
  }
}
