/** Where a lake keeps its chain: beside its ledger. */
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from '../../ledger.ts';
import type { Head } from './head.ts';
import { readHead } from './head.ts';
import { linesOf } from './lines.ts';

export const CHAIN_FOLDER = `${OWN_FOLDER}/chain`;
export const HEADS = `${CHAIN_FOLDER}/heads.jsonl`;
export const HASHES = `${CHAIN_FOLDER}/hashes`;

/** A line of {@link HEADS}; `head` null: it is none. */
export interface HeadLine {
  readonly line: number;
  readonly head: Head | null;
}

export function headLines(lake: string): readonly HeadLine[] {
  return [...linesOf(join(lake, HEADS))].map((bytes, index) => ({ line: index + 1, head: readHead(bytes.toString('utf8')) }));
}

/** Hashes of the sealed entries as hex, in order. */
export function* sealedHashes(lake: string): Generator<string> {
  for (const line of linesOf(join(lake, HASHES))) yield line.toString('latin1');
}

/** Appends whole lines; on return they are on the disk. A line that an interrupted run left half written is cut off first. */
export function appendLines(lake: string, file: string, lines: readonly string[]): void {
  mkdirSync(join(lake, CHAIN_FOLDER), { recursive: true });
  const path = join(lake, file);
  if (existsSync(path)) {
    let complete = 0;
    for (const line of linesOf(path)) complete += line.length + 1;
    truncateSync(path, complete);
  } else appendFileSync(path, '');
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, lines.map((line) => `${line}\n`).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
