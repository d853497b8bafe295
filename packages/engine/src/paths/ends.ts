/** Where attackers may begin, and what they are after. */
import { WORTH_DELETING, WORTH_READING } from './store-rules.ts';
import type { FactBase } from './facts.ts';
import type { PathEvidence, PathPrincipal, PathWorkload } from './inputs.ts';
import { leavingEntries, leavingGoals } from './leaving-rules.ts';
import { CODE, INTERNET } from './places.ts';
import type { EntryKind, GoalKind } from './queries.ts';
import type { World } from './world.ts';

export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly node: string;
  readonly fact: number;
  /** It has rights of its own from the beginning. */
  readonly isPrincipal: boolean;
  /** Principals of one class may do the same. */
  readonly accessClass: string | null;
  /** Where a principal is written; others have no place. */
  readonly evidence?: readonly PathEvidence[];
  /** Administrator already, or under a condition. */
  readonly isAdmin: boolean;
  readonly account: string | null;
}

export interface Goal {
  readonly kind: GoalKind;
  readonly id: string;
  readonly node: string;
  /** As a title says it. */
  readonly title: string;
  readonly fact: number;
  readonly account: string | null;
  readonly dataClass: string | null;
  readonly storeKind: string | null;
  readonly environment: string | null;
  readonly notes: readonly string[];
}

/** Unused for longer: dormant. CIS benchmarks count 45 days for credentials; 90 is what AWS's own reports begin with. */
const DORMANT_DAYS = 90;

/** Whoever has an account at a shared issuer is anybody. */
const OUTSIDE: Readonly<Record<string, EntryKind>> = { oidc: 'ci', 'any-build': 'internet' };

/** Internet, repository, those whom roles trust, and every principal. */
export function entriesOf(world: World, facts: FactBase): readonly Entry[] {
  const outside = (kind: EntryKind, id: string): Entry => ({
    ...{ kind, id, node: id, fact: facts.fact('at', id), isPrincipal: false, isAdmin: false, accessClass: null, account: null },
  });
  const trusts = new Map<string, Entry>();
  for (const { from, through, isKnown } of world.inputs.trusts) {
    if (through !== null || isKnown || from.kind === 'anyone' || from.kind === 'service-account') continue;
    trusts.set(from.node, outside(OUTSIDE[from.kind] ?? 'partner', from.node));
  }
  const running = new Set(world.inputs.workloads.flatMap(({ identities }) => identities));
  const principals = world.inputs.principals.filter(
    ({ id, kind, isOnlyForServices }) => kind !== 'group' && !world.isStandIn(id) && (!isOnlyForServices || running.has(id)),
  );
  return [
    outside('internet', INTERNET),
    outside('code', CODE),
    ...trusts.values(),
    ...leavingEntries(world, facts).filter(({ id }) => !trusts.has(id)),
    ...principals.map((each) => ofPrincipal(each, running.has(each.id), facts)),
    ...leavable(world).map((id) => ofWorkload(world, facts, id)),
  ];
}

/** Workloads from whose code more can be had than whom they run as: containers that are no boundary, tokens that other roles trust. */
function leavable({ inputs }: World): readonly string[] {
  const own = inputs.workloads.filter(({ escapesTo }) => escapesTo.length > 0).map(({ id }) => id);
  const ways = (inputs.ways ?? []).flatMap(({ edge, from }) => (edge === 'CONTAINER_ESCAPE' && from?.fact === 'run' ? [from.id] : []));
  const trusted = inputs.trusts.flatMap(({ through, isOwn }) => (through === null || isOwn === true ? [] : [through]));
  return [...new Set([...own, ...ways, ...trusted])].filter((id) => inputs.workloads.some((each) => each.id === id && !isToken(each)));
}

/** Stands for the token of an account that nothing runs as. */
function isToken({ kind }: PathWorkload): boolean {
  return kind === 'kubernetes.service-account';
}

function ofWorkload(world: World, facts: FactBase, id: string): Entry {
  const identities = world.workloads.get(id)?.identities.flatMap((each) => world.principals.get(each) ?? []) ?? [];
  const admin = identities.find(({ isAdmin }) => isAdmin !== false);
  const roles = world.inputs.trusts.flatMap(({ through, to, isOwn }) => (through === id && isOwn !== true ? [to] : []));
  return {
    ...{ kind: 'workload', id, node: world.nodeOf(id), fact: facts.fact('run', id), isPrincipal: true },
    ...{ isAdmin: admin !== undefined, account: admin?.account ?? null },
    // What all of them can do that is worth telling hangs on the same trust.
    accessClass: roles.length > 0 ? `tokens for ${roles.toSorted().join()}` : null,
  };
}

function ofPrincipal(principal: PathPrincipal, isRunning: boolean, facts: FactBase): Entry {
  const { id, node, account, user, isAdmin, accessClass } = principal;
  const kind = entryKind(principal, isRunning);
  return {
    kind,
    id,
    node,
    fact: facts.fact('has', id),
    isPrincipal: true,
    isAdmin: isAdmin !== false,
    evidence: principal.evidence,
    accessClass,
    account: user?.hasLeft ? null : account,
  };
}

function entryKind({ user, idleDays }: PathPrincipal, isRunning: boolean): EntryKind {
  if (user?.hasLeft) return 'leaver';
  if (user && idleDays !== undefined && idleDays > DORMANT_DAYS && user.hasMfa !== true) return 'dormant';
  return isRunning ? 'workload' : 'principal';
}

/** Administrators' rights in every account; stores worth reading; logs and backups worth deleting. */
export function goalsOf(world: World, facts: FactBase): readonly Goal[] {
  const goals: Goal[] = [];
  for (const account of world.accounts) {
    const fact = facts.find('admin', account);
    if (fact === undefined) continue;
    const title = `administrator rights in ${account}`;
    goals.push({
      kind: 'admin',
      id: `admin:${account}`,
      node: 'admin',
      title,
      fact,
      account,
      dataClass: null,
      storeKind: null,
      environment: null,
      notes: [],
    });
  }
  for (const store of world.inputs.stores) {
    const { id, node, account, dataClass, kind: storeKind, environment, notes } = store;
    if (dataClass === null || IS_KEY.test(storeKind)) continue;
    const parts = { id, node, account, dataClass, storeKind, environment, notes, title: `${node} (${dataClass})` };
    const read = facts.find('read', id);
    if (read !== undefined && (WORTH_READING.has(dataClass) || !NO_GOAL.has(dataClass))) goals.push({ kind: 'data', fact: read, ...parts });
    const deletion = facts.find('delete', id);
    if (deletion !== undefined && WORTH_DELETING.has(dataClass)) goals.push({ kind: 'deletion', fact: deletion, ...parts, title: node });
  }
  return [...goals, ...leavingGoals(world, facts)];
}

/** To decrypt is worth nothing without what is encrypted. */
const IS_KEY = /^(?:aws|gcp)\.kms\./;

const NO_GOAL: ReadonlySet<string> = new Set(['log', 'code', 'public']);
