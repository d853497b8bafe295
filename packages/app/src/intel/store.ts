/**
 * Indicators in a folder: `indicators.jsonl` (one a line, sorted by key), `warning-lists.json`, `state.json`. Files are written beside and renamed, so a
 * killed process leaves the store as it was. Reading takes no more memory than a line.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator, WarningList } from '@kumomori/model';
import { isRecord, OBSERVABLE_KINDS, observableOf } from '@kumomori/model';
import { z } from 'zod';
import { makeFolder } from '../write-files.ts';
import { takeLock } from '../files/index.ts';

/** An indicator, when it came here, and whether warning lists are not asked about it. */
export interface StoredIndicator extends Indicator {
  readonly toldAt: string;
  readonly trusted: boolean;
}

export interface PlacedIndicator {
  readonly indicator: StoredIndicator;
  readonly offset: number;
  readonly length: number;
}

const stateSchema = z.object({
  /** By collection: what the server said of the last object. */
  taxii: z.record(z.string(), z.object({ addedAfter: z.string() })).default({}),
  /** By feed: its events, and when each was changed last, in seconds since 1970. */
  misp: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  /** By lake: when the last hunt began. */
  hunts: z.record(z.string(), z.string()).default({}),
});
export type IntelState = z.infer<typeof stateSchema>;

const warningLists = z.array(
  z.object({ name: z.string(), type: z.enum(['cidr', 'hostname', 'string', 'substring', 'regex']), values: z.array(z.string()) }),
);

const INDICATORS = 'indicators.jsonl';
const PIECE = 1024 * 1024;
/** A longer line is damaged. */
const MAX_LINE = 16 * 1024 * 1024;

export function isIntelStore(folder: string): boolean {
  return existsSync(join(folder, INDICATORS));
}

export function indicatorsFile(folder: string): string {
  return join(folder, INDICATORS);
}

/** One id of one producer; plain lists have no ids of their own. */
export function keyOf({ format, source, id }: Pick<Indicator, 'format' | 'source' | 'id'>): string {
  return format === 'list' ? `${source}\n${id}` : id;
}

const BARE = {
  ...{ observables: [], pattern: null, modified: null, validFrom: null, validUntil: null, lastSeen: null, confidence: null, tlp: null },
  ...{ labels: [], related: [], techniques: [], revoked: false, trusted: false },
} as const;

/** What says nothing is not written. The order of names is always the same: equal indicators are equal lines. */
export function storedLine(indicator: StoredIndicator): string {
  const said = Object.entries(indicator).filter(
    ([name, value]) => !(name in BARE && (value === null || value === false || (Array.isArray(value) && value.length === 0))),
  );
  return JSON.stringify(Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Null for a line that is no indicator. */
export function storedIndicator(line: string): StoredIndicator | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { id, source, title, toldAt, observables = [] } = value;
  if (![id, source, title, toldAt].every((each) => typeof each === 'string') || !Array.isArray(observables)) return null;
  const sound = observables.every(
    (each: unknown) => isRecord(each) && typeof each['value'] === 'string' && OBSERVABLE_KINDS.some((kind) => kind === each['kind']),
  );
  // The checks above are of what matching relies on; the rest was written by `storedLine`.
  return sound ? { ...BARE, ...(value as unknown as StoredIndicator) } : null;
}

/** Every indicator with its place in the file; damaged lines are passed over and counted. */
export function* readIndicators(folder: string, damaged: { count: number } = { count: 0 }): Generator<PlacedIndicator> {
  const file = indicatorsFile(folder);
  if (!existsSync(file)) return;
  for (const { text, offset, length } of linesIn(file)) {
    const indicator = storedIndicator(text);
    if (indicator) yield { indicator, offset, length };
    else damaged.count++;
  }
}

function* linesIn(file: string): Generator<{ readonly text: string; readonly offset: number; readonly length: number }> {
  const handle = openSync(file, 'r');
  try {
    let [rest, offset] = [Buffer.alloc(0), 0];
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const count = readSync(handle, piece, 0, PIECE, null);
      const bytes = Buffer.concat([rest, piece.subarray(0, count)]);
      let from = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        if (end > from) yield { text: bytes.toString('utf8', from, end), offset: offset + from, length: end - from };
        from = end + 1;
      }
      offset += from;
      rest = bytes.subarray(from);
      if (count === 0 || rest.length > MAX_LINE) break;
    }
    if (rest.length > 0) yield { text: rest.toString('utf8'), offset, length: rest.length };
  } finally {
    closeSync(handle);
  }
}

export function readWarningLists(folder: string): readonly WarningList[] {
  const found = warningLists.safeParse(jsonIn(join(folder, 'warning-lists.json')));
  return found.success ? found.data : [];
}

export function readState(folder: string): IntelState {
  const found = stateSchema.safeParse(jsonIn(join(folder, 'state.json')));
  return found.success ? found.data : { taxii: {}, misp: {}, hunts: {} };
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    // Not there, or not ours: as good as empty.
    return null;
  }
}

/** Runs with the store to itself; null when another process has it. Throws what the system says. */
export async function withStore<T>(folder: string, use: () => Promise<T>): Promise<T | null> {
  makeFolder(folder);
  const lock = takeLock(join(folder, 'lock'));
  if (lock.kind === 'held') return null;
  try {
    return await use();
  } finally {
    lock.release();
  }
}

export function writeIndicators(folder: string, lines: Iterable<string>): void {
  writeWhole(indicatorsFile(folder), lines);
}

export function writeWarningLists(folder: string, lists: readonly WarningList[]): void {
  writeWhole(join(folder, 'warning-lists.json'), [JSON.stringify(lists)]);
}

export function writeState(folder: string, state: IntelState): void {
  writeWhole(join(folder, 'state.json'), [JSON.stringify(state)]);
}

function writeWhole(file: string, lines: Iterable<string>): void {
  const handle = openSync(`${file}.tmp`, 'w', 0o600);
  try {
    let waiting = '';
    for (const line of lines) {
      waiting += `${line}\n`;
      if (waiting.length >= PIECE) {
        writeSync(handle, waiting);
        waiting = '';
      }
    }
    writeSync(handle, waiting);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.tmp`, file);
}

/** Whether what somebody typed, defanged or not, is a value of an indicator. */
export function sameValue(text: string, value: string): boolean {
  return text === value || observableOf(text)?.value === value;
}
