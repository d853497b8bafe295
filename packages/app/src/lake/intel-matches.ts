/**
 * Matches of indicators, beside the events of a lake: `_kumomori/intel-matches.jsonl`, one a line, written whole and renamed. Which part of the lake was looked at is told by
 * the number of the ledger's entry; a match that is there already is not written again, so that a run that was killed in between doubles nothing.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, jsonOf } from '@kumomori/model';
import { writeFailure } from './errors.ts';
import type { LakeFile } from './ledger.ts';
import { ledgerState, OWN_FOLDER, readLedger } from './ledger.ts';

/** Columns of the view `intel_matches`; all are texts. */
export const INTEL_MATCH_COLUMNS = [
  ...['time', 'rule_id', 'title', 'level', 'value', 'indicator_source', 'event_id', 'source', 'account', 'region', 'principal'],
  ...['source_ip', 'action', 'matched_at'],
] as const;

export type IntelMatch = Readonly<Record<(typeof INTEL_MATCH_COLUMNS)[number], string | null>>;

const MATCHES = 'intel-matches.jsonl';
const STATE = 'intel-matches.json';

/** Null where nothing was matched yet. */
export function intelMatchesFile(lake: string): string | null {
  const file = join(lake, OWN_FOLDER, MATCHES);
  return existsSync(file) ? file : null;
}

export interface Unmatched {
  /** Files of the lake that came since the last matching; at first all. */
  readonly files: readonly LakeFile[];
  /** Adds what was found in them; how many were new. Throws LakeErrors; all or nothing is added. */
  readonly done: (found: readonly IntelMatch[]) => number;
}

/** Throws LakeErrors. */
export function unmatchedFiles(lake: string): Unmatched {
  const entries = readLedger(lake);
  const last = entries.at(-1)?.number ?? 0;
  const seen = lastSeen(lake);
  const since = new Set(entries.filter(({ number }) => number > seen).flatMap(({ added }) => added.map(({ path }) => path)));
  const files = [...ledgerState(entries).files.values()].filter(({ path }) => since.has(path));
  const done = (found: readonly IntelMatch[]): number => {
    const lines = knownLines(lake);
    const keys = new Set(lines.map((line) => keyOf(line)));
    const before = lines.length;
    for (const match of found) {
      const line = JSON.stringify(match);
      if (keys.has(keyOf(line))) continue;
      keys.add(keyOf(line));
      lines.push(line);
    }
    if (lines.length > before) writeWhole(lake, MATCHES, `${lines.join('\n')}\n`);
    if (last !== seen) writeWhole(lake, STATE, JSON.stringify({ number: last }));
    return lines.length - before;
  };
  return { files, done };
}

function lastSeen(lake: string): number {
  const file = join(lake, OWN_FOLDER, STATE);
  const state = existsSync(file) ? jsonOf(readFileSync(file, 'utf8')) : null;
  return isRecord(state) && typeof state['number'] === 'number' ? state['number'] : 0;
}

function knownLines(lake: string): string[] {
  const file = intelMatchesFile(lake);
  return file === null
    ? []
    : readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '');
}

/** When it was matched does not tell matches apart. */
function keyOf(line: string): string {
  return line.replace(/,"matched_at":"[^"]{1,40}"/, '');
}

function writeWhole(lake: string, name: string, text: string): void {
  const folder = join(lake, OWN_FOLDER);
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    const handle = openSync(`${file}.tmp`, 'w', 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${file}.tmp`, file);
  } catch (cause) {
    throw writeFailure(file, cause);
  }
}
