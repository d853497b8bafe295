/**
 * What detection costs: `node bench/detect.ts [EVENTS] [CLI]` (default 1,000,000; the built command if CLI names one). CloudTrail of an organization
 * that never was (support/cloudtrail.ts), in processes of their own: inflating and JSON.parse alone, then `kumomori detect` with all our rules. First
 * over a tenth of the events and then over all, of the same week: how time and memory grow.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.ts';
import { writeTrail } from './support/cloudtrail.ts';

const SOURCE = fileURLToPath(new URL('../packages/app/src/cli/main.ts', import.meta.url));
const PARSE = fileURLToPath(new URL('lake.ts', import.meta.url));
const RUNS: readonly (readonly [name: string, ...options: readonly string[]])[] = [
  ['detect, two threads', '--workers', '2'],
  ['detect, one thread', '--workers', '0'],
  ['detect without behavior, two threads', '--workers', '2', '--no-behavior'],
];

const events = Number(process.argv[2] ?? 1_000_000);
const cli = process.argv[3] ?? SOURCE;
for (const size of [Math.ceil(events / 10), events]) await bench(size);

async function bench(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-detect-bench-'));
  const logs = join(folder, 'logs');
  try {
    const { objects, rawBytes, storedBytes } = writeTrail(logs, { events: size });
    console.log(`${size} events, ${objects} objects, ${Math.round(rawBytes / 1e6)} MB raw, ${Math.round(storedBytes / 1e6)} MB stored`);
    await timed('gunzip + JSON.parse', [PARSE, '--parse', logs]);
    const detect = [cli, 'detect', logs, '--format', 'jsonl', '--output', join(folder, 'out.jsonl'), '--fail-on', 'none'];
    for (const [name, ...options] of RUNS) await timed(name, [...detect, ...options]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(name: string, args: readonly string[]): Promise<void> {
  const { wallSeconds, cpuSeconds, peakMb, exitCode, stderr, load } = await measure({ program: process.execPath, args }, 1800);
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}: ${stderr}`);
  console.log(
    `${name}: ${wallSeconds.toFixed(1)} s, ${cpuSeconds?.toFixed(1)} CPU s, ${Math.round(peakMb ?? 0)} MB (load ${load.toFixed(1)})`,
  );
}
