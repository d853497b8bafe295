/** Events of a lake as the provider wrote them, in the order of their times. */
import type { LogEvent } from '@kumomori/model';
import { isRecord, jsonOf, LOG_SOURCES } from '@kumomori/model';
import type { ResultRow } from './engine.ts';
import type { LakeFile } from './ledger.ts';
import { ledgerState, readLedger } from './ledger.ts';
import { readingEngine } from './query-lake.ts';
import type { LakeReading } from './reading.ts';

export interface ScanOptions {
  readonly reading: Pick<LakeReading, 'schemas'>;
  /** Condition over the view `events`. */
  readonly where: string;
  /** Milliseconds since 1970 UTC, the end not included; null: no bound. Events without a time are always read. */
  readonly since: number | null;
  readonly until: number | null;
  /** Only these files of the lake; else all that may hold events of the time. */
  readonly files?: readonly LakeFile[];
}

/** Day of the files that hold events without a time. */
const UNDATED = '00000000';
const COLUMNS = 'source, region, account, class, day, raw_data';

/** Rows of `events`, a few thousand at a time; `eventOfRow` makes events of them. Throws LakeErrors. */
export async function* scanLake(lake: string, options: ScanOptions): AsyncGenerator<readonly ResultRow[]> {
  const { reading, where, since, until, files = lakeFilesBetween(lake, options) } = options;
  const bounds = [
    ...(since === null ? [] : [`(day = '${UNDATED}' OR epoch_ms("time") >= ${Math.floor(since)})`]),
    ...(until === null ? [] : [`(day = '${UNDATED}' OR epoch_ms("time") < ${Math.floor(until)})`]),
  ];
  const sql = `SELECT ${COLUMNS} FROM events WHERE ${[...bounds, `(${where})`].join(' AND ')} ORDER BY "time" NULLS LAST, event_id`;
  const engine = await readingEngine(lake, files, { reading, sql });
  try {
    yield* engine.stream(sql);
  } finally {
    engine.close();
  }
}

/** The files of a lake that may hold events of a time. */
export function lakeFilesBetween(lake: string, { since, until }: Pick<ScanOptions, 'since' | 'until'>): readonly LakeFile[] {
  return [...ledgerState(readLedger(lake)).files.values()].filter(
    ({ first, last }) => first === null || last === null || ((since === null || last >= since) && (until === null || first < until)),
  );
}

/** The event of a row with `source`, `region`, `account` and `raw_data`; null where the lake kept no record. */
export function eventOfRow(row: ResultRow): LogEvent | null {
  const source = LOG_SOURCES.find((each) => each === row['source']);
  const raw = row['raw_data'];
  const record = typeof raw === 'string' ? jsonOf(raw) : undefined;
  if (source === undefined || !isRecord(record)) return null;
  return { source, record, origin: { account: nameIn(row['account']), region: nameIn(row['region']), name: null } };
}

/** Folders of the lake say `unknown` and `global` where a record says nothing. */
const NOTHING = new Set(['', 'unknown', 'global', '__HIVE_DEFAULT_PARTITION__']);

function nameIn(value: unknown): string | null {
  return typeof value === 'string' && !NOTHING.has(value) ? value : null;
}
