/** Data whose own policy lets in another account: buckets, secrets, queues, tables. Roles are in trusts.ts, keys alone in key-readers.ts. */
import type { DataStore } from '@kumomori/model';
import { UNNAMED_ACCOUNT } from '@kumomori/model';
import type { Grantee } from '../../iam/index.ts';
import { unknownIf } from '../facts.ts';
import type { PathCondition, PathOutsideUse, PathSetting, PathStore } from '../inputs.ts';
import { isPrecious, WORTH_DELETING } from '../store-rules.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf } from './context.ts';
import { nodeOf, ofOwnPolicy } from './key-readers.ts';
import { keepsOutsidersOut } from './own-keys.ts';

export interface OutsideInput {
  readonly all: readonly DataStore[];
  readonly stores: readonly PathStore[];
  /** By ARN of a bucket, what policies speak of in it. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

type Use = PathOutsideUse['use'];

/**
 * Who reads as a whole account, who changes or deletes. Whoever is of the house or given as known is left out; so is who has to meet a condition that keeps to the house. What is encrypted with an
 * own key is read only by whom the key lets in as well. O(stores with policies × whom they name).
 */
export function outsideUsesFor(building: Building, input: OutsideInput): readonly PathOutsideUse[] {
  const policies = building.estate.all('aws.resource-policy');
  const spoken = new Set(policies.filter(({ isDefault }) => !isDefault).map(({ account, resource }) => `${account} ${decided(resource)}`));
  const entities = new Map(input.all.map((each) => [each.id, each]));
  return input.stores.flatMap((store): readonly PathOutsideUse[] => {
    const entity = entities.get(store.id);
    if (!entity?.storeKind.startsWith('aws.') || entity.storeKind === 'aws.kms.key') return [];
    if (!entity.names.some((name) => spoken.has(`${entity.account} ${name}`))) return [];
    const resources = [entity.access.on.replace('{arn}', entity.id), ...(input.parts.get(entity.id) ?? [])];
    return USES.filter((use) => isWanted(store, use)).flatMap((use) => usesOf(building, store, { entity, resources, use }));
  });
}

const USES: readonly Use[] = ['read', 'write', 'delete'];

function isWanted({ dataClass }: PathStore, use: Use): boolean {
  if (use === 'read') return isPrecious(dataClass);
  return use === 'write' || (dataClass !== null && WORTH_DELETING.has(dataClass));
}

interface Using {
  readonly entity: DataStore;
  readonly resources: readonly string[];
  readonly use: Use;
}

/** One for each account, of several the one with the fewest conditions. */
function usesOf(building: Building, store: PathStore, { entity, resources, use }: Using): readonly PathOutsideUse[] {
  const found = new Map<string, PathOutsideUse>();
  for (const resource of resources) {
    for (const action of store[use]) {
      for (const grantee of building.iam.whoElseCan(action, resource)) {
        const made = useBy(building, store, { entity, use, grantee });
        const known = made && found.get(made.account);
        if (made && (!known || weightOf(made) < weightOf(known))) found.set(made.account, made);
      }
    }
  }
  return [...found.values()];
}

function weightOf({ conditions, isWhole }: PathOutsideUse): number {
  return 2 * conditions.length + (isWhole ? 0 : 1);
}

interface Admitted {
  readonly entity: DataStore;
  readonly use: Use;
  readonly grantee: Grantee;
}

function useBy(building: Building, store: PathStore, { entity, use, grantee }: Admitted): PathOutsideUse | undefined {
  const { iam, knownAccounts } = building;
  const account = nodeOf(grantee);
  const reason = ofOwnPolicy(grantee.because);
  if (account === null || account === 'internet' || !reason) return undefined;
  if (account === entity.account || iam.accounts.has(account) || (knownAccounts?.has(account) ?? false)) return undefined;
  // To let in one role to read is how data is meant to be shared: `iam who-can` tells it.
  if (use === 'read' && grantee.kind !== 'account') return undefined;
  if (grantee.condition !== null && keepsOutsidersOut(grantee.condition)) return undefined;
  const ofKey = use === 'read' ? keyCondition(building, store, account) : null;
  if (ofKey === 'shut') return undefined;
  const { statement = 0, sid, place } = reason;
  const evidence = evidenceOf(building, place);
  const setting: PathSetting = {
    ...{ id: `outside ${store.id} ${statement}`, kind: 'data-access', evidence },
    summary: `Narrow statement ${sid ?? statement + 1} of the policy of ${store.node}`,
  };
  const conditions: readonly (PathCondition | null)[] = [
    grantee.condition === null ? null : { text: 'the condition of its policy is met', likelihood: 'unknown', tags: [] },
    entity.account === UNNAMED_ACCOUNT ? { text: `${account} is another account`, likelihood: 'unknown', tags: [] } : null,
    ofKey,
  ];
  const open = conditions.filter((each) => each !== null);
  return { store: store.id, use, account, isWhole: grantee.kind === 'account', conditions: open, setting, evidence };
}

/** Whether the key of the data lets the account in: null yes, a condition where nobody could read its policy. */
function keyCondition({ iam, estate }: Building, { key }: PathStore, account: string): PathCondition | null | 'shut' {
  if (key === null) return null;
  const known = estate.named('data-store', key).find(({ storeKind }) => storeKind === 'aws.kms.key');
  if (!known) return unknownIf('key-admits', key);
  const admitted = iam.whoElseCan('kms:Decrypt', known.id).filter((each) => nodeOf(each) === account || each.kind === 'anyone');
  const open = admitted.find(({ condition }) => condition === null || !keepsOutsidersOut(condition));
  if (!open) return 'shut';
  return open.condition === null ? null : { text: 'the condition of its policy is met', likelihood: 'unknown', tags: [] };
}
