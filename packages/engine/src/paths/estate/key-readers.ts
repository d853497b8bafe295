/** Keys whose policy lets decrypt whoever gets to nothing that they encrypt: the encryption no longer stands between him and a copy of it. */
import type { DataStore } from '@kumomori/model';
import { isUndecided, UNNAMED_ACCOUNT } from '@kumomori/model';
import type { Grantee, IamPrincipal, Reason } from '../../iam/index.ts';
import type { AccessOracle, AskedObject, PathKeyReader, PathSetting, PathStore } from '../inputs.ts';
import { WORTH_READING } from '../store-rules.ts';
import type { Building } from './context.ts';
import { decided, evidenceOf } from './context.ts';
import { field, isObject, listed } from './new-things.ts';

interface Key {
  readonly key: DataStore;
  readonly stores: readonly PathStore[];
  /** By id, of those stores. */
  readonly entities: ReadonlyMap<string, DataStore>;
}

export interface KeyReaderInput {
  readonly all: readonly DataStore[];
  readonly stores: readonly PathStore[];
  readonly access: AccessOracle;
}

/**
 * Only those whom the key's own policy names: who may decrypt by a policy of his own was given that by somebody. O(keys × named principals).
 * Whoever holds a policy nobody could read is left out: it may let him read the data.
 */
export function keyReadersFor(building: Building, { all, stores, access }: KeyReaderInput): readonly PathKeyReader[] {
  const entities = new Map(all.map((each) => [each.id, each]));
  const byKey = Map.groupBy(
    stores.filter(({ key, dataClass }) => key !== null && dataClass !== null && WORTH_READING.has(dataClass)),
    ({ key }) => key ?? '',
  );
  return [...byKey].flatMap(([name, protectedStores]) => {
    const key = building.estate.named('data-store', name).find(({ storeKind }) => storeKind === 'aws.kms.key');
    if (!key) return [];
    const asked: Key = { key, stores: protectedStores, entities };
    return [...insiders(building, asked, access), ...outsiders(building, asked)];
  });
}

const DECRYPT = 'kms:Decrypt';

function insiders(building: Building, asked: Key, access: AccessOracle): readonly PathKeyReader[] {
  const { iam } = building;
  const { key, stores } = asked;
  const named = new Map<IamPrincipal, readonly number[]>();
  for (const { name, statement } of namesInPolicy(building, key))
    for (const principal of name === '*' ? [] : iam.find(name)) named.set(principal, [...(named.get(principal) ?? []), statement]);
  return [...named].flatMap(([principal, statements]): readonly PathKeyReader[] => {
    if (principal.identity.some(({ unknown }) => unknown !== null)) return [];
    const { decision, condition, because } = iam.explain(principal, { action: DECRYPT, resource: key.id });
    const reason = ofOwnPolicy(because.filter(({ statement = -1 }) => statements.includes(statement)));
    if (decision !== 'allow' || condition !== null || !reason || getsAtAny(principal, stores, access)) return [];
    return [readerOf(building, asked, { reason, principal: principal.id, node: principal.node, other: null })];
  });
}

interface Named {
  readonly name: string;
  /** Position of the statement. */
  readonly statement: number;
}

/** Texts of `Principal.AWS` in the Allow statements of the policy. */
function namesInPolicy({ estate }: Building, key: DataStore): readonly Named[] {
  const own = estate.all('aws.resource-policy').filter(({ resourceKind, isDefault, resource }) => {
    const name = decided(resource);
    return resourceKind === 'kms.key' && !isDefault && name !== undefined && key.names.includes(name);
  });
  return own.flatMap(({ document }) => {
    const content = isUndecided(document) ? undefined : document?.document;
    return listed(isObject(content) ? field(content, 'Statement') : []).flatMap((each, statement) => {
      const principal = isObject(each) && field(each, 'Effect') === 'Allow' ? field(each, 'Principal') : undefined;
      const names = isObject(principal) ? listed(field(principal, 'AWS')) : [];
      return names.flatMap((name) => (typeof name === 'string' ? [{ name, statement }] : []));
    });
  });
}

/** What the policy of the thing itself allows it by. */
export function ofOwnPolicy(because: readonly Reason[]): Reason | undefined {
  return because.find(({ effect, layer, statement }) => effect === 'allow' && layer === 'resource' && statement !== undefined);
}

/** May it do anything at all with the data, under whatever condition? */
function getsAtAny({ id }: IamPrincipal, stores: readonly PathStore[], access: AccessOracle): boolean {
  return stores.some(({ id: store, kind, account, read, write, delete: remove, publicRead }) => {
    const objects: readonly AskedObject[] = [{ id: store, kind, account, isNew: false }];
    const mayDo = (action: string) => access({ principal: id, action, objects, passedTo: null }).length > 0;
    return publicRead !== false || [...read, ...write, ...remove].some(mayDo);
  });
}

function outsiders(building: Building, asked: Key): readonly PathKeyReader[] {
  const { iam, knownAccounts } = building;
  return iam.whoElseCan(DECRYPT, asked.key.id).flatMap((grantee): readonly PathKeyReader[] => {
    const node = nodeOf(grantee);
    const reason = ofOwnPolicy(grantee.because);
    if (node === null || grantee.condition !== null || !reason) return [];
    const isOwn = node === asked.key.account || iam.accounts.has(node) || (knownAccounts?.has(node) ?? false);
    if (isOwn || asked.stores.some((store) => isGiven(building, asked.entities.get(store.id), node))) return [];
    return [readerOf(building, asked, { reason, principal: null, node, other: node === 'internet' ? null : node })];
  });
}

/** `internet` for everybody, or the account of who is named; null for services and providers. */
export function nodeOf({ kind, principal }: Grantee): string | null {
  if (kind === 'anyone') return 'internet';
  if (kind !== 'account' && kind !== 'outside') return null;
  return /^\d{12}$/.test(principal) ? principal : (/^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? null);
}

/** The data itself is given to them too: by a policy, a share. */
function isGiven({ iam }: Building, store: DataStore | undefined, node: string): boolean {
  if (!store) return true;
  if (store.sharedWith.items.some((each) => each === node || each.startsWith('*')) || store.sharedWith.rest !== null) return true;
  const resource = store.access.on.replace('{arn}', store.id);
  return store.access.read.some((action) =>
    iam.whoElseCan(action, resource).some((each) => nodeOf(each) === node || each.kind === 'anyone'),
  );
}

interface Admitted {
  readonly reason: Reason;
  readonly principal: string | null;
  readonly node: string;
  /** Account from outside. */
  readonly other: string | null;
}

function readerOf(building: Building, { key, stores }: Key, { reason, principal, node, other }: Admitted): PathKeyReader {
  const { statement = 0, sid, place } = reason;
  const evidence = evidenceOf(building, place);
  const setting: PathSetting = {
    ...{ id: `key ${key.id} ${statement}`, kind: 'data-access', evidence },
    summary: `Narrow statement ${sid ?? statement + 1} of the policy of ${key.node}`,
  };
  const gravest = [...WORTH_READING].find((dataClass) => stores.some((each) => each.dataClass === dataClass));
  const isUnsure = other !== null && key.account === UNNAMED_ACCOUNT;
  return {
    ...{ key: key.id, principal, node, setting, evidence, dataClass: gravest ?? 'confidential' },
    protects: stores.map((each) => each.node).toSorted(),
    condition: isUnsure ? { text: `${other} is another account`, likelihood: 'unknown', tags: [] } : null,
  };
}
