import type { LogEvent, LogOrigin, LogSource } from '@kumomori/model';
import { oneLine } from '@kumomori/model';
import { withOpenTexts } from './open-texts.ts';
import type { Recognizer } from './recognize.ts';
import { recognizer } from './recognize.ts';
import type { LogHint, LogProblem, LogProblemReason, LogRecord, LogText, SkippedFile } from './types.ts';
import { MAX_PROBLEMS } from './types.ts';

const SHOWN = 80;
const SHOWN_KEYS = 8;
/** Of records that are of no known log, so many are described; the others are counted. */
const DESCRIBED = 3;

/** What has been found in a text so far. One for each text that is read. */
export class Found {
  readonly events: LogEvent[] = [];
  readonly #problems: LogProblem[] = [];
  readonly #recognizer: Recognizer;
  #damaged = 0;
  #unrecognized = 0;
  #skipped: SkippedFile | null = null;
  /** Where the value lies that is being unwrapped. */
  #line: number | null = null;
  #offset: number | null = null;

  constructor(hint: LogHint) {
    this.#recognizer = recognizer(hint.name ?? '');
  }

  at(line: number | null, offset: number | null): void {
    this.#line = line;
    this.#offset = offset;
  }

  /** Adds a record that is of the same log as the last one; false where that is not plain at once. */
  again(record: LogRecord, origin: LogOrigin | null): boolean {
    const source = this.#recognizer.again(record);
    if (source !== null) this.#push(source, record, origin);
    return source !== null;
  }

  /** A record of which only the content is known. */
  record(record: LogRecord, origin: LogOrigin | null): void {
    const source = this.#recognizer.sourceOf(record);
    if (source === null) this.unknown(Object.keys(record));
    else this.#push(source, record, origin);
  }

  #push(source: LogSource, written: LogRecord, origin: LogOrigin | null): void {
    const record = withOpenTexts(source, written);
    this.events.push(origin ? { source, record, origin } : { source, record });
  }

  event(event: LogEvent): void {
    this.events.push(event);
  }

  unknown(keys: readonly string[]): void {
    this.#unrecognized += 1;
    if (this.#unrecognized <= DESCRIBED) this.#add('unknown-record', keys.slice(0, SHOWN_KEYS).join(', '));
  }

  problem(reason: Exclude<LogProblemReason, 'unknown-record'>, detail: string): void {
    this.#damaged += 1;
    this.#add(reason, detail);
  }

  skip(file: SkippedFile): void {
    this.#skipped = file;
  }

  result(): LogText {
    const { events } = this;
    const skipped = events.length > 0 || this.#damaged > 0 || this.#unrecognized > 0 ? null : this.#skipped;
    return { events, problems: this.#problems, damaged: this.#damaged, unrecognized: this.#unrecognized, skipped };
  }

  #add(reason: LogProblemReason, detail: string): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push({ reason, line: this.#line, offset: this.#offset, detail: oneLine(detail.slice(0, SHOWN)) });
  }
}
