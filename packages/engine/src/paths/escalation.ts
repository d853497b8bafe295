/** The catalogue as rules: what is gained by permissions alone. One mechanism for all paths of a kind. */
import type { Capabilities } from './capabilities.ts';
import { mayReason } from './capabilities.ts';
import { escalations } from './catalogue/index.ts';
import type { Bound, EscalationPath, Mechanism, Need } from './catalogue/index.ts';
import type { FactBase } from './facts.ts';
import { unknownIf } from './facts.ts';
import type { ConditionId } from './conditions.ts';
import type { AskedObject, Flags, PathCondition, PathGrant, PathPrincipal } from './inputs.ts';
import type { Thing, World } from './world.ts';

export interface Rules {
  readonly world: World;
  readonly facts: FactBase;
  readonly capabilities: Capabilities;
}

type MechanismOf<K extends Mechanism['kind']> = Extract<Mechanism, { readonly kind: K }>;

/** Adds the rules of all paths of the catalogue. */
export function addEscalations(rules: Rules, paths: readonly EscalationPath[] = escalations): void {
  for (const path of paths) {
    const { mechanism } = path;
    switch (mechanism.kind) {
      case 'launch':
        addLaunch(rules, path, mechanism);
        break;
      case 'control':
        addControl(rules, path, mechanism);
        break;
      case 'grant':
        addGrant(rules, path, mechanism);
        break;
      case 'become':
        addBecome(rules, path, mechanism);
        break;
      case 'unbind':
        for (const { id } of rules.world.askedPrincipals(mechanism.target)) addUnbind(rules, path, { needs: mechanism.needs, id });
        break;
      case 'own':
        addOwn(rules, path, mechanism);
        break;
    }
  }
}

/** Conditions for flags that nobody knows; undefined when one is known to be false. */
function conditionsOf(flags: Flags, wanted: readonly ConditionId[], node: string): readonly PathCondition[] | undefined {
  if (wanted.some((flag) => flags[flag] === false)) return undefined;
  return wanted.filter((flag) => flags[flag] === undefined).map((flag) => unknownIf(flag, node));
}

interface Placed {
  readonly target: AskedObject | null;
  readonly targets: readonly AskedObject[];
  /** Kind and account of what would be new. */
  readonly kind: string;
  readonly account: string;
}

/** Facts for needs of one action each; undefined when nobody in the estate meets one of them. */
function factsFor({ world, facts, capabilities }: Rules, needs: readonly Need[], placed: Placed): readonly number[] | undefined {
  const found: number[] = [];
  for (const { actions } of needs) {
    for (const [action, on] of actions) {
      const fact = factFor(action, on);
      if (fact === undefined) return undefined;
      found.push(fact);
    }
  }
  return found;

  function factFor(action: string, on: Bound): number | undefined {
    if (typeof on === 'object') return someFact(action, on.some);
    if (on === 'target' && placed.target) return capabilities.possible(action, placed.target, placed.targets);
    const fresh = world.askedNew(placed.kind, placed.account);
    const [only] = fresh;
    return only && capabilities.possible(action, only, fresh);
  }

  function someFact(action: string, kind: string): number | undefined {
    const any = facts.fact('may', `${action} some:${kind}`);
    if (facts.isPossible(any)) return any;
    const stores = world.askedStores(kind);
    const objects = stores.length > 0 ? stores : world.askedThings(kind);
    for (const object of objects) {
      const fact = capabilities.possible(action, object, objects);
      if (fact !== undefined) facts.rule(any, [fact], { edge: 'CAN_INVOKE', reason: { id: 'one-of-all', args: [] }, isLink: true });
    }
    return facts.isPossible(any) ? any : undefined;
  }
}

function addLaunch(rules: Rules, path: EscalationPath, mechanism: MechanismOf<'launch'>): void {
  const { world, capabilities } = rules;
  const existing = mechanism.exists.map((kind) => [kind, world.exists(kind)] as const);
  if (existing.some(([, exists]) => exists === false)) return;
  const conditions = existing.filter(([, exists]) => exists === undefined).map(([kind]) => unknownIf('exists', kind));
  const roles = world.askedPrincipals('role');
  const fitting = new Set(roles.filter(({ id }) => isLaunchable(world.principals.get(id), mechanism)).map(({ id }) => id));
  if (fitting.size === 0) return;
  for (const asker of capabilities.askers) {
    const passes = mechanism.services.flatMap((service) => capabilities.grants(asker, 'iam:PassRole', roles, service));
    if (passes.length === 0) continue;
    const made = madeBy(rules, path, { mechanism, asker, conditions });
    if (made !== undefined) addPassed(rules, path, { mechanism, asker, passes, fitting, made });
  }
}

function isLaunchable(role: PathPrincipal | undefined, { services, profile }: MechanismOf<'launch'>): boolean {
  return (
    role !== undefined && services.some((each) => role.trustedServices.includes(each)) && !(profile && role.inInstanceProfile === false)
  );
}

interface Making {
  readonly mechanism: MechanismOf<'launch'>;
  readonly asker: PathPrincipal;
  readonly conditions: readonly PathCondition[];
}

/** The fact that this principal can make or change the vehicle, and that somebody starts it. */
function madeBy(rules: Rules, path: EscalationPath, { mechanism, asker, conditions }: Making): number | undefined {
  const { world, facts, capabilities } = rules;
  const { vehicle, isExisting } = mechanism;
  const [together, ...others] = mechanism.needs;
  const objects = isExisting ? world.askedThings(vehicle) : world.askedNew(vehicle, asker.account);
  const own = (together?.actions ?? []).filter(([, on]) => on !== 'passed-role');
  const parts = own.map(([action]) => capabilities.grants(asker, action, objects));
  const ways = capabilities.together(parts, objects);
  const made = facts.fact('may', `${path.id} by ${asker.id}`);
  if (ways.size === 0) return undefined;
  const things = new Map(isExisting ? world.things(vehicle).map((each) => [each.id, each]) : []);
  for (const [id, found] of ways) {
    const target = world.oneOf(objects, id) ?? null;
    const thing = isExisting ? things.get(id) : undefined;
    const flags = conditionsOf(thing?.flags ?? {}, mechanism.flags, world.nodeOf(id));
    const needed = flags && factsFor(rules, others, { target, targets: objects, kind: vehicle, account: asker.account });
    if (needed === undefined) continue;
    for (const way of found) {
      facts.rule(made, [capabilities.holderFact(asker), ...needed], {
        ...{ edge: path.edge, isLink: true, escalation: path.id },
        reason: {
          id: 'may',
          args: [world.nodeOf(asker.id), own.map(([action]) => action).join(' + '), isExisting ? world.nodeOf(id) : '*'],
        },
        conditions: [...conditions, ...(flags ?? []), ...way.map((each) => each.condition)],
        settings: way.map((each) => each.setting),
        evidence: way.flatMap((each) => each.evidence),
      });
    }
  }
  return facts.isPossible(made) ? made : undefined;
}

interface Passing {
  readonly mechanism: MechanismOf<'launch'>;
  readonly asker: PathPrincipal;
  readonly passes: readonly PathGrant[];
  readonly fitting: ReadonlySet<string>;
  readonly made: number;
}

/** With the vehicle, every role that may be passed. A grant on all roles goes through one fact. */
function addPassed({ world, facts }: Rules, path: EscalationPath, { mechanism, asker, passes, fitting, made }: Passing): void {
  for (const grant of passes) {
    const reason = (on: string) => mayReason(world.nodeOf(asker.id), 'iam:PassRole', on);
    const parts = { conditions: [grant.condition], evidence: grant.evidence };
    if (grant.on === 'all') {
      const all = facts.fact('may', `${path.id} with any role of ${asker.account}`);
      facts.rule(all, [made], { edge: path.edge, isLink: true, reason: reason('*'), ...parts, settings: [grant.setting] });
      addLaunched(all, [...fitting], []);
    } else addLaunched(made, grant.on, [grant]);
  }

  function addLaunched(from: number, roles: readonly string[], grants: readonly PathGrant[]): void {
    for (const id of roles) {
      const role = world.principals.get(id);
      if (!role || !fitting.has(id) || role.account !== asker.account) continue;
      const name = `${from} ${id}`;
      if (grants.length === 0 && launchedAll.get(facts)?.has(name)) continue;
      if (grants.length === 0) launchedOf(facts).add(name);
      const needed = grants.length === 0 ? from : passFact(id, grants);
      facts.rule(facts.fact('has', id), [from, ...(needed === from ? [] : [needed])], {
        ...{ edge: path.edge, escalation: path.id, reason: { id: `launch`, args: [path.id, path.title, world.nodeOf(id)] } },
        conditions: mechanism.profile && role.inInstanceProfile === undefined ? [unknownIf('in-instance-profile', role.node)] : [],
        settings: [role.trustSetting],
      });
    }
  }

  function passFact(role: string, grants: readonly PathGrant[]): number {
    const fact = facts.fact('may', `${asker.id} iam:PassRole ${role} for ${mechanism.services.join()}`);
    for (const { condition, setting, evidence } of grants) {
      facts.rule(fact, [], {
        ...{ edge: path.edge, isLink: true, reason: mayReason(world.nodeOf(asker.id), 'iam:PassRole', world.nodeOf(role)) },
        ...{ conditions: [condition], settings: [setting], evidence },
      });
    }
    return fact;
  }
}

/** Rules for all roles of an account are made once for each path. */
const launchedAll = new WeakMap<FactBase, Set<string>>();

function launchedOf(facts: FactBase): Set<string> {
  const known = launchedAll.get(facts) ?? new Set<string>();
  launchedAll.set(facts, known);
  return known;
}

function addControl(rules: Rules, path: EscalationPath, { vehicle, needs, flags }: MechanismOf<'control'>): void {
  const { world, facts } = rules;
  const targets = world.askedThings(vehicle);
  const things = new Map(world.things(vehicle).map((each) => [each.id, each]));
  for (const target of targets) {
    const thing = things.get(target.id);
    const conditions = thing && conditionsOf(thing.flags, flags, thing.node);
    const needed = conditions && factsFor(rules, needs, { target, targets, kind: vehicle, account: target.account });
    if (!thing || !needed) continue;
    facts.rule(facts.fact('run', thing.id), needed, {
      ...{ edge: path.edge, escalation: path.id, conditions: conditions ?? [] },
      reason: { id: 'control', args: [path.id, path.title, thing.node] },
    });
  }
}

function addGrant(rules: Rules, path: EscalationPath, { through, needs, flags }: MechanismOf<'grant'>): void {
  const { world, facts } = rules;
  for (const { target, targets, holders, thing } of grantTargets(world, through)) {
    const conditions = conditionsOf(thing?.flags ?? {}, flags, world.nodeOf(target.id));
    const needed = conditions && factsFor(rules, needs, { target, targets, kind: target.kind, account: target.account });
    if (!needed) continue;
    for (const holder of holders) {
      facts.rule(facts.fact('granted', holder), needed, {
        ...{ edge: path.edge, escalation: path.id, conditions: conditions ?? [] },
        reason: { id: 'grant', args: [path.id, path.title, world.nodeOf(target.id)] },
      });
    }
  }
}

interface GrantTarget {
  readonly target: AskedObject;
  readonly targets: readonly AskedObject[];
  /** Principals that gain what is granted. */
  readonly holders: readonly string[];
  readonly thing: Thing | undefined;
}

const HELD_KINDS = { policy: 'aws.iam.policy', 'permission-set': 'aws.sso.permission-set' } as const;

function grantTargets(world: World, through: MechanismOf<'grant'>['through']): readonly GrantTarget[] {
  if (through === 'policy' || through === 'permission-set') {
    const kind = HELD_KINDS[through];
    const targets = world.askedThings(kind);
    const objects = new Map(world.objectsHeldBy(kind).map((each) => [each.id, each]));
    return targets.map((target) => ({ target, targets, holders: objects.get(target.id)?.heldBy ?? [], thing: objects.get(target.id) }));
  }
  const targets = world.askedPrincipals(through);
  const members = new Map<string, string[]>();
  if (through === 'group') {
    for (const { id, groups } of world.inputs.principals)
      for (const group of groups) members.set(group, [...(members.get(group) ?? []), id]);
  }
  return targets.map((target) => ({ target, targets, holders: [target.id, ...(members.get(target.id) ?? [])], thing: undefined }));
}

/** What is known of a user, in the words of the catalogue. */
function flagsOf({ user }: PathPrincipal): Flags {
  const keys = user?.accessKeys;
  const password = user?.hasPassword;
  return {
    'has-free-key-slot': keys === undefined ? undefined : keys < 2,
    'has-no-free-key-slot': keys === undefined ? undefined : keys >= 2,
    'has-password': password,
    'has-no-password': password === undefined ? undefined : !password,
  };
}

function addBecome(rules: Rules, path: EscalationPath, { target: kind, needs, flags }: MechanismOf<'become'>): void {
  const { world, facts } = rules;
  const targets = world.askedPrincipals(kind);
  for (const target of targets) {
    const principal = world.principals.get(target.id);
    const conditions = principal && conditionsOf(flagsOf(principal), flags, principal.node);
    const needed = conditions && factsFor(rules, needs, { target, targets, kind: target.kind, account: target.account });
    if (!principal || !needed) continue;
    // Only users can join a group.
    const body = kind === 'group' ? [userFact(rules, principal.account), ...needed] : needed;
    facts.rule(facts.fact('has', target.id), body, {
      ...{ edge: path.edge, escalation: path.id, conditions: conditions ?? [] },
      reason: { id: 'become', args: [path.id, path.title, principal.node] },
    });
  }
}

function userFact({ world, facts }: Rules, account: string): number {
  const fact = facts.fact('may', `be a user of ${account}`);
  if (facts.isPossible(fact)) return fact;
  for (const { id, kind, account: own, node } of world.inputs.principals) {
    if (kind === 'user' && own === account)
      facts.rule(fact, [facts.fact('has', id)], { edge: 'MEMBER_OF', isLink: true, reason: { id: 'is-user', args: [node] } });
  }
  return fact;
}

function addUnbind(rules: Rules, path: EscalationPath, { needs, id }: { readonly needs: readonly Need[]; readonly id: string }): void {
  const { world, facts } = rules;
  const principal = world.principals.get(id);
  if (!principal || principal.unbounded === null || !(principal.kind === 'user' || principal.kind === 'role')) return;
  const targets = world.askedPrincipals(principal.kind);
  const target = world.oneOf(targets, id) ?? null;
  const needed = factsFor(rules, needs, { target, targets, kind: principal.kind, account: principal.account });
  if (!needed) return;
  const reason = { id: 'unbind', args: [path.id, path.title, principal.node] };
  facts.rule(facts.fact('unbound', id), needed, { edge: path.edge, escalation: path.id, reason });
  facts.rule(facts.fact('has', principal.unbounded), [facts.fact('has', id), facts.fact('unbound', id)], {
    ...{ edge: path.edge, escalation: path.id, reason, isLink: true },
  });
}

function addOwn(rules: Rules, path: EscalationPath, { needs }: MechanismOf<'own'>): void {
  const ofAws = rules.world.inputs.principals.filter(({ kind }) => kind === 'user' || kind === 'role');
  for (const account of new Set(ofAws.map((each) => each.account))) {
    const needed = factsFor(rules, needs, { target: null, targets: [], kind: 'aws.sso.permission-set', account });
    if (!needed) continue;
    rules.facts.rule(rules.facts.fact('admin', account), needed, {
      ...{ edge: path.edge, escalation: path.id, conditions: [unknownIf('identity-center-user')] },
      reason: { id: 'own', args: [path.id, path.title, account] },
    });
  }
}
