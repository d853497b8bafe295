/** What one object of logs adds to what is known: tables of numbers beside a list of texts, so that a thread hands it over at the cost of a copy. */
import type { ActorKind, LogSource } from '@kumomori/model';
import { LOG_SOURCES } from '@kumomori/model';
import type { SampleEvent } from './types.ts';

/** Rows lie one after the other; texts are places in `strings`, 0 is none, events are places in `events`, -1 is none. */
export interface ActivityDigest {
  readonly strings: readonly string[];
  readonly tables: Readonly<Record<TableName, Float64Array<ArrayBuffer>>>;
}

/** Counts of an hour, in this order. */
export const COUNTS = [
  'events',
  'reads',
  'bytes',
  'writes',
  'deletes',
  'secrets',
  'decrypts',
  'errors',
  'denied',
  'shares',
  'snapshots',
] as const;
export type CountName = (typeof COUNTS)[number];
export const SEEN_KINDS = ['action', 'region', 'address', 'agent', 'service'] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];
export const MARKS = ['open', 'close', 'stop', 'start'] as const;
export type MarkKind = (typeof MARKS)[number];

/** Columns of a row. */
export const WIDTHS = {
  /** source, time, eventId, account, region, principal, actorKind, session, credential, sourceIp, userAgent, action, resource */
  events: 13,
  /** key, kind */
  actors: 2,
  /** actor, hour since 1970, priority, event that speaks for the hour, then COUNTS */
  cells: 4 + COUNTS.length,
  /** actor, kind, value, first */
  seen: 4,
  /** user, address, ten minutes since 1970, failures, first failure, successes, first and last success, without MFA, event of failure, of success, agent */
  signIns: 12,
  /** actor, account, region, type, five minutes since 1970, attempts, instances, failed, first, event */
  launches: 10,
  /** account, region, first write */
  places: 3,
  /** principal, session, account, address, first, last, calls, first credential, last credential, event */
  instances: 10,
  /** kind, thing, how, event */
  marks: 4,
} as const;
export type TableName = keyof typeof WIDTHS;
export const TABLES = [
  'events',
  'actors',
  'cells',
  'seen',
  'signIns',
  'launches',
  'places',
  'instances',
  'marks',
] as const satisfies readonly TableName[];

export const ACTOR_KINDS = [
  'user',
  'root',
  'role',
  'workload',
  'federated',
  'service',
  'anonymous',
  'unknown',
] as const satisfies readonly ActorKind[];

/** State: the rows of one table; their memory stays for the next digest. */
class Rows {
  data = new Float64Array(256);
  length = 0;

  /** Where so many numbers can be written. */
  room(count: number): number {
    const at = this.length;
    this.length += count;
    if (this.length > this.data.length) {
      const larger = new Float64Array(Math.max(this.length, this.data.length * 2));
      larger.set(this.data);
      this.data = larger;
    }
    return at;
  }

  take(): Float64Array<ArrayBuffer> {
    const taken = this.data.slice(0, this.length);
    this.length = 0;
    if (this.data.length > MAX_SPARE) this.data = new Float64Array(256);
    return taken;
  }
}

/** Numbers that a table may keep room for. */
const MAX_SPARE = 100_000;

/** State: texts and rows that grow until they are finished, and then from nothing again. */
export class DigestWriter {
  #strings: string[] = [''];
  #ids = new Map<string, number>();
  readonly #tables: Readonly<Record<TableName, Rows>> = {
    ...{ events: new Rows(), actors: new Rows(), cells: new Rows(), seen: new Rows(), signIns: new Rows() },
    ...{ launches: new Rows(), places: new Rows(), instances: new Rows(), marks: new Rows() },
  };
  #events = new Map<SampleEvent, number>();

  text(value: string | null): number {
    if (value === null) return 0;
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#single(value);
    this.#ids.set(value, id);
    return id;
  }

  /** A text that no other row is likely to have. */
  #single(value: string | null): number {
    if (value === null) return 0;
    // Longer ones are nobody's names.
    this.#strings.push(value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value);
    return this.#strings.length - 1;
  }

  event(event: SampleEvent | null): number {
    if (event === null) return -1;
    const known = this.#events.get(event);
    if (known !== undefined) return known;
    const place = this.#events.size;
    this.#events.set(event, place);
    const at = this.#tables.events.room(WIDTHS.events);
    const { data } = this.#tables.events;
    data[at] = LOG_SOURCES.indexOf(event.source);
    data[at + 1] = event.time;
    data[at + 2] = this.#single(event.eventId);
    data[at + 3] = this.text(event.account);
    data[at + 4] = this.text(event.region);
    data[at + 5] = this.text(event.principal);
    data[at + 6] = ACTOR_KINDS.indexOf(event.actorKind);
    data[at + 7] = this.text(event.session);
    data[at + 8] = this.text(event.credential);
    data[at + 9] = this.text(event.sourceIp);
    data[at + 10] = this.text(event.userAgent);
    data[at + 11] = this.text(event.action);
    data[at + 12] = this.#single(event.resource);
    return place;
  }

  row(table: TableName, values: readonly number[]): void {
    const from = this.#tables[table].room(values.length);
    const { data } = this.#tables[table];
    for (let at = 0; at < values.length; at++) data[from + at] = values[at] ?? 0;
  }

  /** The beginning of a row of `cells`; its counts follow. */
  cell(actor: number, hour: number, { priority, event }: { readonly priority: number; readonly event: SampleEvent }): void {
    this.row('cells', [actor, hour, priority, this.event(event)]);
  }

  finish(): ActivityDigest {
    const packed = TABLES.map((name) => [name, this.#tables[name].take()] as const);
    const strings = this.#strings;
    this.#strings = [''];
    this.#ids = new Map();
    this.#events = new Map();
    // Every table's name is in TABLES.
    return { strings, tables: Object.fromEntries(packed) as ActivityDigest['tables'] };
  }
}

const MAX_TEXT = 512;

/** Texts that many digests hold and that are kept once. */
const MAX_SHARED = 100_000;

/** State: one copy of each name. */
export class SharedTexts {
  readonly #texts = new Map<string, string>();

  of(text: string | null): string | null {
    if (text === null) return null;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= MAX_SHARED) this.#texts.clear();
    this.#texts.set(text, text);
    return text;
  }
}

/** Reads rows back: one view for a table, moved from row to row. */
export class DigestReader {
  readonly #digest: ActivityDigest;
  readonly #shared: SharedTexts;
  readonly #events = new Map<number, SampleEvent>();
  /** By text: its number elsewhere + 1; 0 where it is not known yet. */
  readonly #numbers: Uint32Array;

  constructor(digest: ActivityDigest, shared: SharedTexts) {
    this.#digest = digest;
    this.#shared = shared;
    this.#numbers = new Uint32Array(digest.strings.length);
  }

  /** Rows as they lie in memory: for tables of which there are many. */
  get tables(): ActivityDigest['tables'] {
    return this.#digest.tables;
  }

  *rows(table: TableName): Generator<Float64Array> {
    const rows = this.#digest.tables[table];
    const width = WIDTHS[table];
    for (let at = 0; at + width <= rows.length; at += width) yield rows.subarray(at, at + width);
  }

  text(id: number | undefined): string | null {
    return id === undefined || id === 0 ? null : (this.#digest.strings[id] ?? null);
  }

  /** The number that a text has elsewhere, asked for once for each text. */
  numberOf(id: number, number: (text: string | null) => number): number {
    const known = this.#numbers[id] ?? 0;
    if (known !== 0) return known - 1;
    const made = number(this.text(id));
    this.#numbers[id] = made + 1;
    return made;
  }

  /** Whether there is an event, of a log that is known. */
  hasEvent(place: number): boolean {
    return place >= 0 && LOG_SOURCES[this.#digest.tables.events[place * WIDTHS.events] ?? -1] !== undefined;
  }

  eventId(place: number): string | null {
    return this.text(this.#digest.tables.events[place * WIDTHS.events + 2]);
  }

  /** The time of an event, without making it; null where there is none. */
  eventTime(place: number): number | null {
    return place < 0 ? null : (this.#digest.tables.events[place * WIDTHS.events + 1] ?? null);
  }

  event(place: number | undefined): SampleEvent | null {
    if (place === undefined || place < 0) return null;
    const known = this.#events.get(place);
    if (known) return known;
    const row = this.#digest.tables.events.subarray(place * WIDTHS.events, (place + 1) * WIDTHS.events);
    const source: LogSource | undefined = LOG_SOURCES[row[0] ?? -1];
    if (source === undefined) return null;
    const text = (at: number): string | null => this.text(row[at]);
    const name = (at: number): string | null => this.#shared.of(text(at));
    const event: SampleEvent = {
      ...{ source, time: row[1] ?? 0, eventId: text(2), account: name(3), region: name(4), principal: name(5) },
      ...{ actorKind: ACTOR_KINDS[row[6] ?? -1] ?? 'unknown', session: name(7), credential: text(8), sourceIp: name(9) },
      ...{ userAgent: name(10), action: name(11), resource: text(12) },
    };
    this.#events.set(place, event);
    return event;
  }
}

/** The earlier of two events; of those of one time the one with the smaller id, so that no order of reading matters. */
export function earlier(a: SampleEvent | null, b: SampleEvent | null): SampleEvent | null {
  if (a === null || b === null) return a ?? b;
  if (a.time !== b.time) return a.time < b.time ? a : b;
  return (a.eventId ?? '') <= (b.eventId ?? '') ? a : b;
}
