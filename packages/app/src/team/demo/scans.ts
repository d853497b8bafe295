/** The scans of the story, put into the database as runs do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgedFinding, JudgedResult, SeenResource } from '../../use-cases/index.ts';
import { JUDGED_FILES } from '../../use-cases/index.ts';
import type { Team } from '../context.ts';
import { placementIn, recordFindings } from '../findings/index.ts';
import { recordResources } from '../resources/index.ts';
import { keepDocument } from '../runs/index.ts';

export interface JudgedFolder {
  readonly folder: string;
  readonly result: JudgedResult;
  readonly findings: readonly JudgedFinding[];
  readonly resources: readonly SeenResource[];
}

/** What judging a source wrote into a folder. */
export function readJudged(folder: string): JudgedFolder {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const lines = (file: string) =>
    text(file)
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  return {
    folder,
    result: JSON.parse(text(JUDGED_FILES.result)),
    findings: lines(JUDGED_FILES.findings),
    resources: lines(JUDGED_FILES.resources),
  };
}

export interface DemoScan {
  readonly sourceId: string;
  readonly findings: readonly JudgedFinding[];
  readonly judged: JudgedFolder;
  /** With resources and analyses. */
  readonly isFull: boolean;
}

/** At the time of the team. */
export async function recordScan(team: Team, { sourceId, findings, judged, isFull }: DemoScan): Promise<void> {
  const at = team.now();
  const began = new Date(at.getTime() - 42_000);
  const { checks, summary, coverage, diagnostics, frameworks } = judged.result;
  await team.store.system(async (tx) => {
    const source = await tx
      .selectFrom('sources')
      .select(['id', 'kind', 'name', 'department_id'])
      .where('id', '=', sourceId)
      .executeTakeFirstOrThrow();
    const { id: runId } = await tx
      .insertInto('runs')
      .values({
        ...{ source_id: sourceId, state: 'done', requested_by: 'kumomori', reason: 'schedule', worker: 'demo' },
        ...{ created_at: began, started_at: began, finished_at: at, summary: JSON.stringify({ ...summary, fail: findings.length }) },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const place = await placementIn(tx, source);
    if (isFull) await recordResources({ tx, sourceId, runId, at, place, resources: () => judged.resources });
    const scope = {
      scanId: runId,
      target: sourceId,
      startedAt: began.toISOString(),
      finishedAt: at.toISOString(),
      accounts: null,
      regions: null,
    };
    await recordFindings({
      ...{ tx, runId, findings: () => findings, isPresent: () => true, place: place.finding },
      scope: { ...scope, checks, gaps: [], isComplete: true },
    });
    if (!isFull) return;
    await keepDocument(tx, { runId, kind: 'result', text: JSON.stringify({ coverage, diagnostics, frameworks, checks }), at });
    for (const [kind, file] of Object.entries(JUDGED_FILES)) {
      const text = ['findings', 'resources', 'result'].includes(kind) ? null : textIn(join(judged.folder, file));
      if (text !== null) await keepDocument(tx, { runId, kind, text, at });
    }
  });
}

/** Null for what this scan did not write. */
function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
