/** Everything digests said so far: merged in any order, with the same end, in bounded memory. */
import type { ActorKind } from '@kumomori/model';
import { BoundedMap, hashOf } from './bounded-map.ts';
import type { ActivityDigest, MarkKind } from './digest.ts';
import { ACTOR_KINDS, DigestReader, earlier, MARKS, SEEN_KINDS, SharedTexts, WIDTHS } from './digest.ts';
import { ActorHours, HourTable } from './hours.ts';
import type { SampleEvent } from './types.ts';

export interface Seen {
  first: number;
}

export interface ActorActivity {
  readonly key: string;
  kind: ActorKind;
  readonly cells: ActorHours;
  /** By SEEN_KINDS. */
  readonly seen: readonly BoundedMap<Seen>[];
}

export interface SignInSpan {
  readonly user: string | null;
  readonly address: string | null;
  /** Ten minutes since 1970. */
  readonly bucket: number;
  failures: number;
  firstFailure: number;
  successes: number;
  firstSuccess: number;
  lastSuccess: number;
  withoutMfa: number;
  failed: SampleEvent | null;
  succeeded: SampleEvent | null;
  agent: string | null;
}

export interface LaunchSpan {
  readonly actor: string;
  readonly account: string;
  readonly region: string;
  readonly type: string;
  attempts: number;
  instances: number;
  failed: number;
  first: number;
  event: SampleEvent | null;
}

export interface InstanceSpan {
  readonly principal: string;
  readonly session: string;
  readonly account: string;
  readonly address: string;
  first: number;
  last: number;
  calls: number;
  firstCredential: string | null;
  lastCredential: string | null;
  event: SampleEvent | null;
}

export interface Mark {
  readonly kind: MarkKind;
  readonly thing: string;
  readonly how: string;
  readonly event: SampleEvent;
}

export interface ActivityLimits {
  /** Active hours and names of all principals together; each costs about 150 bytes. */
  readonly weight?: number;
  /** Rows of each other table. */
  readonly rows?: number;
  /** Names of one kind of one principal. */
  readonly names?: number;
}

/** State. Of too many principals those stay whose names' hashes are smallest, whole. */
export class Activity {
  readonly #actors = new Map<string, ActorActivity>();
  readonly #limits: Required<ActivityLimits>;
  readonly signIns: BoundedMap<SignInSpan>;
  readonly launches: BoundedMap<LaunchSpan>;
  readonly instances: BoundedMap<InstanceSpan>;
  readonly marks: BoundedMap<Mark>;
  /** `ACCOUNT REGION` → the first write. */
  readonly places: BoundedMap<{ first: number }>;
  /** Account → its first event by anybody. */
  readonly #out = new Set<number>();
  readonly #shared = new SharedTexts();
  readonly #hours = new HourTable();
  #weight = 0;
  #limit = Number.POSITIVE_INFINITY;

  constructor({ weight = 600_000, rows = 200_000, names = 1000 }: ActivityLimits = {}) {
    this.#limits = { weight, rows, names };
    this.signIns = new BoundedMap({ most: rows });
    this.launches = new BoundedMap({ most: rows });
    this.instances = new BoundedMap({ most: rows });
    this.marks = new BoundedMap({ most: rows });
    this.places = new BoundedMap({ most: rows });
  }

  /** Principals, in the order of their keys. */
  actors(): readonly ActorActivity[] {
    if (this.#weight > this.#limits.weight) this.#cut();
    return [...this.#actors.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** How many principals were dropped, about: names of the same hash count once. */
  get leftOut(): number {
    return this.#out.size;
  }

  /** What is kept of all principals, in the unit of the limit: for tests of the bound. */
  get weight(): number {
    return this.#weight;
  }

  merge(digest: ActivityDigest): void {
    const reader = new DigestReader(digest, this.#shared);
    this.#mergeActors(reader);
    this.#mergeSignIns(reader);
    this.#mergeLaunches(reader);
    this.#mergeInstances(reader);
    for (const [account, region, first = 0] of reader.rows('places')) {
      const known = this.places.at(`${reader.text(account)} ${reader.text(region)}`, () => ({ first }));
      if (known && first < known.first) known.first = first;
    }
    for (const [kind = -1, thing, how, place] of reader.rows('marks')) {
      const [mark, event] = [MARKS[kind], reader.event(place)];
      if (mark === undefined || event === null) continue;
      const said = { kind: mark, thing: reader.text(thing) ?? '', how: reader.text(how) ?? '', event };
      this.marks.at(`${mark}\n${said.thing}\n${event.time}\n${event.eventId ?? ''}`, () => said);
    }
    if (this.#weight > this.#limits.weight * 2) this.#cut();
    else if (this.#hours.isWasteful) this.#keepHours();
  }

  #actor(key: string | null, kind: ActorKind): ActorActivity | null {
    if (key === null) return null;
    const known = this.#actors.get(key);
    if (known) {
      // One name of two kinds: the kind that comes first in the list, whatever came first.
      if (ACTOR_KINDS.indexOf(kind) < ACTOR_KINDS.indexOf(known.kind)) known.kind = kind;
      return known;
    }
    if (this.#limit !== Number.POSITIVE_INFINITY && hashOf(key) >= this.#limit) {
      this.#drop(key);
      return null;
    }
    const seen = SEEN_KINDS.map(() => new BoundedMap<Seen>({ most: this.#limits.names }));
    const made: ActorActivity = { key, kind, cells: new ActorHours(this.#hours), seen };
    this.#actors.set(key, made);
    return made;
  }

  /** By far the most rows: neither views of rows nor events that nothing needs are made. */
  #mergeActors(reader: DigestReader): void {
    const byText = new Map<number, ActorActivity>();
    const { actors, seen } = reader.tables;
    for (let at = 0; at + WIDTHS.actors <= actors.length; at += WIDTHS.actors) {
      const [id, kind] = [actors[at] ?? 0, ACTOR_KINDS[actors[at + 1] ?? -1] ?? 'unknown'];
      const actor = this.#actor(reader.text(id), kind);
      if (actor) byText.set(id, actor);
    }
    this.#mergeCells(reader, byText);
    for (let at = 0; at + WIDTHS.seen <= seen.length; at += WIDTHS.seen) {
      const names = byText.get(seen[at] ?? 0)?.seen[seen[at + 1] ?? -1];
      const value = reader.text(seen[at + 2]);
      if (!names || value === null) continue;
      const first = seen[at + 3] ?? 0;
      const before = names.size;
      const known = names.at(value, () => ({ first }));
      this.#weight += names.size - before;
      if (known && first < known.first) known.first = first;
    }
  }

  #mergeCells(reader: DigestReader, byText: ReadonlyMap<number, ActorActivity>): void {
    const { cells } = reader.tables;
    for (let at = 0; at + WIDTHS.cells <= cells.length; at += WIDTHS.cells)
      if (byText.get(cells[at] ?? 0)?.cells.merge(reader, at) === true) this.#weight += 2;
  }

  #mergeSignIns(reader: DigestReader): void {
    for (const row of reader.rows('signIns')) {
      const [
        userId,
        addressId,
        bucket = 0,
        failures = 0,
        firstFailure = 0,
        successes = 0,
        firstSuccess = 0,
        lastSuccess = 0,
        withoutMfa = 0,
      ] = row;
      const [user, address] = [reader.text(userId), reader.text(addressId)];
      const none = { failures: 0, firstFailure: Infinity, successes: 0, firstSuccess: Infinity, lastSuccess: 0, withoutMfa: 0 };
      const known = this.signIns.at(`${address ?? ''}\n${user ?? ''}\n${bucket}`, () => ({
        ...{ user, address, bucket, ...none, failed: null, succeeded: null, agent: null },
      }));
      if (!known) continue;
      known.failures += failures;
      if (failures > 0) known.firstFailure = Math.min(known.firstFailure, firstFailure);
      known.successes += successes;
      if (successes > 0) known.firstSuccess = Math.min(known.firstSuccess, firstSuccess);
      known.lastSuccess = Math.max(known.lastSuccess, lastSuccess);
      known.withoutMfa += withoutMfa;
      known.failed = earlier(known.failed, reader.event(row[9]));
      const succeeded = reader.event(row[10]);
      if (succeeded && earlier(known.succeeded, succeeded) === succeeded) {
        known.succeeded = succeeded;
        known.agent = reader.text(row[11]);
      }
    }
  }

  #mergeLaunches(reader: DigestReader): void {
    for (const row of reader.rows('launches')) {
      const [actor, account, region, type] = [0, 1, 2, 3].map((at) => reader.text(row[at]) ?? '');
      const [, , , , bucket = 0, attempts = 0, instances = 0, failed = 0, first = 0, place] = row;
      const key = { actor: actor ?? '', account: account ?? '', region: region ?? '', type: type ?? '' };
      const known = this.launches.at(`${Object.values(key).join('\n')}\n${bucket}`, () => ({
        ...{ ...key, attempts: 0, instances: 0, failed: 0, first, event: null },
      }));
      if (!known) continue;
      known.attempts += attempts;
      known.instances += instances;
      known.failed += failed;
      known.first = Math.min(known.first, first);
      known.event = earlier(known.event, reader.event(place));
    }
  }

  #mergeInstances(reader: DigestReader): void {
    for (const row of reader.rows('instances')) {
      const [principal = '', session = '', account = '', address = ''] = [0, 1, 2, 3].map((at) => reader.text(row[at]) ?? '');
      const [, , , , first = 0, last = 0, calls = 0] = row;
      const [firstCredential, lastCredential, event] = [reader.text(row[7]), reader.text(row[8]), reader.event(row[9])];
      const known = this.instances.at(`${principal}\n${session}\n${address}`, () => ({
        ...{ principal, session, account, address, first: Infinity, last: -Infinity, calls: 0, firstCredential, lastCredential, event },
      }));
      if (!known) continue;
      known.calls += calls;
      if (first < known.first || (first === known.first && (firstCredential ?? '') < (known.firstCredential ?? ''))) {
        known.first = first;
        known.firstCredential = firstCredential;
      }
      if (last > known.last || (last === known.last && (lastCredential ?? '') > (known.lastCredential ?? ''))) {
        known.last = last;
        known.lastCredential = lastCredential;
      }
      known.event = earlier(known.event, event);
    }
  }

  #cut(): void {
    const sorted = [...this.#actors.values()].map((actor) => ({ actor, hash: hashOf(actor.key) })).toSorted((a, b) => a.hash - b.hash);
    let sum = 0;
    for (const { actor, hash } of sorted) {
      const weight = weightOf(actor);
      if (hash < this.#limit && sum + weight <= this.#limits.weight) {
        sum += weight;
        continue;
      }
      this.#limit = Math.min(this.#limit, hash);
      this.#actors.delete(actor.key);
      this.#drop(actor.key);
    }
    this.#weight = sum;
    this.#keepHours();
  }

  #keepHours(): void {
    this.#hours.keep([...this.#actors.values()].map(({ cells }) => cells));
  }

  #drop(key: string): void {
    if (this.#out.size < 1_000_000) this.#out.add(hashOf(key));
  }
}

function weightOf({ cells, seen }: ActorActivity): number {
  return cells.size * 2 + seen.reduce((sum, names) => sum + names.size, 0);
}
