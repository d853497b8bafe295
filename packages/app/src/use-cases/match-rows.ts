/** Matches and incidents as contracts.md §5 prints them. */
import type { BehaviorEvidence, BehaviorMatch, CompiledCorrelation, CompiledRule, CorrelationMatch, Incident } from '@kumomori/engine';
import type { Signal, SignalRule, StoryReason } from '@kumomori/engine';
import { BEHAVIORS } from '@kumomori/engine';
import type { Language, SigmaData, SigmaLevel } from '@kumomori/model';
import type { EventSummary } from '../detect/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { IntelNote, JudgedIntel } from '../intel/index.ts';

/** One line of the result (contracts.md §5). */
export interface MatchRow {
  readonly ruleId: string | null;
  readonly title: string;
  readonly level: SigmaLevel;
  readonly technique: readonly string[];
  readonly time: string | null;
  readonly eventId: string | null;
  readonly source: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly principal: string | null;
  readonly sourceIp: string | null;
  readonly action: string | null;
  readonly incidentId: string | null;
  /** The file of logs it stands in. */
  readonly file: string | null;
  /** Only of indicators. */
  readonly intel?: IntelNote & { readonly eventIds?: readonly string[] };
  /** Only of correlations. */
  readonly correlation?: {
    readonly group: Readonly<Record<string, string>>;
    readonly eventIds: readonly string[];
    readonly firstSeen: string | null;
  };
  /** Only of behaviors: which one, when it began, further events, and why in sentences. */
  readonly behavior?: { readonly id: string; readonly firstSeen: string | null; readonly eventIds: readonly string[] };
  readonly because?: readonly string[];
}

/** One line of `--incidents` (contracts.md §5). */
export interface IncidentRow {
  readonly incidentId: string;
  readonly title: string;
  readonly severity: SigmaLevel;
  /** Who it begins with. */
  readonly principal: string | null;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly techniques: readonly string[];
  readonly ruleIds: readonly string[];
  readonly eventCount: number;
  /** Sentences in the user's language. */
  readonly because: readonly string[];
  readonly principals: readonly string[];
  readonly sourceIps: readonly string[];
  readonly tactics: readonly string[];
  /** Orders incidents of one severity. */
  readonly score: number;
}

type Compiled = CompiledRule | CompiledCorrelation;

/** Every event that a correlation names; more say nothing. */
const MAX_EVENT_IDS = 100;
const MAX_NAMED = 5;
/** Sentences of behaviors in one story. */
const MAX_BECAUSE = 12;

export function matchRow(
  rule: Compiled,
  event: EventSummary,
  place: { readonly file: string | null; readonly language: Language },
): MatchRow {
  const { eventId, time, source, account, region, principal, sourceIp, action } = event;
  return {
    ruleId: rule.document.id,
    title: titleIn(rule, place.language),
    level: rule.level,
    technique: techniquesOf(rule),
    time: isoTime(time),
    ...{ eventId, source, account, region, principal, sourceIp, action, incidentId: null, file: place.file },
  };
}

export function correlationRow({ correlation, group, points }: CorrelationMatch<EventSummary>, language: Language): MatchRow {
  const eventIds = [...new Set(points.flatMap(({ info }) => info.eventId ?? []))].slice(0, MAX_EVENT_IDS);
  const row = matchRow(correlation, lastOf(points).info, { file: null, language });
  return { ...row, correlation: { group, eventIds, firstSeen: isoTime(points[0]?.time ?? null) } };
}

/** A line of a behavior: its event is one that stands for all. */
export function behaviorRow(
  { behavior: id, level, event, firstSeen, eventIds, evidence }: BehaviorMatch,
  { behavior: texts }: Messages,
): MatchRow {
  const { eventId, time, source, account, region, principal, sourceIp, action } = event;
  const { uuid, techniques } = BEHAVIORS[id];
  return {
    ...{ ruleId: uuid, title: texts.titles[id], level, technique: techniques, time: isoTime(time) },
    ...{ eventId, source, account, region, principal, sourceIp, action, incidentId: null, file: null },
    behavior: { id, firstSeen: isoTime(firstSeen), eventIds: eventIds.slice(0, MAX_EVENT_IDS) },
    because: evidence.map((each) => evidenceText(each, texts)),
  };
}

function evidenceText<K extends BehaviorEvidence['kind']>(
  evidence: Extract<BehaviorEvidence, { readonly kind: K }>,
  { because }: Messages['behavior'],
): string {
  // Every kind's words take its own evidence: the catalogue's type says so, and TypeScript cannot follow it through the union.
  const say = because[evidence.kind] as (given: BehaviorEvidence) => string;
  return say(evidence);
}

export function behaviorSignal({ behavior, level }: BehaviorMatch): SignalRule {
  const { uuid, tactics, techniques } = BEHAVIORS[behavior];
  return { id: uuid, level, tactics, techniques };
}

/** `eventIds`: of patterns over several events, all of them. */
export function intelRow(
  { ruleId, title, level, techniques, note }: JudgedIntel,
  { eventId, time, source, account, region, principal, sourceIp, action }: EventSummary,
  { file, eventIds }: { readonly file: string | null; readonly eventIds: readonly string[] },
): MatchRow {
  return {
    ...{ ruleId, title: note.observed === null ? title : `${title}: ${note.observed}`, level, technique: techniques, time: isoTime(time) },
    ...{ eventId, source, account, region, principal, sourceIp, action, incidentId: null, file },
    intel: { ...note, ...(eventIds.length > 1 && { eventIds: eventIds.slice(0, MAX_EVENT_IDS) }) },
  };
}

/** Indicators say what, not what for: no tactics. */
export function intelSignal({ ruleId, level, techniques }: JudgedIntel): SignalRule {
  return { id: ruleId, level, tactics: [], techniques };
}

export function lastOf<T>(list: readonly T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new Error('a match without events');
  return last;
}

/** What stories need of a rule. */
export function signalRule(rule: Compiled): SignalRule {
  const { id, title, tags } = rule.document;
  const tactics = tags.flatMap((tag) => /^attack\.([a-z][a-z_-]+)$/i.exec(tag)?.[1]?.toLowerCase().replaceAll('_', '-') ?? []);
  return { id: id ?? title, level: rule.level, tactics: [...new Set(tactics)], techniques: techniquesOf(rule) };
}

/** Our own rules say their title in Japanese too. */
export function titleIn({ document }: Compiled, language: Language): string {
  const notes = language === 'ja' ? memberOf(memberOf(document.extra['kumomori'], 'ja'), 'title') : null;
  return typeof notes === 'string' ? notes : document.title;
}

function memberOf(value: SigmaData | null | undefined, key: string): SigmaData | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return (value as Readonly<Record<string, SigmaData>>)[key] ?? null;
}

/** `attack.t1078.004` → `T1078.004`. */
function techniquesOf({ document }: Compiled): readonly string[] {
  const found = document.tags.flatMap((tag) => /^attack\.(t\d{4}(?:\.\d{3})?)$/i.exec(tag)?.[1]?.toUpperCase() ?? []);
  return [...new Set(found)];
}

export function incidentRow(incident: Incident<MatchRow>, messages: Messages): IncidentRow {
  const { severity, principal, principals, tactics, techniques, ruleIds, signals, score, firstSeen, lastSeen } = incident;
  const texts = messages.detect.incident;
  const titles = new Map(signals.map(({ rule, info }) => [rule.id, info.title]));
  const worst = worstOf(signals);
  const sourceIps = [...new Set(signals.flatMap(({ facts }) => facts.sourceIp ?? []))];
  const eventCount = new Set(signals.flatMap(({ info }) => info.correlation?.eventIds ?? [`${info.file}\n${info.eventId}`])).size;
  const who = shortName(principal) ?? texts.nobody;
  return {
    incidentId: incident.id,
    title: titles.size > 1 ? texts.titleMore(who, worst.info.title, titles.size - 1) : texts.title(who, worst.info.title),
    severity,
    principal,
    ...{ firstSeen: isoTime(firstSeen) ?? '', lastSeen: isoTime(lastSeen) ?? '', techniques, ruleIds, eventCount },
    because: [
      ...incident.reasons.map((reason) => sentence(reason, titles, messages)),
      ...new Set(signals.flatMap(({ info }) => info.because ?? []).slice(0, MAX_BECAUSE)),
      texts.course(signals.length, eventCount, Math.round((lastSeen - firstSeen) / 60_000), sourceIps.slice(0, MAX_NAMED)),
    ],
    ...{ principals, sourceIps: sourceIps.slice(0, MAX_EVENT_IDS), tactics, score },
  };
}

function worstOf<I>(signals: readonly Signal<I>[]): Signal<I> {
  const order: readonly SigmaLevel[] = ['informational', 'low', 'medium', 'high', 'critical'];
  return signals.toSorted((a, b) => order.indexOf(b.rule.level) - order.indexOf(a.rule.level))[0] ?? lastOf(signals);
}

function sentence(reason: StoryReason, titles: ReadonlyMap<string, string>, { detect }: Messages): string {
  const texts = detect.incident;
  const title = (id: string): string => titles.get(id) ?? id;
  if (reason.kind === 'level') return texts.level(title(reason.ruleId), reason.level);
  if (reason.kind === 'tactics') return texts.tactics(reason.tactics);
  if (reason.kind === 'small-signs') return texts.smallSigns(reason.rules);
  if (reason.kind === 'rare') return texts.rare(title(reason.ruleId));
  return texts.chain(reason.principals.slice(0, MAX_NAMED).map((each) => shortName(each) ?? each));
}

/** The last part of an ARN; other names as they are. */
function shortName(principal: string | null): string | null {
  return principal === null ? null : principal.startsWith('arn:') ? (principal.split(/[:/]/).at(-1) ?? principal) : principal;
}

function isoTime(milliseconds: number | null): string | null {
  if (milliseconds === null) return null;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
