/** Logs or a lake × one entity → what it did, what it became, what is new, who is near. */
import { resolve } from 'node:path';
import { loadDetections } from '@kumomori/content';
import type { EntityKind, FoundEntity, PeerTie, Relation, Scope } from '@kumomori/engine';
import { abusedOperations, EntitySearch, FirstSeen, Peers, Profiles } from '@kumomori/engine';
import type { Diagnostic, EventFacts, Language, LogEvent } from '@kumomori/model';
import { eventFacts, SIGMA_LEVELS } from '@kumomori/model';
import { readRules } from '../detect/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { EventStore } from '../investigate/index.ts';
import { fileStore, lakeStore, RuleMarks } from '../investigate/index.ts';
import { isLake, lakeFiles, LakeError } from '../lake/index.ts';
import { toolVersion } from '../version.ts';
import { behaviorMarks } from './behavior-marks.ts';
import type { InvestigationReport, TimelineRow, TimelineRule, ToldNews } from './investigation-report.ts';
import { openQuestions } from './investigation-questions.ts';
import { surroundingsOf } from './investigation-surroundings.ts';
import { aboutLake } from './lake-errors.ts';
import { signalRule, titleIn } from './match-rows.ts';

export interface InvestigateOptions {
  readonly entity: string;
  readonly as: EntityKind | null;
  /** Files and folders; none where a lake is given. */
  readonly logs: readonly string[];
  readonly lake: string | null;
  /** Snapshots and code. */
  readonly targets: readonly string[];
  /** ISO 8601; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rules: readonly string[];
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
}

/** Events that are told one by one; all are counted. */
const MAX_TIMELINE = 20_000;
/** Whom the entity asked, whom they asked: more hand-overs than any chain has. */
const MAX_ROUNDS = 8;

/** Throws AppErrors: wrong usage, logs that are not there, an entity the logs do not know. */
export async function investigateEntity(options: InvestigateOptions): Promise<InvestigationReport> {
  const { entity: text, cwd, language, now } = options;
  const messages = messagesIn(language);
  const scope = scopeOf(options, messages);
  const diagnostics: Diagnostic[] = [];
  return await aboutLake(messages, async () => {
    const store = storeOf(options, messages, (diagnostic) => diagnostics.push(diagnostic));
    const found = await findEntity(store, options);
    if (!found) throw new AppError('unknown-id', { message: messages.investigate.notFound(text) });
    const { set } = readRules(options.rules, { cwd, messages, own: options.rules.length === 0 ? await loadDetections() : [] });
    const trail = new Trail(found, { scope, marks: new RuleMarks(set), titles: language });
    await store.scan(
      [text, ...found.texts].map((each) => shortest(each)),
      (event, place) => trail.add(event, place),
    );
    const peers = await peersOf(store, trail, found);
    const profiles = trail.profiles.finish(abusedOperations(set.rules, (rule) => signalRule(rule).techniques));
    const { news, timeline, rules } = trail.finish(messages);
    const principals = profiles.map((each) => ({
      ...each,
      ...{ first: iso(each.first), last: iso(each.last) },
      apis: each.apis.map((api) => ({ ...api, first: iso(api.first) })),
    }));
    const chains = found.hops.map((hop) => ({ ...hop, time: iso(hop.time) }));
    const summary = store.summary();
    const base = {
      ...{ schemaVersion: '1' as const, tool: { name: 'kumomori' as const, version: toolVersion() }, at: now().toISOString() },
      entity: found.entity,
      scope: { from: iso(scope.from), to: iso(scope.to) },
      logs: { kind: store.kind, paths: options.lake === null ? options.logs : [options.lake], ...summary, sources: trail.sources() },
      summary: { ...trail.summary(), matches: rules.length, ...worstOf(rules) },
      ...{ chains, principals, news, timeline, places: trail.places(), diagnostics },
      peers: peers.map((each) => ({ ...each, first: iso(each.first), last: iso(each.last) })),
    };
    const surroundings = options.targets.length === 0 ? null : await surroundingsOf(base, options);
    return { ...base, surroundings, openQuestions: await openQuestions({ ...base, surroundings }, { ...options, messages }) };
  });
}

function scopeOf({ from, to }: InvestigateOptions, messages: Messages): Scope {
  const time = (option: string, value: string | null): number | null => {
    if (value === null) return null;
    // A day without a time is its beginning for --from and its end for --to.
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
    const parsed = Date.parse(
      isDay && option === '--to' ? `${value}T23:59:59.999Z` : /[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value) ? `${value}Z` : value,
    );
    if (Number.isNaN(parsed)) throw new AppError('usage', { message: messages.integrity.cli.badTime(option, value) });
    return parsed;
  };
  return { from: time('--from', from), to: time('--to', to) };
}

function storeOf({ logs, lake, cwd }: InvestigateOptions, messages: Messages, report: (diagnostic: Diagnostic) => void): EventStore {
  if (lake === null) return fileStore(logs, { cwd, messages, report });
  const folder = resolve(cwd, lake);
  if (!isLake(folder)) throw new LakeError('missing', lake);
  return lakeStore(folder, { name: lake, files: lakeFiles(folder).length });
}

/** Reads until nothing more is known by which its events could be found. */
async function findEntity(store: EventStore, { entity, as }: InvestigateOptions): Promise<FoundEntity | null> {
  const search = new EntitySearch(entity, as);
  let texts = search.texts();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    await store.scan(texts, (event) => search.add(event, eventFacts(event)));
    const next = search.texts();
    if (next.length === texts.length) break;
    texts = next;
  }
  return search.finish();
}

/** A role's name is in all of its events, its ARN not. */
function shortest(text: string): string {
  return text.startsWith('arn:') ? (text.split(/[:/]/).at(-1) ?? text) : text;
}

async function peersOf(store: EventStore, trail: Trail, found: FoundEntity): Promise<ReturnType<Peers['finish']>> {
  const ties = trail.ties(found.entity.kind);
  const texts = Object.values(ties).flatMap((values) => [...values]);
  if (texts.length === 0) return [];
  const peers = new Peers(ties);
  await store.scan(texts, (event) => {
    const facts = eventFacts(event);
    if (trail.isInScope(facts) && found.relationOf(event, facts) === null) peers.add(facts);
  });
  return peers.finish();
}

interface Row {
  readonly facts: EventFacts;
  readonly relation: Relation;
  readonly file: string;
}

/** Addresses, tools and things of which others are looked for. */
const MAX_TIES = 60;

/** State: the events that belong to the entity. */
class Trail {
  readonly profiles = new Profiles();
  readonly #found: FoundEntity;
  readonly #scope: Scope;
  readonly #marks: RuleMarks;
  readonly #language: Language;
  readonly #firstSeen: FirstSeen;
  readonly #behaviors = behaviorMarks();
  readonly #rows = new Map<number, Row>();
  readonly #places = new Set<string>();
  readonly #sources = new Set<string>();
  readonly #ties: Record<PeerTie, Map<string, number>> = { address: new Map(), agent: new Map(), resource: new Map() };
  readonly #seen = new Set<string>();
  #count = 0;
  #direct = 0;
  #failures = 0;
  #first: number | null = null;
  #last: number | null = null;

  constructor(
    found: FoundEntity,
    { scope, marks, titles }: { readonly scope: Scope; readonly marks: RuleMarks; readonly titles: Language },
  ) {
    this.#found = found;
    this.#scope = scope;
    this.#marks = marks;
    this.#language = titles;
    this.#firstSeen = new FirstSeen(scope);
  }

  add(event: LogEvent, { file, partition }: { readonly file: string; readonly partition: string | null }): void {
    const facts = eventFacts(event);
    const relation = this.#found.relationOf(event, facts);
    if (relation === null || this.#isTwice(facts)) return;
    this.#firstSeen.add(facts);
    this.#behaviors.add(event, facts);
    if (!this.isInScope(facts)) return;
    const number = this.#count++;
    const place = partition === null ? file : `${file}/${partition}`;
    this.#places.add(place);
    this.#sources.add(facts.source);
    this.profiles.add(facts, relation);
    this.#marks.add(event, facts, number);
    this.#sum(facts, relation);
    if (this.#rows.size < MAX_TIMELINE) this.#rows.set(number, { facts, relation, file: place });
  }

  isInScope({ time }: Pick<EventFacts, 'time'>): boolean {
    const { from, to } = this.#scope;
    if (time === null) return from === null && to === null;
    return (from === null || time >= from) && (to === null || time <= to);
  }

  /** What is asked of others. Things count only where the entity is one, or it changed few of them. */
  ties(kind: EntityKind): Readonly<Record<PeerTie, ReadonlySet<string>>> {
    const most = (tie: PeerTie, limit: number): ReadonlySet<string> =>
      new Set(
        [...this.#ties[tie]]
          .toSorted((a, b) => b[1] - a[1])
          .slice(0, limit)
          .map(([value]) => value),
      );
    return {
      address: kind === 'address' ? new Set() : most('address', MAX_TIES / 2),
      agent: kind === 'resource' ? new Set() : most('agent', MAX_TIES / 4),
      resource: kind === 'resource' ? new Set() : most('resource', MAX_TIES / 4),
    };
  }

  sources(): readonly string[] {
    return [...this.#sources].toSorted();
  }

  places(): readonly string[] {
    return [...this.#places].toSorted();
  }

  summary(): Pick<InvestigationReport['summary'], 'events' | 'direct' | 'first' | 'last' | 'failures'> {
    return { events: this.#count, direct: this.#direct, first: iso(this.#first), last: iso(this.#last), failures: this.#failures };
  }

  finish(messages: Messages): {
    readonly news: ToldNews;
    readonly timeline: readonly TimelineRow[];
    readonly rules: readonly TimelineRule[];
  } {
    const news = this.#firstSeen.finish();
    const newById = Map.groupBy(
      news.facts.filter(({ eventId }) => eventId !== null),
      ({ eventId }) => eventId,
    );
    const rules = new Map<number, TimelineRule[]>();
    const mark = (number: number, rule: TimelineRule): void => void rules.set(number, [...(rules.get(number) ?? []), rule]);
    for (const { rule, event } of this.#marks.finish()) {
      const { id, level, techniques } = signalRule(rule);
      mark(event, { id, title: titleIn(rule, this.#language), level, technique: techniques, kind: rule.kind });
    }
    const numbers = new Map(
      [...this.#rows].flatMap(([number, { facts }]) => (facts.eventId === null ? [] : [[facts.eventId, number] as const])),
    );
    for (const { eventId, rule } of this.#behaviors.finish(messages)) {
      const number = numbers.get(eventId);
      if (number !== undefined) mark(number, rule);
    }
    const timeline = [...this.#rows].map(([number, { facts, relation, file }]): TimelineRow => {
      const { time, outcome, action, service, resource, principal, session, credential, sourceIp, userAgent, account, region } = facts;
      return {
        ...{ time: iso(time), relation, outcome, action, service, resource, principal, session, credential, sourceIp, userAgent },
        ...{ account, region, error: facts.error, eventId: facts.eventId, source: facts.source, file },
        isNew: (newById.get(facts.eventId) ?? []).map(({ kind }) => kind),
        rules: rules.get(number) ?? [],
      };
    });
    const told = {
      ...news,
      baselineFrom: iso(news.baselineFrom),
      facts: news.facts.map((fact) => ({ ...fact, first: iso(fact.first) ?? '' })),
    };
    return { news: told, timeline: timeline.toSorted((a, b) => compare(a.time ?? '', b.time ?? '')), rules: [...rules.values()].flat() };
  }

  /** Organization trails and account trails deliver the same event. */
  #isTwice({ source, eventId, account }: EventFacts): boolean {
    if (eventId === null) return false;
    const key = `${source}\n${eventId}\n${account ?? ''}`;
    if (this.#seen.has(key)) return true;
    if (this.#seen.size < 1_000_000) this.#seen.add(key);
    return false;
  }

  #sum({ outcome, time, sourceIp, userAgent, resource, readOnly }: EventFacts, relation: Relation): void {
    if (relation === 'direct') this.#direct += 1;
    if (outcome === 'failure' || outcome === 'denied') this.#failures += 1;
    if (time !== null) {
      this.#first = Math.min(time, this.#first ?? time);
      this.#last = Math.max(time, this.#last ?? time);
    }
    raise(this.#ties.address, sourceIp);
    // The provider's own words for itself tie nobody to anybody.
    if (userAgent === null || !/^AWS Internal$|\.amazonaws\.com$/.test(userAgent)) raise(this.#ties.agent, userAgent);
    if (readOnly === false) raise(this.#ties.resource, resource);
  }
}

function raise(map: Map<string, number>, value: string | null): void {
  if (value !== null && (map.size < 5000 || map.has(value))) map.set(value, (map.get(value) ?? 0) + 1);
}

function worstOf(rules: readonly TimelineRule[]): Pick<InvestigationReport['summary'], 'worst' | 'techniques'> {
  const worst = SIGMA_LEVELS.findLast((level) => rules.some((rule) => rule.level === level)) ?? null;
  return { worst, techniques: [...new Set(rules.flatMap(({ technique }) => technique))].toSorted() };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function iso(milliseconds: number | null): string | null {
  if (milliseconds === null) return null;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
