/** An estate → the facts the reasoning takes. */
import type { Estate } from '@kumomori/model';
import type { PathInputs, PathObject } from '../inputs.ts';
import { cloudFacts } from './clouds/index.ts';
import { copiesFor } from './copies.ts';
import { danglingFor } from './dangling.ts';
import { keyReadersFor } from './key-readers.ts';
import type { Building, EstateInputOptions } from './context.ts';
import type { AskedAs } from './oracle.ts';
import { oracleOf } from './oracle.ts';
import { outsideUsesFor } from './outside-users.ts';
import { partsOfBuckets } from './parts-of-buckets.ts';
import { principalsFor } from './principals.ts';
import { trustsFor } from './trusts.ts';
import { thingsFor } from './workloads.ts';
import { storesOf } from '@kumomori/model';

/** Everything of all clouds. Linear in entities, apart from decisions, which are made when asked for. */
export function pathInputsOf(estate: Estate, options: EstateInputOptions): PathInputs {
  const building: Building = { ...options, estate };
  const clouds = cloudFacts(building);
  const { workloads, stores, exposures, neighbors, leaks, storeKeys, serviceAccounts } = thingsFor(building, clouds);
  const objects = objectsFor(building);
  const askedAs = new Map<string, AskedAs>();
  const all = storesOf(estate);
  const buckets = all.filter(({ storeKind }) => storeKind === 'aws.s3.bucket').map(({ id }) => id);
  const folders = partsOfBuckets(building, buckets);
  for (const { id, access, tags } of all) askedAs.set(id, { resource: access.on.replace('{arn}', id), parts: folders.get(id) ?? [], tags });
  for (const { id, tags } of estate.all('workload')) askedAs.set(id, { resource: id, parts: [], tags });
  for (const { id, tags } of options.iam.principals) askedAs.set(id, { resource: id, parts: [], tags });
  const access = clouds.oracle(oracleOf(building, askedAs));
  return {
    ...{ copies: copiesFor(building, all), dangling: danglingFor(building), keyReaders: keyReadersFor(building, { all, stores, access }) },
    outsideUses: outsideUsesFor(building, { all, stores, parts: folders }),
    ...{ principals: [...principalsFor(building), ...clouds.principals], workloads: [...workloads, ...clouds.workloads] },
    ...{ stores, objects: [...objects, ...clouds.objects], exposures, neighbors, leaks, storeKeys },
    trusts: [...trustsFor(building, serviceAccounts), ...clouds.trusts],
    ways: clouds.ways,
    access,
    mayHaveMore: (kind) => !KNOWN_KINDS.has(kind),
  };
}

/** Kinds of which the estate knows all. */
const KNOWN_KINDS: ReadonlySet<string> = new Set(['aws.autoscaling.group', 'aws.s3.bucket']);

function objectsFor({ estate, iam }: Building): readonly PathObject[] {
  const holders = new Map<string, string[]>();
  for (const { id, identity } of iam.principals) {
    for (const { arn } of identity) if (arn !== null) holders.set(arn, [...(holders.get(arn) ?? []), id]);
  }
  const policies = estate
    .all('aws.managed-policy')
    .map(({ id, node, account }): PathObject => ({ id, node, account, kind: 'aws.iam.policy', flags: {}, heldBy: holders.get(id) ?? [] }));
  const sets = estate.all('aws.permission-set').map(({ id, node, account }): PathObject => {
    const heldBy = iam.principals.filter(({ permissionSet }) => permissionSet === id).map((each) => each.id);
    return { id, node, account, kind: 'aws.sso.permission-set', flags: {}, heldBy };
  });
  return [...policies, ...sets];
}
