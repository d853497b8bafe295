/** All events → what each principal used, when, on what; and what the logs could tell at all. */
import type { Json } from '@kumomori/model';
import type { ActionCatalogue } from '../aws/index.ts';
import type { EventCaller } from './caller.ts';
import type { ObservedEvent, ObservedUse } from './read-event.ts';
import { readEvent } from './read-event.ts';

/** One action of one principal. Times are ISO 8601, UTC. */
export interface ActionUsage {
  readonly action: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  /** ARN → number of events. */
  readonly resources: ReadonlyMap<string, number>;
  /** Events whose resources are not known in full. */
  readonly incomplete: number;
  /** Only seen beside other calls. */
  readonly isBeside: boolean;
}

/** A request that was let through, once for all events that are alike. `resource` null: not known. */
export interface ReplayRequest {
  readonly action: string;
  readonly resource: string | null;
  readonly context: Readonly<Record<string, string>>;
  readonly events: number;
}

export interface PrincipalUsage {
  readonly caller: Pick<EventCaller, 'kind' | 'id' | 'account'>;
  readonly actions: ReadonlyMap<string, ActionUsage>;
  readonly requests: readonly ReplayRequest[];
  /** More requests than are kept: they cannot be replayed. */
  readonly dropped: number;
  /** Calls that were let through. */
  readonly events: number;
  readonly denied: number;
  readonly first: string;
  readonly last: string;
  /** Names of sessions, the first few. */
  readonly sessions: readonly string[];
}

/** What the logs of one account and region hold of one source. */
export interface ObservedWindow {
  readonly account: string;
  readonly region: string;
  readonly source: string;
  readonly first: string;
  readonly last: string;
  readonly events: number;
}

export interface UnmappedEvent {
  readonly source: string;
  readonly name: string;
  readonly count: number;
}

/** What the logs of an account can show. */
export interface AccountCoverage {
  readonly account: string;
  readonly first: string;
  readonly last: string;
  readonly events: number;
  readonly regions: readonly string[];
  /** Management events that only read are among them. */
  readonly hasReads: boolean;
  /** Prefixes with management events. */
  readonly services: ReadonlySet<string>;
  /** Services with data events, by what they do: `s3 read`, `s3 write`. */
  readonly dataServices: ReadonlySet<string>;
}

export interface UsageOptions {
  readonly catalogue: ActionCatalogue;
  /** Events before are not counted; ISO 8601. */
  readonly since?: string | undefined;
}

const MAX_REQUESTS = 200_000;
const MAX_SESSIONS = 20;
const MAX_UNMAPPED = 1_000;

interface Building {
  readonly caller: PrincipalUsage['caller'];
  readonly actions: Map<
    string,
    { action: string; count: number; first: string; last: string; resources: Map<string, number>; incomplete: number; isBeside: boolean }
  >;
  readonly requests: Map<string, { action: string; resource: string | null; context: Readonly<Record<string, string>>; events: number }>;
  dropped: number;
  events: number;
  denied: number;
  first: string;
  last: string;
  readonly sessions: Set<string>;
}

interface Span {
  first: string;
  last: string;
  events: number;
}

/** Collects records one by one: memory grows with what differs, not with the number of events. */
export class UsageLog {
  readonly #options: UsageOptions;
  readonly #principals = new Map<string, Building>();
  readonly #windows = new Map<string, Span & { readonly account: string; readonly region: string; readonly source: string }>();
  readonly #coverage = new Map<
    string,
    Span & { readonly regions: Set<string>; hasReads: boolean; readonly services: Set<string>; readonly dataServices: Set<string> }
  >();
  readonly #unmapped = new Map<string, { readonly source: string; readonly name: string; count: number }>();
  readonly #assumed = new Map<string, Span>();
  readonly #seen = new Set<string>();
  /** Records that are no calls, were given twice, or lie before the window. */
  skipped = { notCalls: 0, twice: 0, tooOld: 0 };

  constructor(options: UsageOptions) {
    this.#options = options;
  }

  add(record: Json): void {
    const event = readEvent(record, this.#options.catalogue);
    if (!event) {
      this.skipped.notCalls += 1;
      return;
    }
    if (this.#options.since !== undefined && event.time < this.#options.since) {
      this.skipped.tooOld += 1;
      return;
    }
    const id = idOf(record);
    if (id !== null) {
      // The trails of an organization and of an account deliver the same events.
      if (this.#seen.has(id)) {
        this.skipped.twice += 1;
        return;
      }
      this.#seen.add(id);
    }
    this.#cover(event);
    if (event.isUnmapped) this.#countUnmapped(event);
    if (event.assumed !== null && !event.isDenied) widen(this.#assumed, event.assumed, event.time);
    this.#use(event);
  }

  #cover({ account, region, source, time, isData, isRead, uses, name }: ObservedEvent): void {
    const key = `${account} ${region} ${source}`;
    const window = this.#windows.get(key) ?? { account, region, source, first: time, last: time, events: 0 };
    this.#windows.set(key, window);
    stretch(window, time);
    const known = this.#coverage.get(account) ?? {
      ...{ first: time, last: time, events: 0, hasReads: false },
      ...{ regions: new Set<string>(), services: new Set<string>(), dataServices: new Set<string>() },
    };
    this.#coverage.set(account, known);
    stretch(known, time);
    known.regions.add(region);
    const reads = isRead ?? /^(?:Describe|List|Get|Head|Query|Scan|BatchGet)/.test(name);
    for (const { action, isBeside } of uses) {
      const service = action.slice(0, action.indexOf(':'));
      if (isData) known.dataServices.add(`${service} ${reads ? 'read' : 'write'}`);
      else if (!isBeside) known.services.add(service);
    }
    if (!isData && reads) known.hasReads = true;
  }

  #countUnmapped({ source, name }: ObservedEvent): void {
    const key = `${source} ${name}`;
    const known = this.#unmapped.get(key);
    if (known) known.count += 1;
    else if (this.#unmapped.size < MAX_UNMAPPED) this.#unmapped.set(key, { source, name, count: 1 });
  }

  #use(event: ObservedEvent): void {
    const { caller, time } = event;
    const building: Building = this.#principals.get(caller.id) ?? {
      caller: { kind: caller.kind, id: caller.id, account: caller.account },
      ...{ actions: new Map(), requests: new Map(), dropped: 0, events: 0, denied: 0, first: time, last: time, sessions: new Set() },
    };
    this.#principals.set(caller.id, building);
    if (event.isDenied) {
      building.denied += 1;
      return;
    }
    stretch(building, time);
    if (caller.session !== null && building.sessions.size < MAX_SESSIONS) building.sessions.add(caller.session);
    for (const use of event.uses) addUse(building, use, event);
  }

  /** By ARN (see {@link EventCaller}). */
  get principals(): ReadonlyMap<string, PrincipalUsage> {
    return new Map(
      [...this.#principals].map(([id, each]) => [id, { ...each, requests: [...each.requests.values()], sessions: [...each.sessions] }]),
    );
  }

  /** Roles that somebody became: ARN → first and last time. */
  get assumed(): ReadonlyMap<string, Readonly<Span>> {
    return this.#assumed;
  }

  /** Sorted by account, region, source. */
  get windows(): readonly ObservedWindow[] {
    return [...this.#windows.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { account, region, source, first, last, events }]) => ({ account, region, source, first, last, events }));
  }

  get coverage(): ReadonlyMap<string, AccountCoverage> {
    return new Map([...this.#coverage].map(([account, each]) => [account, { ...each, account, regions: [...each.regions].toSorted() }]));
  }

  /** Most frequent first. */
  get unmapped(): readonly UnmappedEvent[] {
    return [...this.#unmapped.values()].toSorted((a, b) => b.count - a.count || (`${a.source}${a.name}` < `${b.source}${b.name}` ? -1 : 1));
  }
}

function addUse(building: Building, { action, resources, isComplete, isBeside }: ObservedUse, { time, context }: ObservedEvent): void {
  const known = building.actions.get(action) ?? {
    action,
    count: 0,
    first: time,
    last: time,
    resources: new Map<string, number>(),
    incomplete: 0,
    isBeside,
  };
  building.actions.set(action, known);
  known.count += 1;
  if (!isComplete) known.incomplete += 1;
  if (!isBeside) known.isBeside = false;
  if (time < known.first) known.first = time;
  if (time > known.last) known.last = time;
  for (const resource of resources) known.resources.set(resource, (known.resources.get(resource) ?? 0) + 1);
  for (const resource of resources.length === 0 ? [null] : resources) {
    const key = `${action} ${resource ?? ''} ${JSON.stringify(context)}`;
    const request = building.requests.get(key);
    if (request) request.events += 1;
    else if (building.requests.size < MAX_REQUESTS) building.requests.set(key, { action, resource, context, events: 1 });
    else building.dropped += 1;
  }
}

function stretch(span: Span, time: string): void {
  span.events += 1;
  if (time < span.first) span.first = time;
  if (time > span.last) span.last = time;
}

function widen(spans: Map<string, Span>, key: string, time: string): void {
  const known = spans.get(key) ?? { first: time, last: time, events: 0 };
  spans.set(key, known);
  stretch(known, time);
}

function idOf(record: Json): string | null {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
  const id = (record as Readonly<Record<string, Json>>)['eventID'] ?? (record as Readonly<Record<string, Json>>)['EventId'];
  return typeof id === 'string' && id !== '' ? id : null;
}
