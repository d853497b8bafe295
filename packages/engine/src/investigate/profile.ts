/** What principals did: counts that stay small however many events there are. */
import type { EventFacts } from '@kumomori/model';
import type { ApiUse, Counted, NewFact, NewKind, News, Profile, Relation, Scope } from './types.ts';

interface ApiDraft {
  readonly service: string | null;
  readonly action: string;
  readonly source: EventFacts['source'];
  readonly counts: { success: number; failure: number; denied: number; unknown: number };
  first: number | null;
}

interface Draft {
  readonly actorKind: EventFacts['actorKind'];
  readonly relations: Set<Relation>;
  readonly apis: Map<string, ApiDraft>;
  readonly lists: Record<ListName, Map<string, number>>;
  readonly hours: number[];
  events: number;
  first: number | null;
  last: number | null;
  bytesOut: number;
}

const LISTS = ['regions', 'addresses', 'agents', 'accounts', 'sessions', 'credentials', 'resources'] as const;
type ListName = (typeof LISTS)[number];

const MAX_PRINCIPALS = 5000;
const MAX_VALUES = 2000;
/** Values of one list in the result. */
const MAX_TOLD = 200;

/** Techniques of detections that name an operation; null: none names it. */
export type AbusedBy = (facts: Pick<EventFacts, 'source' | 'action'>) => readonly string[] | null;

/** State: one draft for each principal. */
export class Profiles {
  readonly #drafts = new Map<string, Draft>();

  add(facts: EventFacts, relation: Relation): void {
    const key = facts.principal ?? (facts.sourceIp === null ? '?' : facts.sourceIp);
    const draft = this.#drafts.get(key) ?? (this.#drafts.size < MAX_PRINCIPALS ? newDraft(facts) : null);
    if (!draft) return;
    this.#drafts.set(key, draft);
    const { time, region, sourceIp, userAgent, account, session, credential, resource } = facts;
    draft.events += 1;
    draft.relations.add(relation);
    draft.bytesOut += facts.bytesOut ?? 0;
    if (time !== null) {
      draft.first = Math.min(time, draft.first ?? time);
      draft.last = Math.max(time, draft.last ?? time);
      const hour = hourOf(time);
      draft.hours[hour] = (draft.hours[hour] ?? 0) + 1;
    }
    const values = {
      regions: region,
      addresses: sourceIp,
      agents: userAgent,
      accounts: account,
      sessions: session === credential ? null : session,
    };
    const more = { ...values, credentials: credential, resources: resource };
    for (const list of LISTS) count(draft.lists[list], more[list]);
    countApi(draft.apis, facts);
  }

  /** In the order of their first event. */
  finish(abusedBy: AbusedBy): readonly Profile[] {
    return [...this.#drafts]
      .map(([principal, draft]): Profile => {
        const lists = Object.fromEntries(LISTS.map((list) => [list, told(draft.lists[list])]));
        const { actorKind, events, first, last, hours, bytesOut } = draft;
        // The names of the lists are those of LISTS.
        const named = lists as Record<ListName, readonly Counted[]>;
        return {
          principal,
          actorKind,
          relations: [...draft.relations],
          events,
          first,
          last,
          apis: apisOf(draft, abusedBy),
          ...named,
          hours,
          bytesOut,
        };
      })
      .toSorted((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity));
  }
}

function newDraft({ actorKind }: EventFacts): Draft {
  const map = (): Map<string, number> => new Map();
  const lists = { regions: map(), addresses: map(), agents: map(), accounts: map(), sessions: map(), credentials: map(), resources: map() };
  const hours = Array.from({ length: 24 }, () => 0);
  return { actorKind, relations: new Set(), apis: new Map(), lists, hours, events: 0, first: null, last: null, bytesOut: 0 };
}

function count(map: Map<string, number>, value: string | null): void {
  if (value !== null && (map.size < MAX_VALUES || map.has(value))) map.set(value, (map.get(value) ?? 0) + 1);
}

function countApi(apis: Map<string, ApiDraft>, { service, action, source, outcome, time }: EventFacts): void {
  if (action === null) return;
  const key = `${service ?? ''}\n${action}`;
  const known = apis.get(key);
  if (!known && apis.size >= MAX_VALUES) return;
  const draft = known ?? { service, action, source, counts: { success: 0, failure: 0, denied: 0, unknown: 0 }, first: null };
  apis.set(key, draft);
  draft.counts[outcome] += 1;
  if (time !== null) draft.first = Math.min(time, draft.first ?? time);
}

/** Those that attackers use first, then by count. */
function apisOf({ apis }: Draft, abusedBy: AbusedBy): readonly ApiUse[] {
  const sum = ({ success, failure, denied, unknown }: ApiUse): number => success + failure + denied + unknown;
  return [...apis.values()]
    .map(({ service, action, source, counts, first }): ApiUse => {
      const techniques = abusedBy({ source, action });
      return { service, action, ...counts, first, techniques: techniques ?? [], isAbused: techniques !== null };
    })
    .toSorted((a, b) => Number(b.isAbused) - Number(a.isAbused) || sum(b) - sum(a) || (a.action < b.action ? -1 : 1));
}

function told(map: ReadonlyMap<string, number>): readonly Counted[] {
  return [...map]
    .map(([value, times]) => ({ value, count: times }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_TOLD);
}

function hourOf(time: number): number {
  return Math.floor(time / 3_600_000) % 24;
}

/** State: what was there before the scope, and what came first within it. */
export class FirstSeen {
  readonly #scope: Scope;
  readonly #before = new Set<string>();
  readonly #inside = new Map<
    string,
    { readonly kind: NewKind; readonly value: string; first: number; count: number; eventId: string | null }
  >();
  #events = 0;
  #from: number | null = null;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** Feed it all events of the entity, also those before the scope. */
  add(facts: EventFacts): void {
    const { time, eventId } = facts;
    const { from, to } = this.#scope;
    if (time === null || from === null || (to !== null && time > to)) return;
    if (time < from) {
      this.#events += 1;
      this.#from = Math.min(time, this.#from ?? time);
      for (const [kind, value] of valuesOf(facts, time)) if (this.#before.size < 100_000) this.#before.add(`${kind}\n${value}`);
      return;
    }
    for (const [kind, value] of valuesOf(facts, time)) {
      const known = this.#inside.get(`${kind}\n${value}`);
      if (!known && this.#inside.size < 100_000) this.#inside.set(`${kind}\n${value}`, { kind, value, first: time, count: 1, eventId });
      if (!known) continue;
      known.count += 1;
      if (time < known.first) Object.assign(known, { first: time, eventId });
    }
  }

  finish(): News {
    const facts = this.#events === 0 ? [] : [...this.#inside].filter(([key]) => !this.#before.has(key)).map(([, fact]): NewFact => fact);
    return { baselineEvents: this.#events, baselineFrom: this.#from, facts: facts.toSorted((a, b) => a.first - b.first) };
  }
}

function valuesOf({ action, region, sourceIp, userAgent, account }: EventFacts, time: number): readonly (readonly [NewKind, string])[] {
  const values: readonly (readonly [NewKind, string | null])[] = [
    ['api', action],
    ['region', region],
    ['address', sourceIp],
    ['agent', userAgent],
    ['account', account],
    ['hour', String(hourOf(time)).padStart(2, '0')],
  ];
  return values.flatMap(([kind, value]) => (value === null ? [] : [[kind, value] as const]));
}
