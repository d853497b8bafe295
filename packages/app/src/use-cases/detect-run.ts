/** Matches of many objects → stories, in the order of the logs; correlations where they are decided. */
import type {
  BehaviorSurroundings,
  CompiledCorrelation,
  CompiledRule,
  CorrelationMatch,
  RuleSet,
  SignalFacts,
  SignalRule,
} from '@kumomori/engine';
import { Activity, Correlator, findBehaviors, Stories } from '@kumomori/engine';
import type { Language, SigmaLevel } from '@kumomori/model';
import { SIGMA_LEVELS } from '@kumomori/model';
import type { EventSummary, ObjectMatches, RuleRow } from '../detect/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { JudgedIntel, LoadedIntel } from '../intel/index.ts';
import { IntelSequences, judgeHit } from '../intel/index.ts';
import type { LogObject } from '../logs/index.ts';
import { deliveredAt } from '../logs/index.ts';
import type { DetectOptions, DetectSummary } from './detect-options.ts';
import type { IncidentRow, MatchRow } from './match-rows.ts';
import {
  behaviorRow,
  behaviorSignal,
  correlationRow,
  incidentRow,
  intelRow,
  intelSignal,
  lastOf,
  matchRow,
  signalRule,
} from './match-rows.ts';

export interface DetectRunOptions extends Pick<DetectOptions, 'minLevel' | 'language'> {
  /** Objects come in the order of the times in their names. */
  readonly isTimed: boolean;
  readonly loaded: LoadedIntel | null;
  /** Of a live source: how much later than a younger one an event may come, in milliseconds. */
  readonly lateness?: number | null;
}

/** Matches that wait for the story they belong to; in larger runs later ones go out without it. */
const MAX_HELD = 500_000;
/** How much older than its object an event may be and still count for correlations: services deliver within minutes, rarely hours. */
const LATENESS = 24 * 3_600_000;
/** Points of correlations that wait before what is over is decided. */
const MAX_WAITING = 20_000;
/** How long a live source remembers what an actor did: twice the silence that ends a story. */
const STORY_MEMORY = 24 * 3_600_000;

/** State: what was counted, the points that correlations wait for, and the matches that wait for their story. */
export class DetectRun {
  readonly #byOrder: ReadonlyMap<number, CompiledRule | CompiledCorrelation>;
  readonly #correlator: Correlator<EventSummary> | null;
  readonly #least: number;
  readonly #take: (row: MatchRow) => void;
  readonly #stories = new Stories<MatchRow>();
  readonly #activity = new Activity();
  readonly #held: MatchRow[] = [];
  readonly #levels: Record<SigmaLevel, number> = { informational: 0, low: 0, medium: 0, high: 0, critical: 0 };
  readonly #set: RuleSet;
  readonly #language: Language;
  readonly #isTimed: boolean;
  readonly #intel: LoadedIntel | null;
  readonly #sequences = new IntelSequences<{ readonly event: EventSummary; readonly file: string }>();
  readonly #lateness: number | null;
  readonly #toldBehaviors = new Set<string>();
  /** Times of the newest point of a correlation, and of the newest match. */
  #newest = Number.NEGATIVE_INFINITY;
  #newestSignal = Number.NEGATIVE_INFINITY;
  #sequence = 0;
  #events = 0;
  #matches = 0;
  #damaged = 0;
  #unrecognized = 0;
  timeless = 0;

  constructor(set: RuleSet, { minLevel, language, isTimed, loaded, lateness = null }: DetectRunOptions, take: (row: MatchRow) => void) {
    this.#set = set;
    this.#byOrder = new Map([...set.rules, ...set.correlations].map((each) => [each.order, each]));
    this.#correlator = set.correlations.length > 0 ? new Correlator<EventSummary>(set) : null;
    this.#least = SIGMA_LEVELS.indexOf(minLevel);
    this.#take = take;
    this.#language = language;
    this.#isTimed = isTimed;
    this.#intel = loaded;
    this.#lateness = lateness;
  }

  add({ path }: LogObject, found: ObjectMatches): void {
    for (const { order, event } of found.matches) {
      const rule = this.#byOrder.get(order);
      if (rule) this.#say(rule, event, matchRow(rule, event, { file: path, language: this.#language }));
    }
    this.#addIntel(path, found);
    for (const link of found.links) this.#stories.link(link);
    if (found.activity) this.#activity.merge(found.activity);
    for (const point of found.points) {
      this.#correlator?.add({ ...point, sequence: this.#sequence + point.sequence });
      this.#newest = Math.max(this.#newest, point.time);
    }
    this.#correlate(path);
    this.#sequence += found.events + found.unrecognized;
    this.#events += found.events;
    this.#damaged += found.damaged;
    this.#unrecognized += found.unrecognized;
    this.timeless += found.timeless;
  }

  #addIntel(file: string, { intel }: ObjectMatches): void {
    if (!this.#intel) return;
    const places = new Map<EventSummary, { readonly event: EventSummary; readonly file: string }>();
    for (const { hit, event } of intel) {
      const place = places.get(event) ?? { event, file };
      places.set(event, place);
      if (hit.part !== null) this.#sequences.add(hit, event.time, place);
      else {
        const judged = judgeHit(hit, event.time, this.#intel);
        if (judged) this.#sayIntel(judged, [place]);
      }
    }
  }

  #sayIntel(judged: JudgedIntel, places: readonly { readonly event: EventSummary; readonly file: string }[]): void {
    const { event, file } = lastOf(places);
    const eventIds = places.flatMap((place) => place.event.eventId ?? []);
    this.#tell(intelSignal(judged), event, intelRow(judged, event, { file, eventIds }));
  }

  /** Behaviors come after the matches of rules; how many principals were left out. */
  judge(surroundings: BehaviorSurroundings, messages: Messages): number {
    const { matches, leftOut } = findBehaviors(this.#activity, surroundings);
    for (const match of matches) {
      const key = `${match.behavior} ${match.firstSeen} ${match.subject}`;
      if (this.#toldBehaviors.has(key)) continue;
      this.#toldBehaviors.add(key);
      this.#tell(behaviorSignal(match), match.event, behaviorRow(match, messages));
    }
    return leftOut;
  }

  /**
   * Of a live source, after each batch: decides correlations that nothing can change any more, tells what waited with the incident it belongs to so
   * far, and forgets what is too old to belong to anything new. `isIdle`: nothing has come for longer than events may be late.
   */
  settle(messages: Messages, isIdle: boolean): readonly IncidentRow[] {
    const until = isIdle ? this.#newest + 1 : this.#newest - (this.#lateness ?? 0) + (this.#lateness === 0 ? 1 : 0);
    for (const match of this.#correlator?.advanceTo(until) ?? []) this.#sayCorrelation(match);
    if (this.#held.length === 0) return [];
    const rows = this.#release(messages);
    this.#stories.forget(this.#newestSignal - STORY_MEMORY);
    return rows;
  }

  /** Objects come in the order of their times, where they tell any: what is over then can be decided. */
  #correlate(path: string): void {
    const delivered = this.#isTimed ? deliveredAt(path) : null;
    if (delivered === null || !this.#correlator || this.#correlator.waiting < MAX_WAITING) return;
    for (const match of this.#correlator.advanceTo(delivered - LATENESS)) this.#sayCorrelation(match);
  }

  #sayCorrelation(match: CorrelationMatch<EventSummary>): void {
    if (match.correlation.alerts) this.#say(match.correlation, lastOf(match.points).info, correlationRow(match, this.#language));
  }

  /** Events that came too long after the others for correlations. */
  get late(): number {
    return this.#correlator?.late ?? 0;
  }

  /** Tells the matches that waited, each with its incident. */
  finish(messages: Messages): readonly IncidentRow[] {
    for (const match of this.#correlator?.finish() ?? []) this.#sayCorrelation(match);
    if (this.#intel) for (const { judged, infos } of this.#sequences.finish(this.#intel)) this.#sayIntel(judged, infos);
    return this.#release(messages);
  }

  /** All incidents that are remembered; what waited is told. */
  #release(messages: Messages): readonly IncidentRow[] {
    const incidents = this.#stories.finish();
    const incidentOf = new Map(incidents.flatMap(({ id, signals }) => signals.map(({ info }) => [info, id] as const)));
    for (const row of this.#held.splice(0)) this.#take({ ...row, incidentId: incidentOf.get(row) ?? null });
    return incidents.map((incident) => incidentRow(incident, messages));
  }

  summary(objects: number, rows: readonly RuleRow[]): DetectSummary {
    const compiled = rows.filter(({ compiles }) => compiles).length;
    const otherLogs = this.#set.rules.filter(({ sources }) => sources.length === 0).length;
    return {
      ...{ objects, events: this.#events, matches: this.#matches, byLevel: this.#levels },
      rules: { compiled, rejected: rows.length - compiled, otherLogs },
      ...{ damaged: this.#damaged, unrecognized: this.#unrecognized },
    };
  }

  #say(rule: CompiledRule | CompiledCorrelation, facts: EventSummary, row: MatchRow): void {
    this.#tell(signalRule(rule), facts, row);
  }

  #tell(rule: SignalRule, facts: SignalFacts, row: MatchRow): void {
    if (row.level !== 'informational') this.#stories.add({ rule, facts, info: row });
    if (facts.time !== null) this.#newestSignal = Math.max(this.#newestSignal, facts.time);
    if (SIGMA_LEVELS.indexOf(row.level) < this.#least) return;
    this.#levels[row.level]++;
    this.#matches++;
    if (this.#held.length < MAX_HELD) this.#held.push(row);
    else this.#take(row);
  }
}
