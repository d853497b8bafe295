/** A run of a source of logs: what is new goes into the lake, detections over it become incidents. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreTransaction } from '../../store/index.ts';
import type { IncidentRow, MatchRow } from '../../use-cases/index.ts';
import { runProgram } from '../programs/index.ts';
import { recordIncidents } from './record-incidents.ts';

export interface LogRun {
  /** Folder or file of logs. */
  readonly path: string;
  readonly dataFolder: string;
  /** For what is written on the way. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: unknown) => void;
}

export interface DetectedLogs {
  readonly english: readonly IncidentRow[];
  readonly japanese: readonly IncidentRow[];
  readonly matches: readonly MatchRow[];
  /** Titles in Japanese by the ids of rules. */
  readonly titles: ReadonlyMap<string, string>;
}

const STEPS = 5;

export function lakeFolder(dataFolder: string): string {
  return join(dataFolder, 'lake');
}

/** Fails with what the operator has to correct. */
export async function readLogs({ path, dataFolder, folder, signal, onProgress }: LogRun): Promise<DetectedLogs> {
  const run = async (done: number, args: readonly string[]): Promise<void> => {
    onProgress({ phase: done === 0 ? 'read' : 'check', done, total: STEPS });
    await runProgram({ args, cwd: folder, signal });
  };
  const detect = (lang: string, output: string, more: readonly string[]): readonly string[] => [
    ...['detect', ...more, '--fail-on', 'none', '--output', join(folder, output), '--lang', lang, '--quiet', '--', path],
  ];
  await run(0, ['lake', 'ingest', '--lake', lakeFolder(dataFolder), '--', path]);
  await run(1, detect('en', 'en.json', ['--incidents', '--format', 'json']));
  await run(2, detect('ja', 'ja.json', ['--incidents', '--format', 'json']));
  await run(3, detect('en', 'matches.jsonl', ['--format', 'jsonl']));
  await run(4, detect('ja', 'matches-ja.jsonl', ['--format', 'jsonl']));
  return {
    english: incidentsIn(join(folder, 'en.json')),
    japanese: incidentsIn(join(folder, 'ja.json')),
    matches: matchesIn(join(folder, 'matches.jsonl')),
    titles: new Map(matchesIn(join(folder, 'matches-ja.jsonl')).flatMap(({ ruleId, title }) => (ruleId === null ? [] : [[ruleId, title]]))),
  };
}

function matchesIn(file: string): readonly MatchRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): MatchRow[] => (line === '' ? [] : [JSON.parse(line)]));
}

/** Our own process wrote the file a moment ago. */
function incidentsIn(file: string): readonly IncidentRow[] {
  const { incidents }: { readonly incidents: readonly IncidentRow[] } = JSON.parse(readFileSync(file, 'utf8'));
  return incidents;
}

/** Closes the run; ids of incidents that are new or open again. */
export async function recordLogs(
  tx: StoreTransaction,
  { source, runId, logs, at }: { readonly source: LogSource; readonly runId: string; readonly logs: DetectedLogs; readonly at: Date },
): Promise<readonly string[]> {
  const found = await recordIncidents(tx, { source, logs, at });
  const summary = { incidents: logs.english.length, found: found.length, matches: logs.matches.length };
  await tx
    .updateTable('runs')
    .set({ state: 'done', finished_at: at, progress: null, summary: JSON.stringify(summary) })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .execute();
  return found;
}

export interface LogSource {
  readonly id: string;
  readonly department_id: string | null;
}
