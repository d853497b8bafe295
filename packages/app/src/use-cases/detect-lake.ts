/**
 * Detections backwards over a lake. A few rules are asked as SQL; many are cheaper as closures over the rows whose action one of them names, or over
 * all rows. Whatever SQL lets through is judged by the closures again, so that the hits are those of the logs themselves.
 */
import { resolve } from 'node:path';
import type { CompiledRule } from '@kumomori/engine';
import { ruleSql } from '@kumomori/engine';
import type { Diagnostic, LogSource } from '@kumomori/model';
import { LOG_SOURCES } from '@kumomori/model';
import type { DetectOnObjects, ObjectMatches } from '../detect/index.ts';
import { EventLooker } from '../detect/index.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { eventOfRow, isLake, lakeFilesBetween, lakeReading, scanLake } from '../lake/index.ts';
import type { LogObject } from '../logs/index.ts';
import { aboutLake } from './lake-errors.ts';

/** How the rules of a run were asked, by number. */
interface LakeWay {
  /** As SQL over the columns and records of the lake. */
  readonly sql: number;
  /** Over the rows with an action that some of them names. */
  readonly byAction: number;
  /** Over every row of their log. */
  readonly rows: number;
  /** Behavior and indicators: every row of the lake. */
  readonly everything: boolean;
}

interface LakeScan extends DetectOnObjects {
  readonly cwd: string;
  readonly messages: Messages;
  readonly since: number | null;
  readonly until: number | null;
}

/** Rules with an action beyond which one look for all actions and closures are cheaper: 0.1 CPU s a rule and 200,000 events as SQL, about 2 s for all rows. */
const MOST_SQL = 16;
/** Rules without one: 1 to 10 CPU s each as SQL. */
const MOST_WIDE_SQL = 1;
const ROWS_AT_ONCE = 20_000;

/** The lakes among what is to be read: all of it or nothing. Throws AppError `usage` for a mixture. */
export function lakesOf(logs: readonly string[], { cwd, messages }: Pick<LakeScan, 'cwd' | 'messages'>): readonly string[] {
  const lakes = logs.filter((path) => path !== '-' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(path) && isLake(resolve(cwd, path)));
  if (lakes.length > 0 && lakes.length < logs.length) throw new AppError('usage', { message: messages.detect.lake.mixed(lakes[0] ?? '') });
  return lakes;
}

export interface SearchOptions extends DetectOnObjects {
  readonly cwd: string;
  readonly messages: Messages;
  /** YYYY-MM-DD, both included; null: no bound. */
  readonly since: string | null;
  readonly until: string | null;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly add: (object: LogObject, found: ObjectMatches) => void;
}

const DAY = 86_400_000;

/** Hands what is found in lakes to `add`; how many of their files were looked at. Says which way was taken. Throws AppErrors. */
export async function searchLakes(lakes: readonly string[], { since, until, report, add, ...more }: SearchOptions): Promise<number> {
  const { lake: texts } = more.messages.detect;
  const scan = { ...more, since: since === null ? null : Date.parse(since), until: until === null ? null : Date.parse(until) + DAY };
  const told = (code: string, message: string): Diagnostic => ({ severity: 'warning', file: '', line: null, column: null, code, message });
  let count = 0;
  for (const lake of lakes) {
    const object: LogObject = { path: lake, file: null, sizeBytes: 0 };
    count += lakeFilesBetween(resolve(scan.cwd, lake), scan).length;
    const question = lakeQuestion(lake, scan);
    if (question === null) {
      report(told('lake-no-logs', texts.noLogs));
      continue;
    }
    report({ ...told('lake-way', texts.way(question.way)), severity: 'info' });
    let [withoutRecord, hits] = [0, 0];
    for await (const found of detectInLake(lake, question.where, scan)) {
      withoutRecord += found.unrecognized;
      hits += found.matches.length + found.points.length;
      add(object, { ...found, unrecognized: 0 });
    }
    if (hits > 0 && !question.readsAll) for await (const found of linksInLake(lake, scan)) add(object, { ...found, events: 0 });
    if (withoutRecord > 0) report({ ...told('lake-no-records', texts.noRecords(withoutRecord)), file: lake });
  }
  return count;
}

interface Question {
  readonly where: string;
  /** Credentials that were handed out are among the rows. */
  readonly readsAll: boolean;
  readonly way: LakeWay;
}

/** What is to be read of a lake, and how; null where no row can matter. */
function lakeQuestion(lake: string, { set, withBehavior, intel, cwd, since, until }: LakeScan): Question | null {
  const there = new Set(lakeFilesBetween(resolve(cwd, lake), { since, until }).map(({ source }) => source));
  const way = { sql: 0, byAction: 0, rows: 0 };
  const everything = withBehavior || intel !== null;
  const parts: string[] = [];
  for (const source of LOG_SOURCES.filter((each) => there.has(each))) {
    const rules = set.rules.filter(({ sources }) => sources.includes(source));
    const isRetold = source === 'gcp.audit' && set.rules.some(({ sources }) => RETOLD.some((each) => sources.includes(each)));
    const narrowed = everything || isRetold ? null : narrowing(rules, source);
    way.sql += narrowed?.sql ?? 0;
    way.byAction += narrowed?.byAction ?? 0;
    way.rows += narrowed === null ? rules.length : narrowed.rows;
    if (narrowed === null) parts.push(`source = '${source}'`);
    else if (narrowed.where !== null) parts.push(`(source = '${source}' AND (${narrowed.where}))`);
  }
  // Rows whose record was not kept cannot be judged; they are counted.
  return parts.length === 0
    ? null
    : { where: ['raw_data IS NULL', ...parts].join(' OR '), readsAll: way.sql + way.byAction === 0, way: { ...way, everything } };
}

/** Logs that Google's audit log also tells of, in its own words. */
const RETOLD: readonly LogSource[] = ['kubernetes.audit', 'google.workspace'];

interface Narrowed {
  /** Null: no rule is of this log. */
  readonly where: string | null;
  readonly sql: number;
  readonly byAction: number;
  readonly rows: number;
}

function narrowing(rules: readonly CompiledRule[], source: LogSource): Narrowed {
  const action = source === 'aws.cloudtrail' ? 'action' : null;
  const named: { readonly where: string; readonly actions: string }[] = [];
  const wide: string[] = [];
  for (const rule of rules) {
    const sql = ruleSql(rule, source, { raw: 'raw_data', action });
    const first = sql.kind === 'sql' ? sql.where : (sql.atLeast ?? '');
    const actions = /^lower\(action\) IN \((?:'(?:[^']|'')*'(?:, )?)+\)/.exec(first)?.[0];
    const where = sql.kind === 'sql' && !hasKeyword(rule.predicate) ? sql.where : 'TRUE';
    if (actions === undefined) wide.push(where);
    else named.push({ where, actions });
  }
  // One rule that needs every row makes the others free.
  if (wide.length > MOST_WIDE_SQL || wide.includes('TRUE')) return { where: 'TRUE', sql: 0, byAction: 0, rows: rules.length };
  const isFew = named.length <= MOST_SQL;
  const parts = [...wide, ...named.map(({ where, actions }) => (isFew ? (where === 'TRUE' ? actions : where) : actions))];
  if (parts.length === 0) return { where: null, sql: 0, byAction: 0, rows: 0 };
  const where = parts.map((part) => `(${part})`).join(' OR ');
  return { where, sql: wide.length + (isFew ? named.length : 0), byAction: isFew ? 0 : named.length, rows: 0 };
}

/** The text of a record in a lake may be spelled otherwise than ours: keywords are for the closures. */
function hasKeyword(predicate: CompiledRule['predicate']): boolean {
  if (predicate.kind === 'keyword') return true;
  if (predicate.kind === 'not') return hasKeyword(predicate.part);
  return (predicate.kind === 'and' || predicate.kind === 'or') && predicate.parts.some((part) => hasKeyword(part));
}

/** What is found in the rows of a lake, some thousands at a time, in the order of their times. Throws AppErrors. */
async function* detectInLake(lake: string, where: string, scan: LakeScan): AsyncGenerator<ObjectMatches> {
  const { cwd, messages, since, until } = scan;
  const looker = new EventLooker(scan);
  const rows = scanLake(resolve(cwd, lake), { reading: lakeReading(), where, since, until });
  let [events, withoutRecord] = [0, 0];
  const taken = (): ObjectMatches => {
    const found = { ...looker.take(), ...NOTHING_WRONG, events, unrecognized: withoutRecord };
    [events, withoutRecord] = [0, 0];
    return found;
  };
  for (;;) {
    const next = await aboutLake(messages, async () => await rows.next());
    if (next.done === true) break;
    for (const row of next.value) {
      const event = eventOfRow(row);
      if (event) looker.add(event, events++);
      else withoutRecord++;
    }
    if (events + withoutRecord >= ROWS_AT_ONCE) yield taken();
  }
  yield taken();
}

const NOTHING_WRONG = { bytes: 0, fault: null, problems: [], damaged: 0, skipped: false } as const;

/** Credentials that were handed out join matches into stories: they are read when there are matches that SQL found. */
async function* linksInLake(lake: string, scan: LakeScan): AsyncGenerator<ObjectMatches> {
  yield* detectInLake(lake, LINKS, { ...scan, set: { ...scan.set, rules: [], correlations: [] } });
}

const LINKS = `(source = 'aws.cloudtrail' AND (action LIKE 'AssumeRo%' OR action LIKE 'Get%Token' OR action IN ('CreateAccessKey', 'CreateUser')))
  OR (source = 'gcp.audit' AND (action LIKE 'Generate%' OR action LIKE 'Sign%'))`;
