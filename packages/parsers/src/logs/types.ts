import type { LogEvent } from '@kumomori/model';

/**
 * Why something in a log could not be read: `half-record` the text ends inside it · `bad-json` it is no JSON · `bad-line` a line that does not
 * fit the format of its file · `unknown-record` well-formed, but of no log that is known · `too-nested` wrapped in itself too often ·
 * `too-large` one record over the limit.
 */
export type LogProblemReason = 'half-record' | 'bad-json' | 'bad-line' | 'unknown-record' | 'too-nested' | 'too-large';

export interface LogProblem {
  readonly reason: LogProblemReason;
  /** From 1; null where the text was read as one document, so that no line is known. */
  readonly line: number | null;
  /** Characters from the beginning; null as above. */
  readonly offset: number | null;
  /** Names of the record's keys or how the line begins, on one line, short; never a value of a JSON record. */
  readonly detail: string;
}

/** A file that is well known and holds no events. */
export type SkippedFile = 'cloudtrail-digest' | 'object-head' | 'aws-config' | 'control-message' | 'test-file' | 'empty';

/** What a text of logs holds, in its order. */
export interface LogText {
  readonly events: readonly LogEvent[];
  /** The first of them (at most MAX_PROBLEMS); `damaged` and `unrecognized` count all. */
  readonly problems: readonly LogProblem[];
  /** Records and lines that were there and could not be read. */
  readonly damaged: number;
  /** Records that were read and are of no known log. */
  readonly unrecognized: number;
  readonly skipped: SkippedFile | null;
}

export interface LogHint {
  /** Name or path of the file or object: settles only what the content leaves open. */
  readonly name?: string;
}

export const MAX_PROBLEMS = 100;

/** Longest single record, in characters. A CloudTrail record is at most 256 kB, a Kubernetes object with its metadata a few MB. */
export const MAX_RECORD = 32 * 1024 * 1024;

/** How often a record may be wrapped, lists counted: an event hub's list around a text with a list is 4. */
export const MAX_WRAPPINGS = 8;

/** A record of a log as JSON gives it. */
export type LogRecord = Readonly<Record<string, unknown>>;
