/** Questions whose answer takes a while: what somebody did, which questions the logs could answer. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@kumomori/model';
import type { InvestigationReport, ReadinessReport } from '../../use-cases/index.ts';
import { audit } from '../access/index.ts';
import { folderOf } from '../analysis/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { ProgramFailed, runProgram } from '../programs/index.ts';
import { lakeFolder } from '../runs/index.ts';

export interface InvestigationAsk {
  readonly entity: string;
  /** ISO 8601 or a day; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Throws TeamErrors `conflict` with the reason `no-lake`, `not-found` with `entity-unknown`. */
export async function investigate(
  team: Team,
  asking: Asking,
  { entity, from, to, language, signal }: InvestigationAsk,
): Promise<InvestigationReport> {
  const lake = team.dataFolder === null ? null : lakeFolder(team.dataFolder);
  if (lake === null || !existsSync(lake)) throw new TeamError('conflict', 'there is no lake', { reason: 'no-lake' });
  await audit(team, asking.actor, { action: 'lake.investigate', detail: { entity, from, to }, address: asking.address ?? null });
  const span = [...(from === null ? [] : ['--from', from]), ...(to === null ? [] : ['--to', to])];
  try {
    return await answerOf<InvestigationReport>(
      ['investigate', '--lake', lake, ...span, '--format', 'json', '--quiet', '--lang', language, '--', entity],
      signal,
    );
  } catch (cause) {
    if (cause instanceof ProgramFailed) throw new TeamError('not-found', 'nothing is known of it', { reason: 'entity-unknown', cause });
    throw cause;
  }
}

interface Kept {
  readonly key: string;
  readonly report: Promise<ReadinessReport>;
}

/** The last answer in each language: it changes with a run only. */
const kept = new WeakMap<Team, Map<Language, Kept>>();

/** Over the newest of every source that can be read here. Null: there is none. */
export async function readiness(
  team: Team,
  { actor }: Asking,
  { language, signal }: { readonly language: Language; readonly signal: AbortSignal },
): Promise<{ readonly sources: readonly string[]; readonly report: ReadinessReport } | null> {
  const { sources, runs } = await team.store.as(actor, async (tx) => ({
    sources: await tx
      .selectFrom('sources')
      .select(['id', 'name', 'kind', 'settings'])
      .where('kind', '<>', 'logs')
      .orderBy('name')
      .execute(),
    runs: await tx.selectFrom('runs').select('id').where('state', '=', 'done').orderBy('finished_at', 'desc').limit(1).execute(),
  }));
  const read = sources.flatMap((source) => {
    const folder = folderOf(source, team.dataFolder);
    return folder === null ? [] : [{ name: source.name, folder }];
  });
  if (read.length === 0) return null;
  const key = JSON.stringify([runs, read]);
  const own = kept.get(team) ?? new Map<Language, Kept>();
  kept.set(team, own);
  const before = own.get(language);
  const lake = team.dataFolder === null ? null : lakeFolder(team.dataFolder);
  const options = lake !== null && existsSync(lake) ? ['--lake', lake] : [];
  const args = ['readiness', ...options, '--format', 'json', '--quiet', '--lang', language, '--', ...read.map(({ folder }) => folder)];
  const report = before?.key === key ? before.report : answerOf<ReadinessReport>(args, signal);
  own.set(language, { key, report });
  report.catch(() => own.delete(language));
  return { sources: read.map(({ name }) => name), report: await report };
}

/** JSON that our own program prints: its type is what the use-case returns. */
async function answerOf<Report>(args: readonly string[], signal: AbortSignal): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-ask-'));
  try {
    return JSON.parse(await runProgram({ args, cwd: folder, signal }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
