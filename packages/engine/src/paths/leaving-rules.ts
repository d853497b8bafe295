/** Ways of one step that need no credentials of the house: data that is copied out, names that anybody may claim, keys that admit too many. */
import type { Entry, Goal } from './ends.ts';
import type { Rules } from './escalation.ts';
import type { FactBase } from './facts.ts';
import { unknownIf } from './facts.ts';
import { INTERNET } from './places.ts';
import { isPrecious } from './store-rules.ts';
import type { World } from './world.ts';

/** Facts of their own, which lead to nothing else: who may decrypt with a key has nothing yet. */
export function addLeavings({ world, facts }: Rules): void {
  const { copies = [], dangling = [], keyReaders = [] } = world.inputs;
  for (const { from, to, crosses, condition, setting, evidence } of copies) {
    const args =
      crosses.kind === 'account' ? [world.nodeOf(from), to.node, crosses.account] : [world.nodeOf(from), crosses.from, crosses.to, to.node];
    facts.rule(facts.fact('copied', to.id), [facts.fact('at', from)], {
      ...{ edge: 'REPLICATES_TO', reason: { id: `leaves-${crosses.kind}`, args }, conditions: [condition], settings: [setting], evidence },
    });
  }
  for (const { id, host, target, condition, setting, evidence } of dangling) {
    facts.rule(facts.fact('claimed', id), [facts.fact('at', INTERNET)], {
      ...{ edge: 'CAN_CLAIM', reason: { id: 'dangling', args: [host, target] }, conditions: [condition], settings: [setting], evidence },
    });
  }
  for (const { key, principal, node, protects, condition, setting, evidence } of keyReaders) {
    const args = [world.nodeOf(key), node === INTERNET ? INTERNET : node, protects.join(', ')];
    facts.rule(facts.fact('decrypt', key), [facts.fact('at', principal ?? node)], {
      ...{ edge: 'CAN_DECRYPT', reason: { id: 'key-admits', args }, conditions: [condition], settings: [setting], evidence },
    });
  }
}

/** One principal of a partner is taken over less often than anybody of his account. */
const [WHOLE_ACCOUNT, ONE_PRINCIPAL] = [3, 7];

/** Data that lets in other accounts by its own policy: what is read, changed, deleted there is so for whoever walks on from there, too. */
export function addOutsideUses({ world, facts }: Rules): void {
  for (const { store, use, account, isWhole, conditions, setting, evidence } of world.inputs.outsideUses ?? []) {
    facts.rule(facts.fact(use, store), [facts.fact('at', account)], {
      ...{ edge: USES[use], reason: { id: `outside-${use}`, args: [world.nodeOf(store), account] } },
      ...{ conditions: [...conditions, unknownIf('other-account-abused', account)], settings: [setting], evidence },
      extra: isWhole ? WHOLE_ACCOUNT : ONE_PRINCIPAL,
    });
  }
}

const USES = { read: 'CAN_READ', write: 'CAN_WRITE', delete: 'CAN_DELETE' } as const;

/** Stores that are copied, and whom keys admit. None of them has rights to begin with: who he is elsewhere is told of him there. */
export function leavingEntries(world: World, facts: FactBase): readonly Entry[] {
  const { copies = [], keyReaders = [], outsideUses = [] } = world.inputs;
  const entry = (kind: Entry['kind'], id: string): Entry => ({
    ...{
      kind,
      id,
      node: world.nodeOf(id),
      fact: facts.fact('at', id),
      isPrincipal: false,
      isAdmin: false,
      accessClass: null,
      account: null,
    },
  });
  const stores = copies.map(({ from }) => entry('store', from));
  const admitted = keyReaders
    .filter(({ node }) => node !== INTERNET)
    .map(({ principal, node }) => (principal === null ? entry('partner', node) : entry('principal', principal)));
  const others = outsideUses.map(({ account }) => entry('partner', account));
  return [...new Map([...stores, ...admitted, ...others].map((each) => [each.id, each])).values()];
}

export function leavingGoals(world: World, facts: FactBase): readonly Goal[] {
  const { copies = [], dangling = [], keyReaders = [] } = world.inputs;
  const plain = { dataClass: null, storeKind: null, environment: null, notes: [] };
  const found = [
    ...copies.map(({ from, to }): Goal => {
      const { account = null, dataClass = null, kind = null } = world.stores.get(from) ?? {};
      return {
        ...plain,
        kind: 'copy',
        id: to.id,
        node: to.node,
        title: to.node,
        fact: facts.fact('copied', to.id),
        account,
        dataClass,
        storeKind: kind,
      };
    }),
    ...dangling.map(({ id, node, host }): Goal => {
      return {
        ...plain,
        kind: 'domain',
        id,
        node,
        title: host.includes('.') ? host : node,
        fact: facts.fact('claimed', id),
        account: null,
      };
    }),
    ...keyReaders.map(({ key, dataClass }): Goal => {
      const { account = null } = world.stores.get(key) ?? {};
      return {
        ...plain,
        kind: 'key',
        id: key,
        node: world.nodeOf(key),
        title: `${world.nodeOf(key)} (${dataClass})`,
        fact: facts.fact('decrypt', key),
        account,
        dataClass,
      };
    }),
  ];
  return [...new Map(found.map((each) => [`${each.kind} ${each.id}`, each])).values()].filter(
    ({ dataClass, kind }) => kind === 'domain' || isPrecious(dataClass),
  );
}
