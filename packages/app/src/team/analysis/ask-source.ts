/** Questions about what a source holds: who can, what can, who has access, how code and account differ. */
import type { Language } from '@kumomori/model';
import type { Answered, DriftReport, Question } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { documentOf, keepDocument } from '../runs/index.ts';
import { Kept } from './kept.ts';
import { askProcess } from './question-process.ts';
import { folderOf } from './source-folder.ts';

/** How a question is asked in the server's process; tests ask without another one. */
export type AskProcess = typeof askProcess;

export type SourceQuestion =
  | { readonly kind: 'who-can'; readonly action: string; readonly resource: string }
  | { readonly kind: 'can'; readonly principal: string }
  | { readonly kind: 'review' };

export interface AskSource {
  readonly sourceId: string;
  readonly question: SourceQuestion;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly ask?: AskProcess;
}

const answers = new Kept<unknown>(60);

/** Answers are kept until the source was looked at again. Fails with `conflict` for a source whose files are not on this machine. */
export async function askSource(
  team: Team,
  asking: Asking,
  { sourceId, question, language, signal, ask = askProcess }: AskSource,
): Promise<Answered<SourceQuestion['kind']>> {
  const source = await readSource(team, asking, sourceId);
  const key = JSON.stringify([sourceId, source.runId, language, question]);
  const targets = [source.folder];
  const asked: Question =
    question.kind === 'review'
      ? { kind: 'review', targets, people: source.people, events: await logFolders(team, asking) }
      : { ...question, targets };
  const answer = await answers.get(team, key, () => ask({ question: asked, language, signal }));
  // What the process prints is an Answered of the kind it was asked.
  return answer as Answered<SourceQuestion['kind']>;
}

export interface AskDrift {
  readonly codeId: string;
  readonly liveId: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly ask?: AskProcess;
}

/** Compares code with what is live, and keeps what it found with the last run of the code. */
export async function compareSources(
  team: Team,
  asking: Asking,
  { codeId, liveId, language, signal, ask = askProcess }: AskDrift,
): Promise<Answered<'drift'>> {
  const code = await readSource(team, asking, codeId);
  const live = await readSource(team, asking, liveId);
  if (code.runId === null) throw new TeamError('conflict', 'the source was not looked at yet', { reason: 'source-not-read' });
  const question = { kind: 'drift', code: code.folder, live: live.folder } as const;
  const answered = (await ask({ question, language, signal })) as Answered<'drift'>;
  if (answered.answer === null) return answered;
  const runId = code.runId;
  const text = JSON.stringify({ ...answered.answer, liveSource: live.name } satisfies DriftDocument);
  await change(team, asking, async (tx, at) => {
    await keepDocument(tx, { runId, kind: 'drift', text, at });
    return { result: undefined, audit: { action: 'drift.compare', object: `source:${codeId}`, detail: { live: liveId } } };
  });
  return answered;
}

export interface DriftDocument extends DriftReport {
  readonly liveSource: string;
}

/** Null: nobody compared since the code was last looked at. */
export async function readDrift(team: Team, asking: Asking, codeId: string): Promise<DriftDocument | null> {
  const runId = await lastRun(team, asking, codeId);
  const document = runId === null ? null : await documentOf(team, asking, { runId, kind: 'drift' });
  return document as DriftDocument | null;
}

async function readSource(team: Team, asking: Asking, id: string) {
  const source = await team.store.as(asking.actor, (tx) => tx.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst());
  if (!source) throw new TeamError('not-found', 'no such source');
  const folder = folderOf(source, team.dataFolder);
  if (folder === null) throw new TeamError('conflict', 'the files of the source are not here', { reason: 'source-not-read' });
  const people = source.settings['people'];
  return { folder, name: source.name, runId: await lastRun(team, asking, id), people: typeof people === 'string' ? people : null };
}

async function lastRun({ store }: Team, { actor }: Asking, sourceId: string): Promise<string | null> {
  const run = await store.as(actor, (tx) =>
    tx
      .selectFrom('runs')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('state', '=', 'done')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return run?.id ?? null;
}

async function logFolders({ store, dataFolder }: Team, { actor }: Asking): Promise<readonly string[]> {
  const sources = await store.as(actor, (tx) =>
    tx.selectFrom('sources').select(['id', 'kind', 'settings']).where('kind', '=', 'logs').where('enabled', '=', true).execute(),
  );
  return sources.flatMap((each) => folderOf(each, dataFolder) ?? []);
}
