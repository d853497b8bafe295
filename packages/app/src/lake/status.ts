/** What a lake holds, where it has holes, and where its size goes. From the ledger, and from the hours of its events. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_DAY } from './batch.ts';
import { openEngine, quoted } from './engine.ts';
import type { LakeFile } from './ledger.ts';
import { ledgerState, readLedger } from './ledger.ts';

export interface Gap {
  /** ISO 8601, whole hours: the first one without an event, and the next one with one; null: none since. */
  readonly from: string;
  readonly until: string | null;
  readonly hours: number;
}

export interface StreamStatus {
  readonly source: string;
  readonly account: string;
  readonly region: string;
  /** ISO 8601; null where no event has a time that can be. */
  readonly first: string | null;
  readonly last: string | null;
  readonly events: number;
  readonly bytes: number;
  readonly files: number;
  readonly undated: number;
  /** Longer than this stream is ever silent otherwise. */
  readonly gaps: readonly Gap[];
  /** The last gap has no end: the log has fallen silent. */
  readonly isSilent: boolean;
  readonly bytesPerDay: number;
}

export interface LakeStatus {
  readonly streams: readonly StreamStatus[];
  readonly events: number;
  readonly bytes: number;
  readonly files: number;
  readonly objects: number;
  /** Objects that could only be read in part, by path. */
  readonly faulty: readonly {
    readonly path: string;
    readonly damaged: number;
    readonly unrecognized: number;
    readonly fault: string | null;
  }[];
  readonly unknownKeys: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly forecast: {
    readonly bytesPerDay: number;
    readonly bytesIn30Days: number;
    readonly bytesIn365Days: number;
    readonly costPerMonthIn365Days: number;
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Never complains of less. */
const LEAST_GAP_HOURS = 3;
const MAX_FAULTY = 1000;

/** `pricePerGb`: of a month of storage, in the user's currency. Reads the time column of the last `days` days. Throws LakeErrors. */
export async function lakeStatus(
  lake: string,
  { now, days, pricePerGb }: { readonly now: Date; readonly days: number; readonly pricePerGb: number },
): Promise<LakeStatus> {
  const entries = readLedger(lake);
  const { files } = ledgerState(entries);
  const hours = await activeHours(lake, [...files.values()], now.getTime() - days * DAY);
  const streams = [...Map.groupBy(files.values(), streamOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => status(own, hours.get(key) ?? [], now));
  const objects = entries.flatMap((entry) => entry.objects);
  const bytesPerDay = streams.reduce((sum, stream) => sum + stream.bytesPerDay, 0);
  const bytes = streams.reduce((sum, stream) => sum + stream.bytes, 0);
  const in365 = bytes + bytesPerDay * 365;
  return {
    streams,
    events: streams.reduce((sum, stream) => sum + stream.events, 0),
    bytes,
    files: files.size,
    objects: objects.length,
    faulty: objects
      .filter(({ fault, damaged, unrecognized }) => fault !== null || damaged > 0 || unrecognized > 0)
      .slice(0, MAX_FAULTY)
      .map(({ path, fault, damaged, unrecognized }) => ({ path, damaged, unrecognized, fault: fault?.kind ?? null })),
    unknownKeys: allUnknown(entries.map(({ unknownKeys }) => unknownKeys)),
    forecast: {
      bytesPerDay,
      bytesIn30Days: bytes + bytesPerDay * 30,
      bytesIn365Days: in365,
      costPerMonthIn365Days: (in365 / 1e9) * pricePerGb,
    },
  };
}

function streamOf({ source, account, region }: LakeFile): string {
  return [source, account, region].join('\n');
}

/** Hours (since 1970) in which each stream has events, in their order. */
async function activeHours(lake: string, files: readonly LakeFile[], since: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const recent = files.filter(({ last }) => last !== null && last >= since);
  const found = new Map<string, number[]>();
  if (recent.length === 0) return found;
  const temporary = mkdtempSync(join(tmpdir(), 'kumomori-lake-'));
  const engine = await openEngine({ temporary });
  try {
    for (const [key, own] of Map.groupBy(recent, streamOf)) {
      const paths = own.map(({ path }) => quoted(join(lake, path))).join(', ');
      const rows = await engine.rows(
        `SELECT DISTINCT ("time" // ${HOUR})::DOUBLE AS hour FROM read_parquet([${paths}], hive_partitioning = false) WHERE "time" >= ${since} ORDER BY hour`,
      );
      found.set(
        key,
        rows.map(({ hour }) => Number(hour)),
      );
    }
    return found;
  } finally {
    engine.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

function status(files: readonly LakeFile[], hours: readonly number[], now: Date): StreamStatus {
  const [one] = files;
  const dated = files.filter(({ day }) => day !== NO_DAY);
  const first = Math.min(...dated.map((file) => file.first ?? Number.POSITIVE_INFINITY));
  const last = Math.max(...dated.map((file) => file.last ?? Number.NEGATIVE_INFINITY));
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const gaps = gapsIn(hours, Math.floor(now.getTime() / HOUR));
  const isDated = Number.isFinite(first) && Number.isFinite(last);
  return {
    source: one?.source ?? '',
    account: one?.account ?? '',
    region: one?.region ?? '',
    first: isDated ? new Date(first).toISOString() : null,
    last: isDated ? new Date(last).toISOString() : null,
    events: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes,
    files: files.length,
    undated: files.filter(({ day }) => day === NO_DAY).reduce((sum, { rows }) => sum + rows, 0),
    gaps,
    isSilent: gaps.at(-1)?.until === null,
    bytesPerDay: isDated ? bytes / Math.max(1, (last - first) / DAY) : 0,
  };
}

/**
 * Pauses that are three times as long as nineteen of twenty pauses of the same stream, and at least three hours; a pause that goes on has no
 * end. `now`: hours since 1970; the running hour does not count.
 */
export function gapsIn(hours: readonly number[], now: number): readonly Gap[] {
  const pauses = hours.slice(1).map((hour, index) => hour - (hours[index] ?? hour));
  const usual = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length * 0.95)] ?? 24;
  const limit = Math.max(LEAST_GAP_HOURS, 3 * usual);
  const found = pauses.flatMap((pause, index) => {
    const before = hours[index] ?? 0;
    return pause > limit ? [gap(before + 1, before + pause)] : [];
  });
  const last = hours.at(-1);
  return last !== undefined && now - last > Math.max(limit, 24) ? [...found, { ...gap(last + 1, now), until: null }] : found;
}

function gap(from: number, until: number): Gap {
  return { from: new Date(from * HOUR).toISOString(), until: new Date(until * HOUR).toISOString(), hours: until - from };
}

function allUnknown(counts: readonly Readonly<Record<string, Readonly<Record<string, number>>>>[]): LakeStatus['unknownKeys'] {
  const sums = new Map<string, Map<string, number>>();
  for (const bySource of counts)
    for (const [source, names] of Object.entries(bySource)) {
      const own = sums.get(source) ?? new Map<string, number>();
      sums.set(source, own);
      for (const [name, count] of Object.entries(names)) own.set(name, (own.get(name) ?? 0) + count);
    }
  return Object.fromEntries([...sums].map(([source, names]) => [source, Object.fromEntries(names)]));
}
