/** The files of a lake against what its ledger says of them. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { TamperProblem } from '../problem.ts';
import { OWN_FOLDER } from '../../ledger.ts';

export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** `isComplete` false: the ledger was altered, so that files it does not tell of prove nothing. */
export async function checkFiles(
  lake: string,
  listed: ReadonlyMap<string, ListedFile>,
  { isComplete, onFile }: { readonly isComplete: boolean; readonly onFile?: () => void },
): Promise<readonly TamperProblem[]> {
  const present = filesBelow(lake);
  const homes = new Map([...listed.values()].map(({ sha256, path }) => [sha256, path]));
  const problems: TamperProblem[] = [];
  for (const file of listed.values()) {
    onFile?.();
    const problem = present.has(file.path)
      ? await compared(lake, file, homes)
      : ({ object: file.path, kind: 'deleted', reason: 'object-missing', facts: [] } satisfies TamperProblem);
    if (problem) problems.push(problem);
  }
  if (!isComplete) return problems;
  const more = [...present].filter((path) => !listed.has(path)).sort();
  return [
    ...problems,
    ...more.map((object) => ({ object, kind: 'inserted', reason: 'object-unlisted', facts: [] }) satisfies TamperProblem),
  ];
}

async function compared(
  lake: string,
  { path, sha256, sizeBytes }: ListedFile,
  homes: ReadonlyMap<string, string>,
): Promise<TamperProblem | null> {
  const { hash, tail, size } = await readWhole(join(lake, path));
  if (hash === sha256) return null;
  const home = homes.get(hash);
  if (home !== undefined && home !== path) return { object: path, kind: 'reordered', reason: 'log-swapped', facts: [home] };
  // Parquet ends with its magic bytes.
  const isCut = size < sizeBytes && tail !== 'PAR1';
  return { object: path, kind: isCut ? 'truncated' : 'edited', reason: isCut ? 'log-cut' : 'object-changed', facts: [] };
}

async function readWhole(path: string): Promise<{ readonly hash: string; readonly tail: string; readonly size: number }> {
  const hash = createHash('sha256');
  let tail = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    tail = (tail + chunk.subarray(-4).toString('latin1')).slice(-4);
  }
  return { hash: hash.digest('hex'), tail, size: statSync(path).size };
}

/** Parquet files outside of the lake's own folder. */
function filesBelow(lake: string): ReadonlySet<string> {
  const files = new Set<string>();
  for (const entry of readdirSync(lake, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.parquet')) continue;
    const path = relative(lake, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!path.startsWith(`${OWN_FOLDER}/`)) files.add(path);
  }
  return files;
}
