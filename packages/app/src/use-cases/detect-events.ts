/** Logs × Sigma rules → matches, in the order of the logs; correlations at the end. */
import { availableParallelism } from 'node:os';
import { loadDetections } from '@kumomori/content';
import type { Diagnostic } from '@kumomori/model';
import type { ObjectMatches, RuleRow } from '../detect/index.ts';
import { detectObjects, readRules } from '../detect/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { loadIntel } from '../intel/index.ts';
import type { LogObject } from '../logs/index.ts';
import { deliveredAt, faultDiagnostic } from '../logs/index.ts';
import type { ListedObject } from '../sources/index.ts';
import { openSources } from '../sources/index.ts';
import { surroundingsOf } from './behavior-surroundings.ts';
import type { DetectOptions, DetectResult } from './detect-options.ts';
import { lakesOf, searchLakes } from './detect-lake.ts';
import { DetectRun } from './detect-run.ts';
import { storeFolder } from './list-intel.ts';
import { dayOf } from './logs-from.ts';
import type { MatchRow } from './match-rows.ts';

/** Below it threads take longer to start than to help. */
const WORTH_THREADS = 4 * 1024 * 1024;
const MAX_THREADS = 16;
/** Objects whose problems are told one by one. */
const MAX_DIAGNOSTICS = 1000;

/** Hands each match to `take` as it is found. Throws AppErrors for paths that are not there and for folders without a single file. */
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
  const lakes = lakesOf(options.logs, { cwd, messages });
  if (lakes.length === 0 && options.until) throw new AppError('usage', { message: messages.detect.lake.untilNeedsLake });
  const sources = openSources(lakes.length > 0 ? [] : options.logs, {
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
    if (listed.length === 0 && lakes.length === 0 && !options.since) throw nothingIn(options.logs, { messages, diagnostics });
    const { objects, isTimed } = inOrderOfTime(listed);
    count = objects.length;
    run = new DetectRun(set, { ...options, isTimed, loaded: intel }, take);
    const what = { set, withBehavior, intel: intel?.set ?? null, workers: threadsFor(objects, options.workers) };
    for await (const { object, found } of detectObjects(sources.brought(objects), what)) {
      run.add(object, found);
      sources.release(object);
      for (const diagnostic of diagnosticsOf(object, found, messages)) report(diagnostic);
    }
    const between = { since: dayOf(options.since, messages), until: dayOf(options.until, messages) };
    count += await searchLakes(lakes, { ...what, ...between, cwd, messages, report, add: (object, found) => run.add(object, found) });
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

/** A run over nothing must not look like one that found nothing. */
function nothingIn(
  logs: readonly string[],
  { messages, diagnostics }: { readonly messages: Messages; readonly diagnostics: readonly Diagnostic[] },
): AppError {
  const details = diagnostics
    .filter(({ file, code }) => file !== '' && code !== 'sigma-rejected')
    .map(({ file, message }) => `${file}: ${message}`);
  return new AppError('target-empty', { message: messages.logs.none(logs.join(', ')), details });
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

export function rejection({ file, line, title, reason }: RuleRow, messages: Messages): Diagnostic {
  const message = messages.detect.rejected(title ?? file, reason ?? '');
  return { severity: 'warning', file, line, column: null, code: 'sigma-rejected', message };
}

export function whole(code: string, message: string): Diagnostic {
  return { severity: 'warning', file: '', line: null, column: null, code, message };
}

export function diagnosticsOf({ path }: LogObject, found: ObjectMatches, messages: Messages): readonly Diagnostic[] {
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

export async function ownRules({ rules, withOwn }: Pick<DetectOptions, 'rules' | 'withOwn'>): ReturnType<typeof loadDetections> {
  return withOwn || rules.length === 0 ? await loadDetections() : [];
}
