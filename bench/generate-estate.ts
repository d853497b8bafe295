/**
 * Writes a synthetic Terraform estate of N lines: `node bench/generate-estate.ts --lines 50000 --out DIR [--seed 7]`.
 * The same lines and seed give the same bytes; the density of modules, chains and for_each does not depend on N.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from './estate/random.ts';
import { countLines, rootModule } from './estate/root-module.ts';
import { sharedModules } from './estate/shared-modules.ts';

export interface EstateOptions {
  /** Lines wanted over all .tf and .tfvars files, at least 2,000. */
  readonly lines: number;
  readonly seed?: number;
}

const TEAMS = ['commerce', 'logistics', 'finance', 'people', 'media', 'platform', 'research', 'support'];
const ENVIRONMENTS = ['dev', 'stage', 'prod'];
/** One module library for so many lines: a platform team each. */
const LINES_A_GROUP = 25_000;
/** One module chain of depth 8 for so many lines. */
const LINES_A_CHAIN = 5_000;
const SMALLEST_ROOT = 400;

/** Files of the estate, path to text. Line count within 3 % of what was asked for. */
export function generateEstate({ lines, seed = 20_261_122 }: EstateOptions): ReadonlyMap<string, string> {
  const random = createRandom(seed);
  const files = new Map<string, string>();
  const groups = Math.max(1, Math.round(lines / LINES_A_GROUP));
  for (let group = 1; group <= groups; group++) {
    for (const [path, text] of sharedModules()) files.set(`modules/group-${group}/${path}`, text);
  }
  let written = total(files);
  let sinceChain = LINES_A_CHAIN;
  for (let index = 0; lines - written > SMALLEST_ROOT / 2; index++) {
    const team = `${TEAMS[index % TEAMS.length]}-${Math.floor(index / TEAMS.length) + 1}`;
    const environment = ENVIRONMENTS[index % ENVIRONMENTS.length] ?? 'dev';
    const left = lines - written;
    const wanted = Math.min(random.chance(0.1) ? random.int(2500, 4000) : random.int(SMALLEST_ROOT, 1500), left);
    const hasChain = sinceChain >= LINES_A_CHAIN;
    const modules = `../../../modules/group-${(index % groups) + 1}`;
    const root = rootModule({ random, team, environment, lines: wanted, modules, hasChain });
    for (const [name, text] of root) files.set(`live/${team}/${environment}/${name}`, text);
    written += total(root);
    sinceChain = hasChain ? total(root) : sinceChain + total(root);
  }
  return files;
}

function total(files: ReadonlyMap<string, string>): number {
  let sum = 0;
  for (const text of files.values()) sum += countLines(text);
  return sum;
}

/** Marks a folder as ours, so that a mistyped --out never empties anything else. */
const MARKER = '.kumomori-estate';

/** Writes the estate below `folder`. An estate written there before is removed; any other folder with content is refused with an error. */
export function writeEstate(
  folder: string,
  options: EstateOptions,
): { readonly files: number; readonly lines: number; readonly bytes: number } {
  const files = generateEstate(options);
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MARKER))) {
    throw new Error(`${folder} has other content; give a new or empty folder`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARKER), '');
  let bytes = 0;
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    bytes += Buffer.byteLength(text);
  }
  return { files: files.size, lines: total(files), bytes };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { lines: { type: 'string' }, out: { type: 'string' }, seed: { type: 'string' } } });
  const lines = Number(values.lines ?? 50_000);
  if (values.out === undefined || !Number.isInteger(lines) || lines < 2000) {
    console.error('usage: node bench/generate-estate.ts --lines N (at least 2000) --out DIR [--seed N]');
    process.exitCode = 2;
  } else {
    const written = writeEstate(values.out, values.seed === undefined ? { lines } : { lines, seed: Number(values.seed) });
    console.log(`${values.out}: ${written.files} files, ${written.lines} lines, ${(written.bytes / 1e6).toFixed(2)} MB`);
  }
}
