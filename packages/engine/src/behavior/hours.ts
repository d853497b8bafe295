/**
 * Active hours of all principals as rows of typed arrays: counts, and of the event that speaks for each hour its time and the numbers of its names. A month
 * of an organization has hundreds of thousands of them, and as objects they were most of what a run kept.
 */
import { LOG_SOURCES } from '@kumomori/model';
import type { DigestReader } from './digest.ts';
import { ACTOR_KINDS, COUNTS, WIDTHS } from './digest.ts';
import type { SampleEvent } from './types.ts';

/** Names of an event's row that many share, after where they stand in a digest's row. */
const NAMES = { account: 3, region: 4, principal: 5, session: 7, sourceIp: 9, userAgent: 10, action: 11 } as const;
const NAME_PLACES = Object.values(NAMES);
/** Names that no row holds any more are dropped when there are so many more than rows can hold. */
const SPARE_NAMES = 100_000;

/** Per row: log, kind of actor, priority. */
const MARKS = 3;

/** Names, numbered; 0 is none. */
interface Names {
  readonly texts: (string | null)[];
  readonly numbers: Map<string, number>;
}

/** State: rows of {@link ActorHours}, and the names they share. */
export class HourTable {
  #size = 0;
  #counts = new Float64Array(0);
  #times = new Float64Array(0);
  #names = new Uint32Array(0);
  #marks = new Uint8Array(0);
  /** By row: what hardly any two events share. */
  #eventIds: (string | null)[] = [];
  #credentials: (string | null)[] = [];
  #resources: (string | null)[] = [];
  #shared: Names = { texts: [null], numbers: new Map() };
  readonly #numberOf = (text: string | null): number => this.#number(text);

  /** A new row for an hour as a digest tells it; null where no event speaks for it. `at`: where the row of `cells` begins. */
  add(reader: DigestReader, at: number): number | null {
    const { cells } = reader.tables;
    const place = cells[at + 3] ?? -1;
    if (!reader.hasEvent(place)) return null;
    const row = this.#size++;
    if (row * COUNTS.length >= this.#counts.length) this.#grow(Math.max(256, row * 2));
    for (let count = 0; count < COUNTS.length; count++) this.#counts[row * COUNTS.length + count] = cells[at + 4 + count] ?? 0;
    this.#speak(row, reader, { priority: cells[at + 2] ?? 0, place });
    return row;
  }

  /** The same hour, told of once more. */
  merge(row: number, reader: DigestReader, at: number): void {
    const { cells } = reader.tables;
    const [priority, place] = [cells[at + 2] ?? 0, cells[at + 3] ?? -1];
    const time = reader.eventTime(place);
    if (time === null) return;
    const [counts, from] = [this.#counts, row * COUNTS.length];
    for (let count = 0; count < COUNTS.length; count++) counts[from + count] = (counts[from + count] ?? 0) + (cells[at + 4 + count] ?? 0);
    const [known, knownTime] = [this.#marks[row * MARKS + 2] ?? 0, this.#times[row] ?? 0];
    // Most events come after the one that speaks already.
    if (priority < known || (priority === known && time > knownTime) || !reader.hasEvent(place)) return;
    if (priority === known && time === knownTime && (this.#eventIds[row] ?? '') <= (reader.eventId(place) ?? '')) return;
    this.#speak(row, reader, { priority, place });
  }

  count(row: number, at: number): number {
    return this.#counts[row * COUNTS.length + at] ?? 0;
  }

  /** Speaks for the hour: of the rarest kind of call the first. */
  event(row: number): SampleEvent {
    const name = (at: number): string | null => this.#shared.texts[this.#names[row * NAME_PLACES.length + at] ?? 0] ?? null;
    const [source = 0, kind = 0] = this.#marks.subarray(row * MARKS, row * MARKS + MARKS);
    return {
      ...{ source: LOG_SOURCES[source] ?? 'aws.cloudtrail', time: this.#times[row] ?? 0, eventId: this.#eventIds[row] ?? null },
      ...{ account: name(0), region: name(1), principal: name(2), actorKind: ACTOR_KINDS[kind] ?? 'unknown', session: name(3) },
      ...{ credential: this.#credentials[row] ?? null, sourceIp: name(4), userAgent: name(5), action: name(6) },
      resource: this.#resources[row] ?? null,
    };
  }

  /** True when {@link keep} would give much back. */
  get isWasteful(): boolean {
    return this.#shared.texts.length > this.#size * NAME_PLACES.length + SPARE_NAMES;
  }

  /** Keeps the rows of these hours only; their numbers change. */
  keep(kept: Iterable<ActorHours>): void {
    const old = this.#shared;
    this.#shared = { texts: [null], numbers: new Map() };
    const before = [this.#counts, this.#times, this.#names, this.#marks] as const;
    const texts = [this.#eventIds, this.#credentials, this.#resources] as const;
    const rows: number[] = [];
    for (const hours of kept) hours.renumber((row) => rows.push(row) - 1);
    this.#size = rows.length;
    this.#grow(Math.max(256, rows.length));
    for (const [row, from] of rows.entries()) {
      this.#counts.set(before[0].subarray(from * COUNTS.length, (from + 1) * COUNTS.length), row * COUNTS.length);
      this.#times[row] = before[1][from] ?? 0;
      for (let at = 0; at < NAME_PLACES.length; at++)
        this.#names[row * NAME_PLACES.length + at] = this.#number(old.texts[before[2][from * NAME_PLACES.length + at] ?? 0] ?? null);
      this.#marks.set(before[3].subarray(from * MARKS, (from + 1) * MARKS), row * MARKS);
    }
    [this.#eventIds, this.#credentials, this.#resources] = texts.map((list) => rows.map((from) => list[from] ?? null)) as [
      // Three lists in, three lists out.
      (string | null)[],
      (string | null)[],
      (string | null)[],
    ];
  }

  #speak(row: number, reader: DigestReader, { priority, place }: { readonly priority: number; readonly place: number }): void {
    const { events } = reader.tables;
    const from = place * WIDTHS.events;
    this.#times[row] = events[from + 1] ?? 0;
    this.#marks[row * MARKS] = events[from] ?? 0;
    this.#marks[row * MARKS + 1] = events[from + 6] ?? 0;
    this.#marks[row * MARKS + 2] = priority;
    this.#eventIds[row] = reader.text(events[from + 2]);
    this.#credentials[row] = reader.text(events[from + 8]);
    this.#resources[row] = reader.text(events[from + 12]);
    for (let at = 0; at < NAME_PLACES.length; at++)
      this.#names[row * NAME_PLACES.length + at] = reader.numberOf(events[from + (NAME_PLACES[at] ?? 0)] ?? 0, this.#numberOf);
  }

  #number(text: string | null): number {
    if (text === null) return 0;
    const { texts, numbers } = this.#shared;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  }

  #grow(rows: number): void {
    this.#counts = grown(this.#counts, new Float64Array(rows * COUNTS.length));
    this.#times = grown(this.#times, new Float64Array(rows));
    this.#names = grown(this.#names, new Uint32Array(rows * NAME_PLACES.length));
    this.#marks = grown(this.#marks, new Uint8Array(rows * MARKS));
  }
}

function grown<A extends Float64Array | Uint32Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old.subarray(0, larger.length));
  return larger;
}

/** State: the active hours of one principal, since 1970. */
export class ActorHours {
  readonly #table: HourTable;
  readonly #rows = new Map<number, number>();

  constructor(table: HourTable) {
    this.#table = table;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** In the order in which they became known. */
  hours(): Iterable<number> {
    return this.#rows.keys();
  }

  /** What a digest says of one hour; true for an hour that is new. */
  merge(reader: DigestReader, at: number): boolean {
    const hour = reader.tables.cells[at + 1] ?? 0;
    const known = this.#rows.get(hour);
    if (known !== undefined) {
      this.#table.merge(known, reader, at);
      return false;
    }
    const row = this.#table.add(reader, at);
    if (row !== null) this.#rows.set(hour, row);
    return row !== null;
  }

  /** One of COUNTS, by its place; 0 for hours without activity. */
  count(hour: number, at: number): number {
    const row = this.#rows.get(hour);
    return row === undefined ? 0 : this.#table.count(row, at);
  }

  event(hour: number): SampleEvent | null {
    const row = this.#rows.get(hour);
    return row === undefined ? null : this.#table.event(row);
  }

  /** Only for the table, when rows move. */
  renumber(moved: (row: number) => number): void {
    for (const [hour, row] of this.#rows) this.#rows.set(hour, moved(row));
  }
}
