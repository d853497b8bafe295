/** What people answered for controls that no check answers, and the files that show it. */
import { createHash } from 'node:crypto';
import type { ControlAnswerRow, StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { mediaTypeProblem } from './media-types.ts';

export type AnswerStatus = ControlAnswerRow['status'];

export interface ControlAnswer {
  readonly framework: string;
  readonly version: string;
  readonly control: string;
  readonly status: AnswerStatus;
  readonly note: string | null;
  readonly by: string;
  /** ISO 8601, as all times here. */
  readonly at: string;
  readonly validUntil: string | null;
  /** It held until a day that is over. */
  readonly isExpired: boolean;
}

export interface StoredEvidence {
  readonly id: string;
  readonly control: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly at: string;
  readonly by: string;
}

export const MAX_EVIDENCE_BYTES = 10 * 1_048_576;
/** Files of one control. */
const MOST_FILES = 20;
const MAX_NAME = 200;

interface Framework {
  readonly id: string;
  readonly version: string;
}

/** Of all frameworks, or of one. */
export async function answersIn(
  tx: StoreTransaction,
  { at, framework }: { readonly at: Date; readonly framework?: Framework },
): Promise<readonly ControlAnswer[]> {
  const all = tx.selectFrom('control_answers').selectAll();
  const rows = await (framework ? all.where('framework', '=', framework.id).where('version', '=', framework.version) : all).execute();
  return rows.map((row) => ({
    ...{ framework: row.framework, version: row.version, control: row.control, status: row.status, note: row.note },
    ...{ by: row.answered_by, at: row.answered_at.toISOString(), validUntil: row.valid_until?.toISOString() ?? null },
    isExpired: row.valid_until !== null && row.valid_until <= at,
  }));
}

export async function evidenceIn(tx: StoreTransaction, { id, version }: Framework): Promise<readonly StoredEvidence[]> {
  const prefix = `${id}/${version}/`;
  const rows = await tx
    .selectFrom('attachments')
    .select(['id', 'control', 'name', 'media_type', 'size_bytes', 'at', 'author'])
    .where((where) => where(where.fn<string>('left', ['control', where.lit(prefix.length)]), '=', prefix))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, control: (row.control ?? '').slice(prefix.length), name: row.name, mediaType: row.media_type },
    ...{ sizeBytes: row.size_bytes, at: row.at.toISOString(), by: row.author },
  }));
}

export interface NewAnswer {
  readonly id: string;
  readonly version: string;
  readonly control: string;
  readonly status: AnswerStatus;
  readonly note: string | null;
  /** Day, `2027-03-31`: the last on which it holds, in UTC. */
  readonly validUntil: string | null;
}

/** Writes over the answer of before, which stays in the audit trail. That the control exists is for the caller to know. */
export async function answerControl(team: Team, asking: Asking, answer: NewAnswer): Promise<void> {
  const { id, version, control, status, note } = answer;
  const validUntil = answer.validUntil === null ? null : new Date(Date.parse(`${answer.validUntil}T00:00:00Z`) + 86_400_000);
  if (validUntil !== null && validUntil <= team.now())
    throw new TeamError('invalid', 'the day is over', { reason: 'answer-over', fields: [{ path: 'validUntil', message: 'is over' }] });
  await change(team, asking, async (tx, at) => {
    const values = { status, note, answered_by: asking.actor.name, answered_at: at, valid_until: validUntil };
    await tx
      .insertInto('control_answers')
      .values({ framework: id, version, control, ...values })
      .onConflict((each) => each.columns(['framework', 'version', 'control']).doUpdateSet(values))
      .execute();
    return {
      result: undefined,
      audit: {
        action: 'control.answer',
        object: `control:${id}/${version}/${control}`,
        detail: { status, note, validUntil: answer.validUntil },
      },
    };
  });
}

export interface NewEvidence {
  readonly id: string;
  readonly version: string;
  readonly control: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** The id. Throws TeamErrors `too-large`, `invalid` with the reasons `evidence-type` and `evidence-too-many`. */
export function addEvidence(
  team: Team,
  asking: Asking,
  { id, version, control, mediaType, content, ...rest }: NewEvidence,
): Promise<string> {
  if (content.length > MAX_EVIDENCE_BYTES) throw new TeamError('too-large', `more than ${MAX_EVIDENCE_BYTES} bytes`);
  if (content.length === 0 || mediaTypeProblem(mediaType, content))
    throw new TeamError('invalid', 'a file of a kind that is not kept', { reason: 'evidence-type' });
  const name = fileName(rest.name);
  const key = `${id}/${version}/${control}`;
  return change(team, asking, async (tx, at) => {
    const { count } = await tx
      .selectFrom('attachments')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('control', '=', key)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_FILES)
      throw new TeamError('invalid', `at most ${MOST_FILES} files of a control`, { reason: 'evidence-too-many' });
    const sha256 = createHash('sha256').update(content).digest();
    const row = await tx
      .insertInto('attachments')
      .values({
        ...{ finding_id: null, control: key, name, media_type: mediaType, size_bytes: content.length, sha256, content },
        ...{ at, author: asking.actor.name },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { id: row.id, name, bytes: content.length, sha256: sha256.toString('hex') };
    return { result: row.id, audit: { action: 'evidence.add', object: `control:${key}`, detail } };
  });
}

/** Nothing that could end a header, leave a folder or hide what a file is. */
function fileName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/gu, '_')
    .trim();
  return plain === '' ? 'file' : plain.slice(-MAX_NAME);
}

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Throws TeamError `not-found`. */
export async function readEvidence({ store }: Team, { actor }: Asking, id: string): Promise<EvidenceFile> {
  const row = await store.as(actor, (tx) =>
    tx
      .selectFrom('attachments')
      .select(['name', 'media_type', 'content'])
      .where('id', '=', id)
      .where('control', 'is not', null)
      .executeTakeFirst(),
  );
  if (!row) throw new TeamError('not-found', 'no such file');
  return { name: row.name, mediaType: row.media_type, content: row.content };
}

/** Throws TeamError `not-found`. That it was there, with its digest, stays in the audit trail. */
export async function removeEvidence(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx) => {
    const row = await tx
      .deleteFrom('attachments')
      .where('id', '=', id)
      .where('control', 'is not', null)
      .returning(['control', 'name'])
      .executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such file');
    return { result: undefined, audit: { action: 'evidence.remove', object: `control:${row.control}`, detail: { id, name: row.name } } };
  });
}
