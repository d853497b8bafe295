/** Events of one object → its digest. Runs in workers, once for every event: about a microsecond. */
import type { ActorKind, EventFacts, LogEvent, LogSource } from '@kumomori/model';
import { actorKey } from './actors.ts';
import {
  classifyAction,
  DECRYPT,
  DELETE,
  LAUNCH,
  LOG_START,
  LOG_STOP,
  OPENING,
  READ,
  SECRET,
  SHARE,
  SIGN_IN,
  SNAPSHOT_DELETE,
  WRITE,
} from './classify.ts';
import type { ActivityDigest } from './digest.ts';
import { ACTOR_KINDS, COUNTS, DigestWriter, MARKS, SEEN_KINDS } from './digest.ts';
import { agentFamily, callName, isPrivate } from './names.ts';
import { isShare, launchOf, openingOf, stoppedThing } from './records.ts';
import { SignIns } from './sign-ins.ts';
import type { SampleEvent } from './types.ts';

const HOUR = 3_600_000;
const FIVE_MINUTES = 300_000;

/** Logs of packets and requests: they name no principal. */
const NOBODY: ReadonlySet<LogSource> = new Set<LogSource>([
  'aws.vpc-flow',
  'azure.flow',
  'gcp.vpc-flow',
  'aws.load-balancer',
  'aws.cloudfront',
  'aws.waf',
  'aws.route53-resolver',
  'azure.risk',
]);

/** True for logs that say who acts. */
export function isActivity({ source }: LogEvent): boolean {
  return !NOBODY.has(source);
}

interface Span {
  first: number;
  last: number;
}

interface ActorNotes {
  readonly key: string;
  readonly kind: ActorKind;
  readonly cells: Map<number, Cell>;
  /** By SEEN_KINDS: value → when it was seen first, kept over objects so that only what is new goes out. */
  readonly seen: readonly Map<string, number>[];
  /** By number of the call: its first time in `seen`; Infinity where that has to be asked. */
  readonly calls: number[];
  /** Kind and value, by turns, of what the object adds to it. */
  fresh: (number | string)[];
  /** By SEEN_KINDS: the value of the last event and its first time; of agents as they are written. Most events say the same again. */
  readonly last: (string | null)[];
  readonly lastFirst: number[];
  isActive: boolean;
  /** The instance whose credentials it used last. */
  use: InstanceUse | null;
  hour: number;
  cell: Cell | null;
}

interface Cell {
  readonly counts: number[];
  priority: number;
  event: SampleEvent;
}

interface InstanceUse extends Span {
  readonly principal: string;
  readonly session: string;
  readonly address: string;
  calls: number;
  firstCredential: string | null;
  lastCredential: string | null;
  event: SampleEvent;
}

interface LaunchNotes {
  readonly key: readonly [actor: string, account: string, region: string, type: string, bucket: number];
  attempts: number;
  instances: number;
  failed: number;
  event: SampleEvent;
}

interface PlaceNotes {
  readonly account: string;
  readonly region: string;
  first: number;
}

interface ActionClass {
  readonly id: number;
  readonly source: LogSource;
  readonly readOnly: boolean | null;
  readonly service: string | null;
  readonly bits: number;
  /** Operation and service in one: operations of two services may have one name. */
  readonly call: string;
  /** The same name of other services. */
  readonly next: ActionClass | null;
}

/** Rare events of one object that are kept one by one. */
const MAX_MARKS = 20_000;
const MAX_AGENTS = 5000;
/** What is remembered of earlier objects; beyond it is told once more. */
const MAX_ACTORS = 20_000;
const MAX_VALUES = 2000;
const MAX_ACTIONS = 20_000;
/** Services that have operations of one name. */
const MAX_NAMESAKES = 16;
/** Calls whose first time a principal's notes hold in a row. */
const MAX_CALLS = 2000;

/** State: what the events of one object added up to. */
export class ActivityRecorder {
  readonly #actors = new Map<string, ActorNotes>();
  /** Of this object. */
  #active: ActorNotes[] = [];
  #instances = new Map<string, InstanceUse>();
  #launches = new Map<string, LaunchNotes>();
  #places = new Map<string, PlaceNotes>();
  #lastPlace: PlaceNotes | null = null;
  #marks: { readonly kind: number; readonly thing: string; readonly how: string; readonly event: SampleEvent }[] = [];
  #signIns = new SignIns();
  readonly #families = new Map<string, string>();
  readonly #out = new DigestWriter();
  readonly #classes = new Map<string, ActionClass>();
  #numbered = 0;

  add(event: LogEvent, facts: EventFacts): void {
    const { action, time } = facts;
    if (!hasTime(facts) || time === null) return;
    const known = action === null ? null : this.#classOf(facts, action);
    const bits = known?.bits ?? 0;
    const isFailure = facts.outcome === 'failure' || facts.outcome === 'denied';
    if ((bits & SIGN_IN) !== 0) {
      this.#signIns.add(event, facts, facts.userAgent === null ? null : this.#familyOf(facts.userAgent));
      if (isFailure) return;
    }
    const key = actorKey(facts);
    if (key === null) return;
    const actor = this.#actorOf(key, facts);
    if (!actor.isActive) {
      actor.isActive = true;
      this.#active.push(actor);
    }
    this.#count(actor, facts, bits, time);
    this.#see(actor, facts, known, time);
    const { session, sourceIp } = facts;
    if (session !== null && sourceIp !== null && session.startsWith('i-')) this.#useInstance(facts, actor, { session, address: sourceIp });
    if ((bits & RARE) !== 0 && action !== null) this.#rare(event, facts, { bits, action, actor, isFailure });
    if ((bits & WRITE) !== 0 && !isFailure) this.#place(facts, time);
  }

  /** The digest of what was added since the last one. */
  take(): ActivityDigest {
    const out = this.#out;
    for (const actor of this.#active) writeActor(out, actor);
    this.#signIns.write(out);
    for (const { key, attempts, instances, failed, event } of this.#launches.values()) {
      const [actor, account, region, type, bucket] = key;
      out.row('launches', [
        ...[actor, account, region, type].map((each) => out.text(each)),
        bucket,
        attempts,
        instances,
        failed,
        event.time,
        out.event(event),
      ]);
    }
    for (const { account, region, first } of this.#places.values()) out.row('places', [out.text(account), out.text(region), first]);
    for (const use of this.#instances.values())
      out.row('instances', [
        ...[
          out.text(use.principal),
          out.text(use.session),
          out.text(use.event.account),
          out.text(use.address),
          use.first,
          use.last,
          use.calls,
        ],
        ...[out.text(use.firstCredential), out.text(use.lastCredential), out.event(use.event)],
      ]);
    for (const { kind, thing, how, event } of this.#marks) out.row('marks', [kind, out.text(thing), out.text(how), out.event(event)]);
    if (this.#actors.size > MAX_ACTORS) this.#actors.clear();
    this.#active = [];
    this.#instances = new Map();
    this.#launches = new Map();
    this.#places = new Map();
    this.#lastPlace = null;
    this.#marks = [];
    this.#signIns = new SignIns();
    return out.finish();
  }

  #classOf({ source, readOnly, service }: EventFacts, action: string): ActionClass {
    const newest = this.#classes.get(action) ?? null;
    let namesakes = 0;
    for (let known = newest; known; known = known.next) {
      if (known.source === source && known.readOnly === readOnly && known.service === service) return known;
      namesakes++;
    }
    if (this.#classes.size > MAX_ACTIONS) this.#classes.clear();
    const made: ActionClass = {
      ...{ id: this.#numbered++, source, readOnly, service, bits: classifyAction(source, action, readOnly) },
      ...{ call: callName(action, service), next: namesakes < MAX_NAMESAKES ? newest : null },
    };
    this.#classes.set(action, made);
    return made;
  }

  #familyOf(agent: string): string {
    const known = this.#families.get(agent);
    if (known !== undefined) return known;
    const family = agentFamily(agent);
    if (this.#families.size > MAX_AGENTS) this.#families.clear();
    this.#families.set(agent, family);
    return family;
  }

  #actorOf(key: string, { actorKind }: EventFacts): ActorNotes {
    const known = this.#actors.get(key);
    if (known) return known;
    const made: ActorNotes = {
      ...{ key, kind: actorKind, cells: new Map(), seen: SEEN_KINDS.map(() => new Map<string, number>()), calls: [], fresh: [] },
      ...{ last: SEEN_KINDS.map(() => null), lastFirst: SEEN_KINDS.map(() => 0) },
      ...{ hour: Number.NaN, cell: null, isActive: false, use: null },
    };
    this.#actors.set(key, made);
    return made;
  }

  #count(actor: ActorNotes, facts: Timed, bits: number, time: number): void {
    const isFailure = facts.outcome === 'failure' || facts.outcome === 'denied';
    const cell = cellOf(actor, facts, priorityOf(bits, isFailure), time);
    const { counts } = cell;
    raise(counts, 0, 1);
    if (isFailure) {
      raise(counts, 7, 1);
      if (facts.outcome === 'denied') raise(counts, 8, 1);
    } else if (bits !== 0) {
      if ((bits & READ) !== 0) raise(counts, 1, 1);
      if ((bits & WRITE) !== 0) raise(counts, 3, 1);
      if ((bits & DELETE) !== 0) raise(counts, 4, 1);
      if ((bits & SECRET) !== 0) raise(counts, 5, 1);
      if ((bits & DECRYPT) !== 0) raise(counts, 6, 1);
      if ((bits & SNAPSHOT_DELETE) !== 0) raise(counts, 10, 1);
    }
    if (facts.bytesOut !== null && facts.bytesOut > 0 && !isFailure) raise(counts, 2, facts.bytesOut);
  }

  #see(actor: ActorNotes, { region, sourceIp, userAgent, service }: EventFacts, known: ActionClass | null, time: number): void {
    // Whoever made the call before was at its service before.
    if (known === null) see(actor, 4, service, time);
    else if (!(time >= (actor.calls[known.id] ?? Number.POSITIVE_INFINITY))) {
      if (see(actor, 0, known.call, time)) see(actor, 4, service, time);
      const { calls } = actor;
      if (known.id < MAX_CALLS) {
        while (calls.length <= known.id) calls.push(Number.POSITIVE_INFINITY);
        calls[known.id] = actor.seen[0]?.get(known.call) ?? time;
      }
    }
    see(actor, 1, region, time);
    see(actor, 2, sourceIp, time);
    if (userAgent !== null && !isKnown(actor, 3, userAgent, time)) {
      see(actor, 3, this.#familyOf(userAgent), time);
      actor.last[3] = userAgent;
    }
  }

  #useInstance(facts: Timed, actor: ActorNotes, { session, address }: Pick<InstanceUse, 'session' | 'address'>): void {
    const { time, credential, principal } = facts;
    const last = actor.use;
    const isLast = last !== null && last.session === session && last.address === address;
    if (!isLast && (facts.actorKind !== 'role' || principal === null || !/^i-[0-9a-f]{8,17}$/.test(session) || isPrivate(address))) return;
    const key = isLast ? '' : `${principal} ${session} ${address}`;
    const use = isLast ? last : this.#instances.get(key);
    if (!use) {
      actor.use = {
        principal: principal ?? '',
        session,
        address,
        first: time,
        last: time,
        calls: 1,
        firstCredential: credential,
        lastCredential: credential,
        event: facts,
      };
      this.#instances.set(key, actor.use);
      return;
    }
    actor.use = use;
    use.calls++;
    if (isEarlier(facts, use.event)) {
      use.first = time;
      use.firstCredential = credential;
      use.event = facts;
    }
    if (time > use.last || (time === use.last && (credential ?? '') > (use.lastCredential ?? ''))) {
      use.last = time;
      use.lastCredential = credential;
    }
  }

  #rare(event: LogEvent, facts: Timed, { bits, action, actor, isFailure }: Rare): void {
    if ((bits & LAUNCH) !== 0) this.#launch(event, facts, actor, isFailure);
    if (isFailure) return;
    if ((bits & SHARE) !== 0 && actor.cell && isShare(event)) actor.cell.counts[9] = (actor.cell.counts[9] ?? 0) + 1;
    if ((bits & OPENING) !== 0) {
      const opening = openingOf(event, action);
      if (opening) this.#mark(opening.isOpen ? 'open' : 'close', opening.thing, facts);
    }
    if ((bits & LOG_STOP) !== 0) this.#mark('stop', stoppedThing(event, facts.resource), facts);
    if ((bits & LOG_START) !== 0) this.#mark('start', stoppedThing(event, facts.resource), facts);
  }

  #launch(event: LogEvent, facts: Timed, actor: ActorNotes, isFailure: boolean): void {
    const { type, instances } = launchOf(event);
    const key = [actor.key, facts.account ?? '', facts.region ?? '', type, Math.floor(facts.time / FIVE_MINUTES)] as const;
    const id = key.join('\n');
    const known = this.#launches.get(id) ?? { key, attempts: 0, instances: 0, failed: 0, event: facts };
    known.attempts++;
    if (isFailure) known.failed++;
    else known.instances += instances;
    if (isEarlier(facts, known.event)) known.event = facts;
    this.#launches.set(id, known);
  }

  #mark(kind: (typeof MARKS)[number], thing: string, event: Timed): void {
    if (this.#marks.length < MAX_MARKS)
      this.#marks.push({ kind: MARKS.indexOf(kind), thing: `${event.account ?? ''} ${thing}`, how: event.action ?? '', event });
  }

  #place({ account, region }: EventFacts, time: number): void {
    if (account === null || region === null) return;
    const last = this.#lastPlace;
    if (last !== null && last.region === region && last.account === account && last.first <= time) return;
    const key = `${account} ${region}`;
    const known = this.#places.get(key);
    if (known && time < known.first) known.first = time;
    this.#lastPlace = known ?? { account, region, first: time };
    if (!known) this.#places.set(key, this.#lastPlace);
  }
}

type Timed = EventFacts & { readonly time: number };
interface Rare {
  readonly bits: number;
  readonly action: string;
  readonly actor: ActorNotes;
  readonly isFailure: boolean;
}

const RARE = LAUNCH | SHARE | OPENING | LOG_STOP | LOG_START;

function raise(counts: number[], at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function hasTime(facts: EventFacts): facts is Timed {
  return facts.time !== null && Number.isFinite(facts.time);
}

function isEarlier(facts: { readonly time: number | null; readonly eventId: string | null }, than: SampleEvent): boolean {
  const time = facts.time ?? 0;
  return time < than.time || (time === than.time && (facts.eventId ?? '') < (than.eventId ?? ''));
}

const NO_COUNTS: readonly number[] = COUNTS.map(() => 0);

/** The counts of the hour, and the event that speaks for it. */
function cellOf(actor: ActorNotes, facts: Timed, priority: number, time: number): Cell {
  const hour = Math.floor(time / HOUR);
  const known = hour === actor.hour ? actor.cell : actor.cells.get(hour);
  if (!known) {
    const made = { counts: [...NO_COUNTS], priority, event: facts };
    actor.cells.set(hour, made);
    actor.hour = hour;
    actor.cell = made;
    return made;
  }
  actor.hour = hour;
  actor.cell = known;
  if (priority > known.priority || (priority === known.priority && isEarlier(facts, known.event))) {
    known.priority = priority;
    known.event = facts;
  }
  return known;
}

/** Which event of an hour speaks for it. */
function priorityOf(bits: number, isFailure: boolean): number {
  if (isFailure) return 1;
  if ((bits & (SHARE | SNAPSHOT_DELETE)) !== 0) return 5;
  if ((bits & (DELETE | SECRET)) !== 0) return 4;
  return (bits & READ) === 0 ? 0 : 3;
}

function isKnown({ last, lastFirst }: ActorNotes, kind: number, value: string, time: number): boolean {
  return last[kind] === value && time >= (lastFirst[kind] ?? 0);
}

/** True for what is new, or earlier than known. */
function see(actor: ActorNotes, kind: number, value: string | null, time: number): boolean {
  if (value === null || isKnown(actor, kind, value, time)) return false;
  const values = actor.seen[kind];
  const first = values?.get(value);
  const isNew = first === undefined || first > time;
  actor.last[kind] = value;
  actor.lastFirst[kind] = isNew ? time : first;
  if (!isNew) return false;
  values?.set(value, time);
  actor.fresh.push(kind, value);
  return true;
}

/** And forgets what was of this object only. */
function writeActor(out: DigestWriter, actor: ActorNotes): void {
  const key = out.text(actor.key);
  out.row('actors', [key, ACTOR_KINDS.indexOf(actor.kind)]);
  for (const [hour, { counts, priority, event }] of actor.cells) {
    out.cell(key, hour, { priority, event });
    out.row('cells', counts);
  }
  for (let at = 0; at < actor.fresh.length; at += 2) {
    const [kind, value] = [Number(actor.fresh[at]), String(actor.fresh[at + 1])];
    out.row('seen', [key, kind, out.text(value), actor.seen[kind]?.get(value) ?? Number.POSITIVE_INFINITY]);
  }
  for (let kind = 0; kind < actor.seen.length; kind++) {
    const values = actor.seen[kind];
    if (!values || values.size <= MAX_VALUES) continue;
    values.clear();
    actor.last[kind] = null;
    if (kind === 0) actor.calls.length = 0;
  }
  actor.cells.clear();
  actor.fresh = [];
  actor.isActive = false;
  actor.use = null;
  actor.hour = Number.NaN;
  actor.cell = null;
}
