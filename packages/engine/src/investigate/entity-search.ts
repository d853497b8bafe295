/** First reading of the logs: what the entity is, what it became, and who it was before. */
import type { CredentialLink, EventFacts, LogEvent } from '@kumomori/model';
import { credentialLink, mayLink } from '@kumomori/model';
import { entityKinds, entityTest } from './entity.ts';
import { accountOfCaller, accountOfName, delegatorsOf, mailsOf, roleAskedFor, sessionAskedFor, uniqueIdOf } from './identity.ts';
import type { Entity, EntityKind, Hop, HopEnd, Relation } from './types.ts';

/** A hand-out of a credential, before anybody knows whether it matters. */
interface HandOut {
  readonly link: CredentialLink;
  readonly facts: EventFacts;
  readonly uniqueId: string | null;
  readonly account: string | null;
  readonly role: string | null;
  readonly session: string | null;
  readonly mails: readonly string[];
  /** Kinds for which the event is one of the entity's own. */
  readonly kinds: readonly EntityKind[];
}

interface Holder {
  readonly principal: string | null;
  readonly session: string | null;
  readonly account: string | null;
}

/** Rows of each table; logs with more say so by `isCut`. */
const MAX_ROWS = 300_000;
/** A token of a Google service account lives an hour, twelve at most where the organization allows it. */
const TOKEN_LIFE = 12 * 3_600_000;
const MAX_HOPS = 2000;

/** State. Feed it all events, or all that hold one of `texts()` or hand out credentials, until `texts()` grows no more. */
export class EntitySearch {
  readonly #text: string;
  readonly #tests: readonly (readonly [EntityKind, ReturnType<typeof entityTest>])[];
  readonly #counts = new Map<EntityKind, number>();
  readonly #credentials = new Map<EntityKind, Set<string>>();
  readonly #mails = new Map<EntityKind, Set<string>>();
  readonly #names = new Map<EntityKind, Set<string>>();
  readonly #handOuts = new Map<string, HandOut>();
  readonly #holders = new Map<string, Holder>();
  readonly #byUniqueId = new Map<string, Holder>();
  isCut = false;

  constructor(text: string, as: EntityKind | null = null) {
    this.#text = text;
    this.#tests = (as === null ? entityKinds(text) : [as]).map((kind) => [kind, entityTest(kind, text)]);
  }

  add(event: LogEvent, facts: EventFacts): void {
    const kinds = this.#tests.filter(([, test]) => test(event, facts)).map(([kind]) => kind);
    const mails = kinds.length > 0 || mayLink(event) ? mailsOf(event, facts) : [];
    for (const kind of kinds) {
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
      if (kind === 'address' || kind === 'resource') continue;
      if (facts.credential !== null) into(this.#credentials, kind, facts.credential);
      if (facts.principal !== null) into(this.#names, kind, facts.principal);
      const delegators = delegatorsOf(event);
      for (const mail of mails) if (!delegators.includes(mail)) into(this.#mails, kind, mail);
    }
    this.#know(event, facts);
    const link = mayLink(event) ? credentialLink(event, facts) : null;
    if (link) this.#handOut(link, { event, facts, kinds, mails });
  }

  /** What the entity is, by what the logs know of it; null where they know nothing. */
  finish(): FoundEntity | null {
    const kind = this.#tests.map(([each]) => each).find((each) => (this.#counts.get(each) ?? 0) > 0) ?? this.#handedOut();
    return kind === null ? null : this.#follow(kind);
  }

  /** Texts of which an event holds one if it belongs to the entity or to what it became. */
  texts(): readonly string[] {
    // The role's ARN is in most of its events and its name in all of them.
    const name = this.#text.startsWith('arn:') ? (this.#text.split(/[:/]/).at(-1) ?? this.#text) : this.#text;
    return [...new Set([name, ...(this.finish()?.texts ?? [])])];
  }

  /** A key that nobody used yet, but that was handed out. */
  #handedOut(): EntityKind | null {
    return this.#tests.some(([kind]) => kind === 'credential') && [...this.#handOuts.values()].some(({ link }) => link.to === this.#text)
      ? 'credential'
      : null;
  }

  #know(event: LogEvent, facts: EventFacts): void {
    const { principal, session, credential, actorKind } = facts;
    if (actorKind === 'service' || principal === null) return;
    const isNamed = principal.startsWith('arn:') || facts.source !== 'aws.cloudtrail';
    if (!isNamed) return;
    const holder = { principal, session, account: accountOfCaller(event, facts) };
    if (credential !== null) this.#keep(this.#holders, credential, holder);
    const unique = uniqueIdOf(event);
    if (unique !== null) this.#keep(this.#byUniqueId, unique, holder);
  }

  #handOut(
    link: CredentialLink,
    { event, facts, kinds, mails }: { event: LogEvent; facts: EventFacts; kinds: readonly EntityKind[]; mails: readonly string[] },
  ): void {
    const known = this.#handOuts.get(link.to + keyOf(link.from));
    // The same hand-out in the logs of both accounts: the one that names the asker counts.
    if (known && (known.facts.principal?.startsWith('arn:') ?? false)) return;
    const made = { link, facts, uniqueId: uniqueIdOf(event), account: accountOfCaller(event, facts), kinds, mails };
    this.#keep(this.#handOuts, link.to + keyOf(link.from), { ...made, role: roleAskedFor(event), session: sessionAskedFor(event) }, true);
  }

  #keep<T>(map: Map<string, T>, key: string, value: T, replaces = false): void {
    if (map.has(key) && !replaces) return;
    if (map.size >= MAX_ROWS && !map.has(key)) this.isCut = true;
    else map.set(key, value);
  }

  #follow(kind: EntityKind): FoundEntity {
    const own = this.#credentials.get(kind) ?? new Set<string>(kind === 'credential' ? [this.#text] : []);
    const mails = this.#mails.get(kind) ?? new Set<string>();
    const reached = new Set<string>();
    const tokens = new Map<string, number>();
    const hops: Hop[] = [];
    const taken = new Set<HandOut>();
    const all = [...this.#handOuts.values()];
    for (let grew = true; grew && hops.length < MAX_HOPS;) {
      grew = false;
      for (const each of all) {
        if (taken.has(each) || !this.#isBy(each, kind, { own, mails, reached })) continue;
        taken.add(each);
        grew = true;
        hops.push(this.#hop(each, 'onward'));
        if (isToken(each.link.to))
          tokens.set(each.link.to.toLowerCase(), Math.min(each.facts.time ?? 0, tokens.get(each.link.to.toLowerCase()) ?? Infinity));
        else reached.add(each.link.to);
      }
    }
    const origins = kind === 'address' || kind === 'resource' ? [] : this.#origins(own, taken, all);
    const sorted = [...uniqueHops([...origins, ...hops])].toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0));
    return new FoundEntity({
      ...{ entity: { text: this.#text, kind }, own, mails, reached, tokens, hops: sorted },
      ...{ directEvents: this.#counts.get(kind) ?? 0, names: this.#names.get(kind) ?? new Set<string>() },
    });
  }

  #isBy(
    { kinds, link, mails: said }: HandOut,
    kind: EntityKind,
    { mails, reached }: { readonly own: ReadonlySet<string>; readonly mails: ReadonlySet<string>; readonly reached: ReadonlySet<string> },
  ): boolean {
    if (kinds.includes(kind)) return kind !== 'resource';
    if (link.from.credential !== null && reached.has(link.from.credential)) return true;
    if (link.from.principal !== null && reached.has(link.from.principal)) return true;
    return said.some((mail) => mails.has(mail));
  }

  /** From the credentials of the entity back to those who asked for them, as far as the logs tell. */
  #origins(own: ReadonlySet<string>, taken: ReadonlySet<HandOut>, all: readonly HandOut[]): readonly Hop[] {
    const byTarget = Map.groupBy(all, ({ link }) => link.to);
    const hops: Hop[] = [];
    const seen = new Set<string>();
    const waiting = [...own];
    for (let next = waiting.pop(); next !== undefined && hops.length < MAX_HOPS; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const each of byTarget.get(next) ?? []) {
        if (!taken.has(each)) hops.push(this.#hop(each, 'origin'));
        if (each.link.from.credential !== null) waiting.push(each.link.from.credential);
      }
    }
    return hops;
  }

  #hop({ link, facts, uniqueId, account, role, session }: HandOut, direction: Hop['direction']): Hop {
    const asker = uniqueId === null ? undefined : this.#byUniqueId.get(uniqueId);
    const named = link.from.principal?.startsWith('arn:') === false && asker ? asker : { ...link.from, account };
    const holder = this.#holders.get(link.to);
    const principal = holder?.principal ?? role ?? (isCredential(link.to) ? facts.resource : link.to);
    const to: HopEnd = {
      principal,
      session: holder?.session ?? session,
      credential: isCredential(link.to) ? link.to : null,
      account: accountOfName(principal) ?? holder?.account ?? facts.account,
    };
    const from: HopEnd = { principal: named.principal, session: named.session, credential: link.from.credential, account: named.account };
    const { time, source, eventId, action, sourceIp } = facts;
    const crossesAccount = from.account !== null && to.account !== null && from.account !== to.account;
    return { time, source, eventId, action, sourceIp, direction, from, to, crossesAccount };
  }
}

interface Found {
  readonly entity: Entity;
  readonly directEvents: number;
  readonly names: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
  readonly mails: ReadonlySet<string>;
  /** Credentials and principals it obtained. */
  readonly reached: ReadonlySet<string>;
  /** Service accounts, in lower case, that it asked a credential of, and when first. */
  readonly tokens: ReadonlyMap<string, number>;
  readonly hops: readonly Hop[];
}

/** An entity the logs know, and what else acts for it. */
export class FoundEntity {
  readonly entity: Entity;
  readonly directEvents: number;
  readonly hops: readonly Hop[];
  readonly #found: Found;
  readonly #test: ReturnType<typeof entityTest>;

  constructor(found: Found) {
    this.#found = found;
    this.entity = found.entity;
    this.directEvents = found.directEvents;
    this.hops = found.hops;
    this.#test = entityTest(found.entity.kind, found.entity.text);
  }

  /** Why an event belongs here; null: it does not. */
  relationOf(event: LogEvent, facts: EventFacts): Relation | null {
    const { reached, mails } = this.#found;
    if (this.#test(event, facts)) return 'direct';
    if (facts.actorKind === 'service') return null;
    if (facts.credential !== null && reached.has(facts.credential)) return 'became';
    if (facts.principal !== null && reached.has(facts.principal)) return 'became';
    if (mails.size > 0 && delegatorsOf(event).some((mail) => mails.has(mail))) return 'became';
    if (mails.size > 0 && mailsOf(event, facts).some((mail) => mails.has(mail))) return 'same-person';
    return this.#isByToken(event, facts) ? 'possibly' : null;
  }

  /** Names that events of it hold, so that others need not be read. */
  get texts(): readonly string[] {
    const { own, mails, reached, tokens, hops, entity } = this.#found;
    // Events of a principal hold its name; of an address or thing nothing is its own.
    const credentials = entity.kind === 'session' ? [...own] : [];
    const askers = hops.flatMap(({ direction, from }) => (direction === 'origin' ? (from.credential ?? []) : []));
    return [...new Set([...reached, ...mails, ...tokens.keys(), ...credentials, ...askers])];
  }

  /** Principals it is known by. */
  get names(): readonly string[] {
    return [...this.#found.names];
  }

  #isByToken(event: LogEvent, { principal, time }: EventFacts): boolean {
    const since = principal === null ? undefined : this.#found.tokens.get(principal.toLowerCase());
    if (since === undefined || time === null) return false;
    // A record that names other people is theirs.
    return delegatorsOf(event).length === 0 && time >= since && time <= since + TOKEN_LIFE;
  }
}

function isCredential(id: string): boolean {
  return /^A(?:KIA|SIA)/.test(id);
}

function isToken(id: string): boolean {
  return !isCredential(id) && id.includes('@');
}

function keyOf({ credential, principal }: CredentialLink['from']): string {
  return `\n${credential ?? principal ?? ''}`;
}

/** The asking and the asked account each log one hand-out of one credential. */
function* uniqueHops(hops: readonly Hop[]): Generator<Hop> {
  const known = new Map<string, Hop>();
  for (const hop of hops) {
    const key = hop.to.credential ?? `${hop.to.principal}\n${hop.time}`;
    const other = known.get(key);
    if (!other || (hop.from.principal?.startsWith('arn:') === true && other.from.principal?.startsWith('arn:') !== true))
      known.set(key, hop);
  }
  yield* known.values();
}

function into(map: Map<EntityKind, Set<string>>, kind: EntityKind, value: string): void {
  const set = map.get(kind);
  if (!set) map.set(kind, new Set([value]));
  else if (set.size < MAX_ROWS) set.add(value);
}
