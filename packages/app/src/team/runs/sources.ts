/** What is watched: repositories, snapshots, live accounts, clusters, logs. */
import { z } from 'zod';
import type { SourceKind } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { MaintenanceWindow } from './cron.ts';
import { isSchedule, windowSchema } from './cron.ts';

/** Credentials are never in here: collectors take them from the environment of the process, as the clouds' own tools do. */
const settings = {
  code: z.object({
    /** A folder of this machine, or the address of a repository that git can clone. */
    path: z.string().min(1).max(1_000),
    branch: z.string().max(200).optional(),
    paths: z.boolean().default(true),
  }),
  snapshot: z.object({
    path: z.string().min(1).max(1_000),
    paths: z.boolean().default(true),
    people: z.string().max(1_000).nullable().default(null),
  }),
  aws: z.object({
    roleArn: z.string().max(300).nullable().default(null),
    regions: z.array(z.string()).default([]),
    organization: z.boolean().default(false),
    endpoint: z.url().nullable().default(null),
  }),
  azure: z.object({ subscriptions: z.array(z.string()).default([]) }),
  gcp: z.object({ projects: z.array(z.string()).default([]), organization: z.string().nullable().default(null) }),
  k8s: z.object({ context: z.string().max(300).nullable().default(null), kubeconfig: z.string().max(1_000).nullable().default(null) }),
  logs: z.object({ path: z.string().min(1).max(1_000) }),
} satisfies Readonly<Record<SourceKind, z.ZodType>>;

export const sourceKinds = ['code', 'snapshot', 'aws', 'azure', 'gcp', 'k8s', 'logs'] as const satisfies readonly SourceKind[];

export interface NewSource {
  readonly kind: SourceKind;
  readonly name: string;
  readonly settings: unknown;
  /** Cron expression; null: only when somebody asks. */
  readonly schedule: string | null;
  /** When nothing is scanned; left out: as it is. */
  readonly windows?: readonly MaintenanceWindow[] | null | undefined;
  readonly departmentId: string | null;
  readonly enabled: boolean;
}

export interface Source extends NewSource {
  readonly id: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly lastRun: {
    readonly id: string;
    readonly state: string;
    readonly finishedAt: string | null;
    readonly error: string | null;
  } | null;
}

/** Fails with `invalid` when the settings are not those of the kind, `conflict` when the name is taken. */
export async function addSource(team: Team, asking: Asking, source: NewSource): Promise<string> {
  const parsed = settingsOf(source);
  const id = await change(team, asking, async (tx) => {
    const taken = await tx.selectFrom('sources').select('id').where('name', '=', source.name).executeTakeFirst();
    if (taken) throw new TeamError('conflict', 'a source has this name', { reason: 'source-name-taken' });
    const { id: added } = await tx
      .insertInto('sources')
      .values({
        ...{ kind: source.kind, name: source.name, settings: JSON.stringify(parsed), schedule: source.schedule, ...windowsOf(source) },
        ...{ enabled: source.enabled, department_id: source.departmentId, created_by: asking.actor.name },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { result: added, audit: { action: 'source.add', object: `source:${added}`, detail: { kind: source.kind, name: source.name } } };
  });
  team.publish({ kind: 'source', id });
  return id;
}

export async function changeSource(team: Team, asking: Asking, { id, ...source }: NewSource & { readonly id: string }): Promise<void> {
  const parsed = settingsOf(source);
  await change(team, asking, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('sources')
      .set({
        name: source.name,
        settings: JSON.stringify(parsed),
        schedule: source.schedule,
        ...windowsOf(source),
        enabled: source.enabled,
        department_id: source.departmentId,
      })
      .where('id', '=', id)
      .where('kind', '=', source.kind)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new TeamError('not-found', 'no such source');
    return {
      result: undefined,
      audit: { action: 'source.change', object: `source:${id}`, detail: { name: source.name, schedule: source.schedule } },
    };
  });
  team.publish({ kind: 'source', id });
}

/** With everything that was found in it. */
export async function removeSource(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx) => {
    const removed = await tx.deleteFrom('sources').where('id', '=', id).returning('name').executeTakeFirst();
    if (!removed) throw new TeamError('not-found', 'no such source');
    return { result: undefined, audit: { action: 'source.remove', object: `source:${id}`, detail: { name: removed.name } } };
  });
  team.publish({ kind: 'source', id });
}

export async function listSources({ store }: Team, { actor }: Asking): Promise<readonly Source[]> {
  return store.as(actor, async (tx) => {
    const rows = await tx.selectFrom('sources').selectAll().orderBy('name').execute();
    const runs = await tx
      .selectFrom('runs')
      .distinctOn('source_id')
      .select(['id', 'source_id', 'state', 'finished_at', 'error'])
      .orderBy('source_id')
      .orderBy('created_at', 'desc')
      .execute();
    const last = new Map(
      runs.map((run) => [
        run.source_id,
        { id: run.id, state: run.state, finishedAt: run.finished_at?.toISOString() ?? null, error: run.error },
      ]),
    );
    return rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, name: row.name, settings: row.settings, schedule: row.schedule, enabled: row.enabled },
      windows: windowSchema.safeParse(row.windows ?? []).data ?? [],
      ...{
        departmentId: row.department_id,
        createdAt: row.created_at.toISOString(),
        createdBy: row.created_by,
        lastRun: last.get(row.id) ?? null,
      },
    }));
  });
}

function settingsOf({
  kind,
  settings: given,
  schedule,
}: Pick<NewSource, 'kind' | 'settings' | 'schedule'>): Readonly<Record<string, unknown>> {
  if (schedule !== null && !isSchedule(schedule))
    throw new TeamError('invalid', 'no cron expression with a time zone', {
      reason: 'schedule-invalid',
      fields: [{ path: 'schedule', message: '0 3 * * * Asia/Tokyo' }],
    });
  const parsed = settings[kind].safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: ['settings', ...path].join('.'), message }));
  throw new TeamError('invalid', 'the settings are not those of this kind of source', { fields });
}

function windowsOf({ windows }: Pick<NewSource, 'windows'>): { readonly windows?: string } {
  return windows === undefined || windows === null ? {} : { windows: JSON.stringify(windowSchema.parse(windows)) };
}
