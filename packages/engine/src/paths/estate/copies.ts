/** Data that leaves: copies that settings make, and shares of snapshots and images, to other accounts or under other laws. */
import type { DataCopy, DataStore } from '@kumomori/model';
import { UNNAMED_ACCOUNT } from '@kumomori/model';
import type { PathCopy, PathSetting } from '../inputs.ts';
import { placeOfRegion } from '../jurisdictions.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf } from './context.ts';

/** Of stores with a class; where region or account of one end is not known, nothing is said. O(copies). */
export function copiesFor(building: Building, stores: readonly DataStore[]): readonly PathCopy[] {
  const byId = new Map(stores.map((each) => [each.id, each]));
  const own = ownAccounts(building, stores);
  const found = [
    ...building.estate.all('data-copy').flatMap((copy) => copied(building, copy, { byId, own })),
    ...stores.flatMap((store) => shared(building, store, own)),
  ];
  return [...new Map(found.map((each) => [each.to.id, each])).values()];
}

function ownAccounts({ estate, iam, knownAccounts }: Building, stores: readonly DataStore[]): ReadonlySet<string> {
  const listed = estate.all('aws.organization-node').flatMap(({ names }) => names.filter((name) => /^\d{12}$/.test(name)));
  return new Set([...iam.accounts, ...(knownAccounts ?? []), ...listed, ...stores.map(({ account }) => account)]);
}

interface Known {
  readonly byId: ReadonlyMap<string, DataStore>;
  readonly own: ReadonlySet<string>;
}

const ARN = /^arn:[^:]*:[^:]*:([^:]*):(\d{12})?:/;

function copied(building: Building, copy: DataCopy, { byId, own }: Known): readonly PathCopy[] {
  const name = decided(copy.from);
  const store = name === undefined ? undefined : storeNamed(building, { name, near: copy, kind: copy.fromKind }, byId);
  if (!store) return [];
  const target = decided(copy.to);
  const [, arnRegion = '', arnAccount] = ARN.exec(target ?? '') ?? [];
  const there = target === undefined ? undefined : storeNamed(building, { name: target, near: copy, kind: copy.fromKind }, byId);
  const account = decided(copy.toAccount) ?? arnAccount ?? there?.account;
  const region = decided(copy.toRegion) ?? (arnRegion === '' ? there?.region : arnRegion);
  const node = there?.node ?? target ?? region ?? '';
  return leaving(building, {
    store,
    how: copy.how,
    node,
    account,
    own,
    regions: [decided(copy.fromRegion) ?? store.region, region],
    at: copy,
  });
}

interface Asked {
  readonly name: string;
  readonly near: DataCopy;
  readonly kind: string;
}

function storeNamed({ estate }: Building, { name, near, kind }: Asked, byId: ReadonlyMap<string, DataStore>): DataStore | undefined {
  const found = estate.named('data-store', name, near).find(({ storeKind }) => storeKind.startsWith(kind));
  return found && (byId.get(found.id) ?? found);
}

interface Leaving {
  readonly store: DataStore;
  readonly how: PathCopy['how'];
  readonly node: string;
  readonly account: string | undefined;
  readonly own: ReadonlySet<string>;
  readonly regions: readonly [from: string | null | undefined, to: string | null | undefined];
  readonly at: Pick<DataCopy, 'place' | 'node' | 'uncertain'>;
}

function leaving(building: Building, { store, how, node, account, own, regions, at }: Leaving): readonly PathCopy[] {
  if (at.uncertain) return [];
  const [from, to] = regions.map((each) => (typeof each === 'string' ? placeOfRegion(each) : undefined));
  const isForeign = account !== undefined && account !== store.account && !own.has(account);
  const crosses: PathCopy['crosses'] | null = isForeign
    ? { kind: 'account', account }
    : from !== undefined && to !== undefined && from !== to
      ? { kind: 'place', from, to }
      : null;
  if (crosses === null) return [];
  const evidence = evidenceOf(building, at.place);
  const setting: PathSetting = {
    ...{ id: `copy ${store.id} ${node}`, kind: 'configuration', evidence },
    summary: how === 'share' ? `Stop sharing ${store.node} with ${node}` : `Stop copying ${store.node} to ${node}`,
  };
  const condition =
    crosses.kind === 'account' && store.account === UNNAMED_ACCOUNT
      ? { text: `${crosses.account} is another account`, likelihood: 'unknown' as const, tags: [] }
      : null;
  return [{ from: store.id, to: { id: `${store.id} → ${node}`, node }, how, crosses, condition, setting, evidence }];
}

/** Snapshots and images that name other accounts; those that everybody gets are a question of their own. */
function shared(building: Building, store: DataStore, own: ReadonlySet<string>): readonly PathCopy[] {
  return store.sharedWith.items
    .filter((each) => /^\d{12}$/.test(each))
    .flatMap((account) =>
      leaving(building, { store, how: 'share', node: account, account, own, regions: [undefined, undefined], at: store }),
    );
}
