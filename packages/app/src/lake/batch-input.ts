/** Objects that are to go into the lake together: their records as lines on disk, until the engine reads them. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '@kumomori/model';
import { unknownKeys } from '@kumomori/model';
import type { LogText } from '@kumomori/parsers';
import type { LogObject, ObjectFault } from '../logs/index.ts';
import type { LineFile } from './fill-batch.ts';
import type { CutRecords } from './fast-trail.ts';
import type { LakeReading } from './reading.ts';
import { UnknownKeys } from './unknown-keys.ts';

/** An object as it was read. */
export interface ObjectDraft {
  readonly object: LogObject;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly inflatedBytes: number;
  readonly fault: ObjectFault | null;
}

export interface BatchObject extends ObjectDraft {
  /** Records that were there. */
  readonly records: number;
  readonly damaged: number;
  readonly unrecognized: number;
}

/** Lines are written when so many characters wait. */
const WAITING = 4 * 1024 * 1024;

export class Batch {
  readonly objects: BatchObject[] = [];
  /** One file for each object whose records the engine reads itself. */
  readonly recordFiles: LineFile[] = [];
  /** By class table: rows that the interpreter made. */
  readonly rowFiles = new Map<string, string>();
  readonly unknownKeys = new UnknownKeys();
  readonly folder: string;
  readonly #reading: LakeReading;
  readonly #keepRaw: boolean;
  readonly #waiting = new Map<string, { lines: string[]; length: number }>();
  #bytes = 0;
  #longest = 0;

  constructor(folder: string, { reading, keepRaw }: { readonly reading: LakeReading; readonly keepRaw: boolean }) {
    this.folder = folder;
    this.#reading = reading;
    this.#keepRaw = keepRaw;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes that no line of a row is longer than. */
  get longestRow(): number {
    // A character of JavaScript is at most three bytes of UTF-8.
    return this.#longest * 3;
  }

  addRecords(draft: ObjectDraft, { lines, count }: CutRecords): void {
    mkdirSync(this.folder, { recursive: true });
    const path = join(this.folder, `${this.objects.length}.lines`);
    writeFileSync(path, lines);
    this.recordFiles.push({ path, object: this.objects.length });
    this.objects.push({ ...draft, records: count, damaged: 0, unrecognized: 0 });
    this.#bytes += draft.inflatedBytes;
  }

  addEvents(draft: ObjectDraft, { events, damaged, unrecognized }: LogText): void {
    const place = this.objects.length;
    this.objects.push({ ...draft, records: events.length, damaged, unrecognized });
    for (const event of events) this.addEvent(place, event);
    this.#bytes += draft.inflatedBytes;
  }

  /** A row through the interpreter. */
  addEvent(object: number, event: LogEvent): void {
    const { classUid, table, row, unmapped } = this.#reading.toOcsf(event);
    const mapping = this.#reading.mappings.get(event.source);
    if (unmapped && mapping) this.unknownKeys.count(event.source, unknownKeys(unmapped, mapping, classUid));
    const line = {
      ...{ o: object, s: event.source, u: unmapped ? JSON.stringify(unmapped) : null },
      ...{ raw: this.#keepRaw ? JSON.stringify(event.record) : null, e: row },
    };
    const waiting = this.#waiting.get(table) ?? { lines: [], length: 0 };
    this.#waiting.set(table, waiting);
    const text = JSON.stringify(line);
    waiting.lines.push(text, '\n');
    waiting.length += text.length;
    this.#longest = Math.max(this.#longest, text.length);
    if (waiting.length > WAITING) this.#write(table, waiting);
  }

  /** An object was read in another way than was thought; what it holds is added by the caller. */
  noteReading(object: LogObject, { events, damaged, unrecognized }: LogText): void {
    const place = this.objects.findIndex((each) => each.object === object);
    const known = this.objects[place];
    if (known) this.objects[place] = { ...known, records: events.length, damaged, unrecognized };
  }

  /** All lines are on disk afterwards. */
  writeRows(): void {
    for (const [table, waiting] of this.#waiting) this.#write(table, waiting);
  }

  #write(table: string, waiting: { lines: string[]; length: number }): void {
    if (waiting.lines.length === 0) return;
    mkdirSync(this.folder, { recursive: true });
    const path = this.rowFiles.get(table) ?? join(this.folder, `${table}.rows`);
    this.rowFiles.set(table, path);
    appendFileSync(path, waiting.lines.join(''));
    waiting.lines = [];
    waiting.length = 0;
  }
}
