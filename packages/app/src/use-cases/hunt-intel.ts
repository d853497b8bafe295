/**
 * Indicators over a lake: first the distinct values of its columns are asked of the table of indicators, then only the events with a value that matched
 * are fetched (a hash join) and judged on their raw record, exactly as `detect` would.
 */
import { resolve } from 'node:path';
import { IntelMatcher } from '@kumomori/engine';
import type { Observed } from '@kumomori/engine';
import type { Language, LogSource } from '@kumomori/model';
import { eventFacts, isRecord, jsonOf, LOG_SOURCES, normalValue, urlHost } from '@kumomori/model';
import type { LoadedIntel } from '../intel/index.ts';
import { IntelSequences, judgeHit, loadIntel, readState, writeState } from '../intel/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { isLake, LakeError, lakeReading, queryLake } from '../lake/index.ts';
import type { EventSummary } from '../detect/index.ts';
import { aboutLake } from './lake-errors.ts';
import { storeFolder } from './list-intel.ts';
import type { MatchRow } from './match-rows.ts';
import { intelRow } from './match-rows.ts';

export interface HuntIntelOptions {
  readonly store: string;
  readonly lake: string;
  readonly cwd: string;
  readonly language: Language;
  readonly now: () => Date;
  /** Only what came since the last hunt in this lake. */
  readonly onlyNew: boolean;
}

export interface IntelHunt {
  readonly indicators: number;
  /** Values of the lake that an indicator knows. */
  readonly values: number;
  readonly matches: readonly MatchRow[];
  /** Not all values or events were looked at. */
  readonly isCut: boolean;
}

/** Columns of class tables and what stands there; those that a table lacks are passed over. */
const PLACES: readonly (readonly [string, Observed['kind']])[] = [
  ['src_endpoint.ip', 'address'],
  ['dst_endpoint.ip', 'address'],
  ['dst_endpoint.hostname', 'host'],
  ['query.hostname', 'host'],
  ['http_request.user_agent', 'user-agent'],
  ['http_request.url.hostname', 'host'],
  ['http_request.url.url_string', 'url'],
  ['actor.user.credential_uid', 'credential'],
  ['actor.session.credential_uid', 'credential'],
  ['actor.user.uid_alt', 'account'],
  ['actor.user.email_addr', 'email'],
  ['user.email_addr', 'email'],
];
const MAX_VALUES = 5_000_000;
const MAX_EVENTS = 1_000_000;

/** Throws AppErrors. */
export async function huntIntel(options: HuntIntelOptions): Promise<IntelHunt> {
  const { cwd, lake, language, now, onlyNew } = options;
  const folder = storeFolder(options);
  const begun = now().toISOString();
  const place = resolve(cwd, lake);
  const state = readState(folder);
  const intel = loadIntel(folder, { since: onlyNew ? (state.hunts[place] ?? null) : null });
  try {
    const found = await aboutLake(messagesIn(language), async () => {
      if (!isLake(place)) throw new LakeError('missing', lake);
      return await searched(place, intel);
    });
    writeState(folder, { ...state, hunts: { ...state.hunts, [place]: begun } });
    return { indicators: intel.indicators, ...found };
  } finally {
    intel.close();
  }
}

async function searched(lake: string, intel: LoadedIntel): Promise<Omit<IntelHunt, 'indicators'>> {
  const matcher = new IntelMatcher(intel.set);
  const run = new HuntRun(matcher, intel);
  const reading = lakeReading();
  let values = 0;
  let isCut = false;
  for (const [table, columns] of reading.schemas) {
    const places = PLACES.filter(([path]) => hasLeaf(columns, path));
    if (places.length === 0) continue;
    const parts = places.map(
      ([path], index) => `SELECT ${index} AS place, ${path}::VARCHAR AS value FROM ${table} WHERE ${path} IS NOT NULL GROUP BY ALL`,
    );
    const distinct = await queryLake(lake, { reading, sql: parts.join(' UNION ALL '), limit: MAX_VALUES });
    isCut ||= distinct.isCut;
    const known = new Map<number, string[]>();
    for (const [at, value] of distinct.rows.map((row) => pairOf(row))) {
      const kind = places[at]?.[1];
      if (kind === undefined || value === '' || matcher.ask(observedAs(kind, value)).length === 0) continue;
      known.set(at, [...(known.get(at) ?? []), value]);
      values++;
    }
    if (known.size === 0) continue;
    const events = await eventsWith(lake, { table, places: places.map(([path]) => path), known });
    isCut ||= events.isCut;
    for (const row of events.rows) run.add(row);
  }
  return { values, matches: run.finish(), isCut };
}

type Columns = ReturnType<typeof lakeReading>['schemas'] extends ReadonlyMap<string, infer C> ? C : never;

function hasLeaf(columns: Columns, path: string): boolean {
  let fields: Columns = columns;
  let isLeaf = false;
  for (const name of path.split('.')) {
    const column = fields.get(name);
    isLeaf = column?.kind === 'leaf';
    fields = column?.kind === 'struct' ? column.fields : new Map();
  }
  return isLeaf;
}

/** The values an event would show, from one of a column. */
function observedAs(kind: Observed['kind'], value: string): readonly Observed[] {
  if (kind === 'address') return [{ kind, value, role: null }];
  if (kind !== 'host' && kind !== 'url' && kind !== 'email') return [{ kind, value, role: null }];
  const normal = normalValue(kind, value);
  if (normal === null) return [];
  const host = kind === 'url' ? urlHost(normal) : null;
  return [{ kind, value: normal, role: null }, ...(host === null ? [] : [{ kind: 'host' as const, value: host, role: null }])];
}

async function eventsWith(
  lake: string,
  {
    table,
    places,
    known,
  }: { readonly table: string; readonly places: readonly string[]; readonly known: ReadonlyMap<number, readonly string[]> },
): Promise<{ readonly rows: readonly (readonly [string, string])[]; readonly isCut: boolean }> {
  const parameters = Object.fromEntries([...known].map(([at, values]) => [`v${at}`, JSON.stringify(values)]));
  const tests = [...known.keys()].map((at) => `${places[at]}::VARCHAR IN (SELECT unnest(from_json($v${at}, '["VARCHAR"]')))`);
  const sql = `SELECT source, raw_data FROM ${table} WHERE raw_data IS NOT NULL AND (${tests.join(' OR ')}) ORDER BY "time"`;
  const { rows, isCut } = await queryLake(lake, { reading: lakeReading(), sql, parameters, limit: MAX_EVENTS });
  return { rows: rows.map((row) => cellsOf(row)).map(([source, raw]) => [String(source), String(raw)]), isCut };
}

function cellsOf(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : isRecord(row) ? Object.values(row) : [];
}

function pairOf(row: unknown): readonly [number, string] {
  const [at, value] = cellsOf(row);
  return [Number(at), typeof value === 'string' ? value : ''];
}

/** State: matches, and parts of patterns until all events are read. */
export class HuntRun {
  readonly #matcher: IntelMatcher;
  readonly #intel: LoadedIntel;
  readonly #sequences = new IntelSequences<EventSummary>();
  readonly #rows: MatchRow[] = [];

  constructor(matcher: IntelMatcher, intel: LoadedIntel) {
    this.#matcher = matcher;
    this.#intel = intel;
  }

  add([name, raw]: readonly [string, string]): void {
    const source = LOG_SOURCES.find((each): each is LogSource => each === name);
    const record = jsonOf(raw);
    if (!source || !isRecord(record)) return;
    const facts = eventFacts({ source, record });
    for (const hit of this.#matcher.match({ source, record }, facts)) {
      if (hit.part !== null) {
        this.#sequences.add(hit, facts.time, facts);
        continue;
      }
      const judged = judgeHit(hit, facts.time, this.#intel);
      if (judged) this.#rows.push(intelRow(judged, facts, { file: null, eventIds: [] }));
    }
  }

  finish(): readonly MatchRow[] {
    for (const { judged, infos } of this.#sequences.finish(this.#intel)) {
      const last = infos.at(-1);
      if (last) this.#rows.push(intelRow(judged, last, { file: null, eventIds: infos.flatMap(({ eventId }) => eventId ?? []) }));
    }
    return this.#rows.toSorted((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : (a.time ?? '') > (b.time ?? '') ? 1 : 0));
  }
}
