/** Logs × Sigma rules → matches, in the order of the logs; correlations at the end. */
import { availableParallelism } from 'node:os';
import { loadDetections } from '@kumomori/content';
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
import type { Diagnostic, Language, SigmaLevel } from '@kumomori/model';
import { SIGMA_LEVELS } from '@kumomori/model';
import type { EventSummary, ObjectMatches, RuleRow } from '../detect/index.ts';
import { detectObjects, readRules } from '../detect/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { JudgedIntel, LoadedIntel } from '../intel/index.ts';
import { IntelSequences, judgeHit, loadIntel } from '../intel/index.ts';
import { messagesIn } from '../i18n/index.ts';
import type { LogObject } from '../logs/index.ts';
import type { IncidentRow, MatchRow } from './match-rows.ts';
import type { BehaviorOptions } from './behavior-surroundings.ts';
import { surroundingsOf } from './behavior-surroundings.ts';
import { storeFolder } from './list-intel.ts';
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
import { deliveredAt, faultDiagnostic } from '../logs/index.ts';
import type { ListedObject } from '../sources/index.ts';
import { openSources } from '../sources/index.ts';
import type { LogsFrom } from './logs-from.ts';
import { dayOf } from './logs-from.ts';

export interface DetectOptions extends BehaviorOptions, LogsFrom {
  readonly logs: readonly string[];
  /** Files and folders of rules; none: our own. */
  readonly rules: readonly string[];
  /** Our own rules also beside the given ones. */
  readonly withOwn: boolean;
  readonly placeholders: string | null;
  /** Folder of a store of indicators; null: none. */
  readonly intel?: string | null;
  readonly minLevel: SigmaLevel;
  readonly cwd: string;
  readonly language: Language;
  /** Threads beside the main one; null: as many as there are processors, none for little. */
  readonly workers: number | null;
}

export interface DetectSummary {
  readonly objects: number;
  readonly events: number;
  readonly matches: number;
  readonly byLevel: Readonly<Record<SigmaLevel, number>>;
  readonly rules: { readonly compiled: number; readonly rejected: number; readonly otherLogs: number };
  /** Records and lines that could not be read, and records of no known log. */
  readonly damaged: number;
  readonly unrecognized: number;
}

export interface DetectResult {
  readonly summary: DetectSummary;
  readonly incidents: readonly IncidentRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Matches that wait for the story they belong to; in larger runs later ones go out without it. */
const MAX_HELD = 500_000;
/** Below it threads take longer to start than to help. */
const WORTH_THREADS = 4 * 1024 * 1024;
const MAX_THREADS = 16;
/** How much older than its object an event may be and still count for correlations: services deliver within minutes, rarely hours. */
const LATENESS = 24 * 3_600_000;
/** Points of correlations that wait before what is over is decided. */
const MAX_WAITING = 20_000;
/** Objects whose problems are told one by one. */
const MAX_DIAGNOSTICS = 1000;

/** Hands each match to `take` as it is found. Throws AppErrors for paths that are not there. */
export async function detectEvents(options: DetectOptions, take: (row: MatchRow) => void): Promise<DetectResult> {
  const messages = messagesIn(options.language);
  const { cwd } = options;
  const { set, rows } = readRules(options.rules, { cwd, messages, placeholders: options.placeholders, own: await ownRules(options) });
  const diagnostics: Diagnostic[] = rows.filter(({ compiles }) => !compiles).map((row) => rejection(row, messages));
  const report = (diagnostic: Diagnostic): void => {
    if (diagnostics.length < MAX_DIAGNOSTICS) diagnostics.push(diagnostic);
  };
  const withBehavior = options.behavior ?? (options.rules.length === 0 || options.withOwn);
  const surroundings = withBehavior ? surroundingsOf(options, { cwd, messages, report }) : null;
  const sources = openSources(options.logs, {
    ...{ cwd, messages, report, since: dayOf(options.since, messages), stdin: options.stdin ?? null },
    ...{ variables: options.variables, endpoint: options.endpoint ?? null, region: options.region ?? null },
    signal: options.signal ?? new AbortController().signal,
  });
  const intel = options.intel ? loadIntel(storeFolder({ store: options.intel, cwd, language: options.language })) : null;
  if (intel && intel.warned + intel.damaged > 0) report(whole('intel-left-out', messages.intel.leftOut(intel.warned, intel.damaged)));
  let run: DetectRun;
  let count: number;
  try {
    const listed: ListedObject[] = [];
    for await (const object of sources.list()) listed.push(object);
    const { objects, isTimed } = inOrderOfTime(listed);
    count = objects.length;
    run = new DetectRun(set, { ...options, isTimed, loaded: intel }, take);
    const what = { set, withBehavior, intel: intel?.set ?? null, workers: threadsFor(objects, options.workers) };
    for await (const { object, found } of detectObjects(sources.brought(objects), what)) {
      run.add(object, found);
      sources.release(object);
      for (const diagnostic of diagnosticsOf(object, found, messages)) report(diagnostic);
    }
  } finally {
    await sources.close();
  }
  const leftOut = surroundings ? run.judge(surroundings, messages) : 0;
  if (leftOut > 0) report(whole('behavior-left-out', messages.behavior.leftOut(leftOut)));
  const incidents = run.finish(messages);
  intel?.close();
  if (run.late > 0) report(whole('log-late', messages.detect.late(run.late)));
  if (run.timeless > 0) report(whole('log-no-time', messages.detect.timeless(run.timeless)));
  return { summary: run.summary(count, rows), incidents, diagnostics };
}

/** Objects whose names all tell a time come in its order, so that correlations need not wait for the end; others as they are. */
function inOrderOfTime(objects: readonly ListedObject[]): { readonly objects: readonly ListedObject[]; readonly isTimed: boolean } {
  const timed = objects.flatMap((object) => {
    const time = deliveredAt(object.path);
    return time === null ? [] : [{ object, time }];
  });
  if (timed.length < objects.length) return { objects, isTimed: false };
  return { objects: timed.toSorted((a, b) => a.time - b.time).map(({ object }) => object), isTimed: true };
}

function threadsFor(objects: readonly ListedObject[], workers: number | null): number {
  const bytes = objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const wanted = workers ?? (bytes < WORTH_THREADS || objects.length < 2 ? 0 : Math.min(availableParallelism(), MAX_THREADS));
  return Math.min(wanted, objects.length);
}

/** State: what was counted, the points that correlations wait for, and the matches that wait for their story. */
class DetectRun {
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
  #sequence = 0;
  #events = 0;
  #matches = 0;
  #damaged = 0;
  #unrecognized = 0;
  timeless = 0;

  constructor(
    set: RuleSet,
    { minLevel, language, isTimed, loaded }: DetectOptions & { readonly isTimed: boolean; readonly loaded: LoadedIntel | null },
    take: (row: MatchRow) => void,
  ) {
    this.#set = set;
    this.#byOrder = new Map([...set.rules, ...set.correlations].map((each) => [each.order, each]));
    this.#correlator = set.correlations.length > 0 ? new Correlator<EventSummary>(set) : null;
    this.#least = SIGMA_LEVELS.indexOf(minLevel);
    this.#take = take;
    this.#language = language;
    this.#isTimed = isTimed;
    this.#intel = loaded;
  }

  add({ path }: LogObject, found: ObjectMatches): void {
    for (const { order, event } of found.matches) {
      const rule = this.#byOrder.get(order);
      if (rule) this.#say(rule, event, matchRow(rule, event, { file: path, language: this.#language }));
    }
    this.#addIntel(path, found);
    for (const link of found.links) this.#stories.link(link);
    if (found.activity) this.#activity.merge(found.activity);
    for (const point of found.points) this.#correlator?.add({ ...point, sequence: this.#sequence + point.sequence });
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
    for (const match of matches) this.#tell(behaviorSignal(match), match.event, behaviorRow(match, messages));
    return leftOut;
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
    const incidents = this.#stories.finish();
    const incidentOf = new Map(incidents.flatMap(({ id, signals }) => signals.map(({ info }) => [info, id] as const)));
    for (const row of this.#held) this.#take({ ...row, incidentId: incidentOf.get(row) ?? null });
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
    if (SIGMA_LEVELS.indexOf(row.level) < this.#least) return;
    this.#levels[row.level]++;
    this.#matches++;
    if (this.#held.length < MAX_HELD) this.#held.push(row);
    else this.#take(row);
  }
}

function rejection({ file, line, title, reason }: RuleRow, messages: Messages): Diagnostic {
  const message = messages.detect.rejected(title ?? file, reason ?? '');
  return { severity: 'warning', file, line, column: null, code: 'sigma-rejected', message };
}

function whole(code: string, message: string): Diagnostic {
  return { severity: 'warning', file: '', line: null, column: null, code, message };
}

function diagnosticsOf({ path }: LogObject, found: ObjectMatches, messages: Messages): readonly Diagnostic[] {
  const { fault, problems, damaged, unrecognized } = found;
  const texts = messages.detect;
  const told: Diagnostic[] = fault ? [faultDiagnostic(path, fault, messages)] : [];
  const [first] = problems;
  const line = first?.line ?? null;
  if (damaged > 0) told.push({ ...whole('log-damaged', texts.damaged(damaged, first?.detail ?? '')), file: path, line });
  if (unrecognized > 0) {
    const detail = problems.find(({ reason }) => reason === 'unknown-record')?.detail ?? '';
    told.push({ ...whole('log-unrecognized', texts.unrecognized(unrecognized, detail)), file: path });
  }
  return told;
}

export type ListRulesOptions = Pick<DetectOptions, 'cwd' | 'language' | 'placeholders'>;

/** What each document of rule files is; without files, of our own. Throws AppErrors. */
export async function listRules(paths: readonly string[], { cwd, language, placeholders }: ListRulesOptions): Promise<readonly RuleRow[]> {
  const own = await ownRules({ rules: paths, withOwn: false });
  return readRules(paths, { cwd, messages: messagesIn(language), placeholders, own }).rows;
}

async function ownRules({ rules, withOwn }: Pick<DetectOptions, 'rules' | 'withOwn'>): ReturnType<typeof loadDetections> {
  return withOwn || rules.length === 0 ? await loadDetections() : [];
}
