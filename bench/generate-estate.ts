/**
 * Writes a synthetic Terraform estate of N lines: `node bench/generate-estate.ts --lines 50000 --out DIR [--seed 7]`; with `--manifests N`
 * N files of Kubernetes manifests, with `--plan-megabytes N` a plan as JSON.
 * The same lines and seed give the same bytes; the density of modules, chains and for_each does not depend on N.
 */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifestFiles } from './estate/manifests.ts';
import { planPieces } from './estate/plan-json.ts';
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
export function generateEstate({ lines, seed = SEED }: EstateOptions): ReadonlyMap<string, string> {
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

const SEED = 20_261_122;

/** Marks a folder as ours, so that a mistyped --out never empties anything else. */
const MARKER = '.kumomori-estate';

/** Writes the estate below `folder`. An estate written there before is removed; any other folder with content is refused with an error. */
export function writeEstate(
  folder: string,
  options: EstateOptions,
): { readonly files: number; readonly lines: number; readonly bytes: number } {
  const files = generateEstate(options);
  return { files: files.size, lines: total(files), bytes: writeFiles(folder, files) };
}

/** So many files of manifests; the folder is treated like that of an estate. */
export function writeManifests(
  folder: string,
  count: number,
  seed = SEED,
): { readonly files: number; readonly lines: number; readonly bytes: number } {
  const files = manifestFiles(count, createRandom(seed));
  return { files: files.size, lines: total(files), bytes: writeFiles(folder, files) };
}

/** `plan.json` of about so many bytes; the size it has got. */
export function writePlan(folder: string, bytes: number, seed = SEED): number {
  emptyFolder(folder);
  const file = openSync(join(folder, 'plan.json'), 'w');
  let written = 0;
  try {
    for (const piece of planPieces(bytes, createRandom(seed))) written += writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  return written;
}

function emptyFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MARKER))) {
    throw new Error(`${folder} has other content; give a new or empty folder`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, MARKER), '');
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): number {
  emptyFolder(folder);
  let bytes = 0;
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

if (import.meta.main) {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({ options: { lines: number, manifests: number, 'plan-megabytes': number, out: number, seed: number } });
  const lines = Number(values.lines ?? 50_000);
  const seed = Number(values.seed ?? SEED);
  if (values.out === undefined || !Number.isInteger(lines) || lines < 2000) {
    console.error(
      'usage: node bench/generate-estate.ts [--lines N (at least 2000) | --manifests N | --plan-megabytes N] --out DIR [--seed N]',
    );
    process.exitCode = 2;
  } else if (values['plan-megabytes'] !== undefined) {
    const bytes = writePlan(values.out, Number(values['plan-megabytes']) * 1e6, seed);
    console.log(`${values.out}/plan.json: ${(bytes / 1e6).toFixed(1)} MB`);
  } else {
    const written =
      values.manifests === undefined
        ? writeEstate(values.out, { lines, seed })
        : writeManifests(values.out, Number(values.manifests), seed);
    console.log(`${values.out}: ${written.files} files, ${written.lines} lines, ${(written.bytes / 1e6).toFixed(2)} MB`);
  }
}
