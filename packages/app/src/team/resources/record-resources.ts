/** What a scan saw of the resources of its source → the inventory, with every configuration that differed from the one before. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { StoreTransaction } from '../../store/index.ts';
import type { SeenResource } from '../../use-cases/index.ts';
import type { Placing } from '../findings/index.ts';
import { mentionsIn } from './mentions.ts';

/** Rows in one statement. */
const BATCH = 300;

export interface RecordingResources {
  readonly tx: StoreTransaction;
  readonly sourceId: string;
  readonly runId: string;
  readonly at: Date;
  readonly place: Placing;
  readonly resources: () => Iterable<SeenResource>;
}

export interface RecordedResources {
  /** Addresses of what was seen. */
  readonly present: ReadonlySet<string>;
  readonly gone: number;
}

export async function recordResources(recording: RecordingResources): Promise<RecordedResources> {
  const { tx, sourceId, at, resources } = recording;
  const present = new Set<string>();
  const keys = new Set<string>();
  let batch: object[] = [];
  for (const resource of resources()) {
    present.add(resource.address);
    const key = `${resource.type} ${resource.address}`;
    // Code may declare the same address twice (two roots of one repository): the first one stands for both.
    if (keys.has(key)) continue;
    keys.add(key);
    batch.push(rowOf(resource, recording));
    if (batch.length < BATCH) continue;
    await upsert(recording, batch);
    batch = [];
  }
  await upsert(recording, batch);
  await markAspects(recording);
  const gone = await tx
    .updateTable('resources')
    .set({ gone_at: at })
    .where('source_id', '=', sourceId)
    .where('gone_at', 'is', null)
    .where('last_seen', '<', at)
    .executeTakeFirst();
  return { present, gone: Number(gone.numUpdatedRows) };
}

function rowOf(resource: SeenResource, { place }: RecordingResources): object {
  const { departmentId, ownerReason, environment } = place.resource(resource);
  const { address, type, name, provider, account, region, tags, shape, kind } = resource;
  const hash = createHash('sha256')
    .update(JSON.stringify([name, tags, shape]))
    .digest('hex');
  return {
    ...{ address, type, name, provider, account, region, tags, shape, place: { ...resource.place, kind }, hash: `\\x${hash}` },
    mentions: mentionsIn(shape),
    ...{ cloud_id: kind === 'live' ? address : null, department_id: departmentId, owner_reason: ownerReason, environment },
  };
}

const COLUMNS = `address text, type text, cloud_id text, name text, provider text, account text, region text, tags jsonb, department_id text,
  owner_reason jsonb, environment text, hash bytea, shape jsonb, place jsonb, mentions text[]`;
const NAMES = COLUMNS.split(',').map((each) => each.trim().split(' ')[0] ?? '');

async function upsert({ tx, sourceId, runId, at }: RecordingResources, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.raw(NAMES.join());
  const updates = sql.raw(
    NAMES.filter((name) => name !== 'address' && name !== 'type')
      .map((name) => `${name} = excluded.${name}`)
      .join(),
  );
  await sql`
    with new as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (${sql.raw(COLUMNS)})),
    before as (select id, hash from resources where source_id = ${sourceId}::uuid and (type, address) in (select type, address from new)),
    kept as (
      insert into resources (source_id, first_seen, last_seen, ${names}) select ${sourceId}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${names} from new
      on conflict (source_id, type, address) do update set ${updates}, last_seen = excluded.last_seen, gone_at = null
      returning id, hash, shape
    )
    insert into resource_versions (resource_id, at, run_id, hash, shape)
    select kept.id, ${at}::timestamptz, ${runId}::uuid, kept.hash, kept.shape from kept left join before on before.id = kept.id
    where before.hash is distinct from kept.hash on conflict do nothing`.execute(tx);
}

/** Types under which checks look at things of many kinds: tags, what holds data. */
const ASPECT = String.raw`\.core\.(data-store|tagged-resource|labeled-resource|password-setting|provider|object)$`;

/** One row stands for a thing in the inventory: that of its own type, or the first aspect where no check knows the type. */
async function markAspects({ tx, sourceId }: RecordingResources): Promise<void> {
  await sql`
    update resources each set is_aspect = not each.is_aspect
    where each.source_id = ${sourceId}::uuid and each.type ~ ${ASPECT} and each.is_aspect is distinct from exists (
      select from resources other where other.source_id = each.source_id and other.address = each.address and other.id <> each.id
      and (other.type !~ ${ASPECT} or other.type < each.type))`.execute(tx);
}
