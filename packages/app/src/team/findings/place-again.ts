/** The rules, applied again to everything that lives: after somebody changed them. Owners that people set by hand stay. */
import { sql } from 'kysely';
import type { StoreTransaction } from '../../store/index.ts';
import type { JudgedFinding, SeenResource } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import type { PlacedSource, Placing } from './placement.ts';
import { placementIn } from './placement.ts';
import { trackedByIds } from './tracked.ts';

/** Rows in one transaction: nobody else waits long. */
const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Has it done by a server. */
export async function requestPlacement(team: Team, asking: Asking): Promise<void> {
  await change(team, asking, async () => ({ result: undefined, audit: { action: 'ownership.apply' } }));
  await team.jobs.send('daily', { duty: 'place' });
}

/** How many findings and resources have another owner, environment or due date now. */
export async function placeAgain(team: Team): Promise<{ readonly findings: number; readonly resources: number }> {
  const sources = await team.store.system((tx) => tx.selectFrom('sources').select(['id', 'kind', 'name', 'department_id']).execute());
  const changed = { findings: 0, resources: 0 };
  for (const source of sources)
    for (const [what, place] of [
      ['findings', placeFindings],
      ['resources', placeResources],
    ] as const)
      for (let after: string | null = FIRST; after !== null;) {
        const from: string = after;
        const done = await team.store.system((tx) => place(tx, source, from));
        changed[what] += done.changed;
        after = done.last;
      }
  if (changed.findings > 0) team.publish({ kind: 'setting', id: 'ownership' });
  return changed;
}

interface Done {
  readonly changed: number;
  /** Null: there are no more. */
  readonly last: string | null;
}

async function placeFindings(tx: StoreTransaction, source: PlacedSource, after: string): Promise<Done> {
  const rows = await tx
    .selectFrom('findings')
    .select('id')
    // Parts of what our own scan wrote: without evidence and code frames.
    .select(
      sql<
        Pick<JudgedFinding, 'resource' | 'origin'>
      >`jsonb_build_object('resource', document->'resource', 'origin', document->'origin')`.as('parts'),
    )
    .select(sql<string | null>`document->'instances'->0->'exposure'->>'state'`.as('exposure'))
    .where('source_id', '=', source.id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  if (rows.length === 0) return { changed: 0, last: null };
  const place = await placementIn(tx, source);
  const tracked = new Map(
    (
      await trackedByIds(
        tx,
        rows.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  );
  const placed = rows.flatMap(({ id, parts, exposure }) => {
    const own = tracked.get(id);
    // Only the exposure of the first instance is asked for.
    const instances = [{ exposure: { state: exposure ?? undefined } }] as unknown as JudgedFinding['instances'];
    const owner = own && parts.resource && place.finding({ ...parts, instances }, own);
    return owner
      ? [{ id, department_id: owner.departmentId, owner_reason: owner.ownerReason, environment: owner.environment, due_at: owner.dueAt }]
      : [];
  });
  const { numAffectedRows } = await sql`update findings set environment = new.environment, due_at = new.due_at,
      department_id = case when ${MANUAL} then findings.department_id else new.department_id end,
      owner_reason = case when ${MANUAL} then findings.owner_reason else new.owner_reason end
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as new (id uuid, department_id text, owner_reason jsonb, environment text, due_at timestamptz)
    where findings.id = new.id and ((findings.environment, findings.due_at) is distinct from (new.environment, new.due_at)
      or (not coalesce(${MANUAL}, false) and (findings.department_id, findings.owner_reason) is distinct from (new.department_id, new.owner_reason)))`.execute(
    tx,
  );
  return { changed: Number(numAffectedRows ?? 0), last: rows.at(-1)?.id ?? null };
}

const MANUAL = sql.raw(`findings.owner_reason->>'kind' = 'manual'`);

async function placeResources(tx: StoreTransaction, source: PlacedSource, after: string): Promise<Done> {
  const rows = await tx
    .selectFrom('resources')
    .select(['id', 'type', 'provider', 'address', 'name', 'account', 'region', 'tags', 'place'])
    .where('source_id', '=', source.id)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute();
  if (rows.length === 0) return { changed: 0, last: null };
  const place = await placementIn(tx, source);
  const placed = rows.map((row) => {
    const { departmentId, ownerReason, environment } = place.resource(seenOf(row));
    return { id: row.id, department_id: departmentId, owner_reason: ownerReason, environment };
  });
  const { numAffectedRows } =
    await sql`update resources set department_id = new.department_id, owner_reason = new.owner_reason, environment = new.environment
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as new (id uuid, department_id text, owner_reason jsonb, environment text)
    where resources.id = new.id and (resources.department_id, resources.owner_reason, resources.environment)
      is distinct from (new.department_id, new.owner_reason, new.environment)`.execute(tx);
  return { changed: Number(numAffectedRows ?? 0), last: rows.at(-1)?.id ?? null };
}

type Seen = Parameters<Placing['resource']>[0];

/** As the scan told it, as far as rules ask. */
function seenOf(row: {
  readonly type: string;
  readonly address: string;
  readonly name: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly place: unknown;
}): Seen {
  const file =
    typeof row.place === 'object' && row.place !== null && 'file' in row.place && typeof row.place.file === 'string' ? row.place.file : '';
  const { type, address, account, region, tags } = row;
  // Shape and kind count for no rule of ownership.
  return { type, address, name: row.name ?? address, account, region, tags, place: { file, line: 0 } } as unknown as SeenResource;
}
