/**
 * What the event lake costs: `node bench/lake.ts [EVENTS]` (default 1,000,000). CloudTrail of an organization that never was (support/cloudtrail.ts), in
 * processes of their own: inflating and JSON.parse alone, ingest with and without raw records, hunts and compaction over the lake.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { measure } from './measure.ts';
import { writeTrail } from './support/cloudtrail.ts';

const CLI = fileURLToPath(new URL('../packages/app/src/cli/main.ts', import.meta.url));
const HUNTS = [
  'aws-trail-changed',
  'aws-user-created',
  'failed-logins-by-address',
  'download-volume',
  'first-seen-calls',
  'where-is-this-address',
];

if (process.argv[2] === '--parse') await parseAll(process.argv[3] ?? '');
else await bench(Number(process.argv[2] ?? 1_000_000));

async function bench(events: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-lake-bench-'));
  try {
    const written = writeTrail(join(folder, 'logs'), { events });
    console.log(`${events} events, ${written.objects} objects, ${mb(written.rawBytes)} raw, ${mb(written.storedBytes)} stored`);
    await timed('gunzip + JSON.parse', [fileURLToPath(import.meta.url), '--parse', join(folder, 'logs')]);
    const ingest = (lake: string, ...more: readonly string[]): readonly string[] => [
      CLI,
      'lake',
      'ingest',
      join(folder, 'logs'),
      '--lake',
      join(folder, lake),
      '--format',
      'json',
      ...more,
    ];
    await timed('ingest', ingest('lake'));
    await timed('ingest --no-raw', ingest('small', '--no-raw'));
    await timed('ingest again (all known)', ingest('lake'));
    for (const hunt of HUNTS) await timed(`hunt ${hunt}`, [CLI, 'lake', 'query', hunt, '--lake', join(folder, 'lake'), '--format', 'json']);
    await timed('compact', [CLI, 'lake', 'compact', join(folder, 'lake')]);
    for (const hunt of HUNTS.slice(0, 3))
      await timed(`hunt ${hunt}, compacted`, [CLI, 'lake', 'query', hunt, '--lake', join(folder, 'lake'), '--format', 'json']);
    await timed('status', [CLI, 'lake', 'status', join(folder, 'lake')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(name: string, args: readonly string[]): Promise<void> {
  const { wallSeconds, cpuSeconds, peakMb, exitCode, stdout, stderr, load } = await measure({ program: process.execPath, args }, 1800);
  if (exitCode !== 0) throw new Error(`${name} ended with ${exitCode}: ${stderr}`);
  const size = /"lakeBytes": (\d+)/.exec(stdout)?.[1];
  const more = size === undefined || size === '0' ? '' : `, ${mb(Number(size))} in the lake`;
  console.log(
    `${name}: ${wallSeconds.toFixed(1)} s wall, ${cpuSeconds?.toFixed(1)} s CPU, ${peakMb?.toFixed(0)} MB${more} (load ${load.toFixed(1)})`,
  );
}

/** What nobody who reads the records can do without. */
async function parseAll(folder: string): Promise<void> {
  const { globSync } = await import('node:fs');
  let count = 0;
  for (const file of globSync('**/*.gz', { cwd: folder })) {
    const { Records: records } = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8')) as {
      readonly Records: readonly unknown[];
    };
    count += records.length;
  }
  console.log(count);
}

function mb(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
