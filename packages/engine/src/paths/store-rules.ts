/** The rules of stores: who reads, writes and deletes their content, by permissions and because they are open to all. */
import type { EdgeKind } from './edges.ts';
import type { Rules } from './escalation.ts';
import type { AskedObject, PathCondition, PathStore } from './inputs.ts';
import { INTERNET } from './places.ts';

/** Classes whose content is worth reading; `code` and `log` are worth writing and deleting. */
export const WORTH_READING: ReadonlySet<string> = new Set(['personal', 'health', 'payment', 'confidential', 'secret', 'state', 'backup']);
export const WORTH_DELETING: ReadonlySet<string> = new Set(['log', 'backup']);
const KNOWN_CLASSES: ReadonlySet<string> = new Set([...WORTH_READING, 'log', 'code', 'public']);

/** Also classes of the user's own. */
export function isPrecious(dataClass: string | null): boolean {
  return dataClass !== null && (WORTH_READING.has(dataClass) || !KNOWN_CLASSES.has(dataClass));
}

/** What a use of stores needs, for all stores of a kind together: the oracle is asked once for each list. */
interface Use {
  readonly predicate: 'read' | 'write' | 'delete';
  readonly edge: EdgeKind;
  readonly isWanted: (store: PathStore) => boolean;
  readonly isOpen: (store: PathStore) => boolean | PathCondition;
}

export function isTrue(value: boolean | PathCondition): value is true | PathCondition {
  return value !== false;
}

export function conditionOf(value: boolean | PathCondition): PathCondition | null {
  return typeof value === 'object' ? value : null;
}

/** Stores that nobody is after are not asked about. */
export function addStores(rules: Rules): void {
  const { inputs } = rules.world;
  const loaded = new Set(inputs.workloads.flatMap(({ codeFrom }) => codeFrom));
  const leaking = new Set(inputs.leaks.map((leak) => leak.in));
  const isWorthReading = ({ id, dataClass }: PathStore) => leaking.has(id) || isPrecious(dataClass);
  const uses: readonly Use[] = [
    { predicate: 'read', edge: 'CAN_READ', isWanted: isWorthReading, isOpen: ({ publicRead }) => publicRead },
    { predicate: 'write', edge: 'CAN_WRITE', isWanted: ({ id }) => loaded.has(id), isOpen: ({ publicWrite }) => publicWrite },
    {
      ...{ predicate: 'delete', edge: 'CAN_DELETE', isOpen: () => false },
      isWanted: ({ dataClass }) => dataClass !== null && WORTH_DELETING.has(dataClass),
    },
  ];
  for (const use of uses) {
    for (const stores of Map.groupBy(inputs.stores.filter(use.isWanted), ({ kind }) => kind).values()) addUse(rules, stores, use);
  }
}

function addUse(rules: Rules, stores: readonly PathStore[], { predicate, edge, isOpen }: Use): void {
  const { facts, capabilities } = rules;
  const objects: readonly AskedObject[] = stores.map(({ id, kind, account }) => ({ id, kind, account, isNew: false }));
  const keys = predicate === 'read' ? keysOf(stores) : NO_KEYS;
  for (const [nth, store] of stores.entries()) {
    const goal = facts.fact(predicate, store.id);
    const object = objects[nth];
    const reason = { id: predicate, args: [store.node] };
    const key = keys.byId.get(store.key ?? '');
    const decrypt = key && capabilities.possible('kms:Decrypt', key, keys.all);
    for (const action of store[predicate]) {
      const may = object && (key === undefined || decrypt !== undefined) ? capabilities.possible(action, object, objects) : undefined;
      if (may !== undefined) facts.rule(goal, decrypt === undefined ? [may] : [may, decrypt], { edge, reason, evidence: store.evidence });
    }
    const owns = { id: 'admin-owns', args: [store.account, store.node] };
    facts.rule(goal, [facts.fact('admin', store.account)], { edge: 'OWNS', reason: owns });
    const open = isOpen(store);
    if (isTrue(open)) addOpen(rules, store, { predicate, edge, open });
  }
}

interface Keys {
  readonly all: readonly AskedObject[];
  readonly byId: ReadonlyMap<string, AskedObject>;
}

const NO_KEYS: Keys = { all: [], byId: new Map() };

function keysOf(stores: readonly PathStore[]): Keys {
  const byId = new Map<string, AskedObject>();
  for (const { key, account } of stores)
    if (key !== null && !byId.has(key)) byId.set(key, { id: key, kind: 'aws.kms.key', account, isNew: false });
  return { all: [...byId.values()], byId };
}

interface Open {
  readonly predicate: Use['predicate'];
  readonly edge: EdgeKind;
  readonly open: true | PathCondition;
}

function addOpen({ facts }: Rules, store: PathStore, { predicate, edge, open }: Open): void {
  const isShared = predicate === 'read' && store.isShared;
  facts.rule(facts.fact(predicate, store.id), [facts.fact('at', INTERNET)], {
    ...{ edge: isShared ? 'CAN_COPY_DATA' : edge, evidence: store.evidence, settings: [store.publicSetting] },
    ...{ conditions: [conditionOf(open)], reason: { id: isShared ? 'shared-with-all' : `public-${predicate}`, args: [store.node] } },
  });
}
