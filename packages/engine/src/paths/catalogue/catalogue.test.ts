/**
 * Every path of the catalogue in an estate made for it: it is found when all holds, and not when one permission is lacking, is allowed on
 * something else or denied, or when what must hold besides does not.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPaths } from '../find-paths.ts';
import type { PathInputs, PathObject, PathPrincipal, PathWorkload } from '../inputs.ts';
import { ACCOUNT, inputs, object, oracle, principal, store, user, workload } from '../world.test-helper.ts';
import type { Statement } from '../world.test-helper.ts';
import { composedPaths, escalations } from './index.ts';
import type { Bound, EscalationPath } from './index.ts';

/** What a test may change of the estate in which a path works. */
interface Estate {
  readonly attacker: PathPrincipal;
  readonly principals: readonly PathPrincipal[];
  readonly workloads: readonly PathWorkload[];
  readonly objects: readonly PathObject[];
  readonly statements: readonly Statement[];
}

const ALL_FLAGS = new Set(escalations.flatMap(({ mechanism }) => ('flags' in mechanism ? mechanism.flags : [])));
const TARGET = 'target';
const DECOY = 'decoy';
const VEHICLE = 'vehicle';

function isFound({ attacker, principals, workloads, objects, statements }: Estate, id?: string): boolean {
  const stores = [store('omics-input', { dataClass: null })];
  const world: PathInputs = inputs({ principals: [attacker, ...principals], workloads, objects, stores, access: oracle(statements) });
  const { paths } = findPaths(world, { withFixes: false });
  return paths.some(
    ({ entry, goal, steps }) =>
      entry.node === attacker.node && goal.kind === 'admin' && (id === undefined || steps.some(({ escalation }) => escalation === id)),
  );
}

/** The ids that an action must be allowed on, in the estate of `estateFor`. */
function idOf(path: EscalationPath, on: Bound, attacker: PathPrincipal): string {
  const { mechanism } = path;
  if (typeof on === 'object') return on.some === 'aws.s3.bucket' ? 'omics-input' : `some ${on.some}`;
  if (on === 'passed-role') return TARGET;
  const kind = mechanism.kind === 'launch' || mechanism.kind === 'control' ? mechanism.vehicle : 'aws.sso.permission-set';
  if (on === 'new') return `new:${kind}@${ACCOUNT}`;
  if (mechanism.kind === 'launch' || mechanism.kind === 'control') return VEHICLE;
  if (mechanism.kind === 'become') return TARGET;
  if (mechanism.kind === 'grant' && ['group', 'policy', 'permission-set'].includes(mechanism.through)) return VEHICLE;
  return attacker.id;
}

function attackerOf({ mechanism }: EscalationPath): PathPrincipal {
  if (mechanism.kind === 'unbind') {
    const bounded = { ceiling: 'limited', unbounded: 'alice without boundary' } as const;
    return mechanism.target === 'user' ? user('alice', bounded) : principal('alice', bounded);
  }
  const groups = mechanism.kind === 'grant' && mechanism.through === 'group' ? [VEHICLE] : [];
  return mechanism.kind === 'grant' && mechanism.through === 'role' ? principal('alice') : user('alice', { groups });
}

function targetsOf({ mechanism }: EscalationPath): readonly PathPrincipal[] {
  const services = mechanism.kind === 'launch' ? mechanism.services.slice(0, 1) : [];
  const flags = mechanism.kind === 'become' ? mechanism.flags : [];
  const accessKeys = flags.includes('has-no-free-key-slot') ? 2 : 1;
  const facts = { accessKeys, hasPassword: !flags.includes('has-no-password'), hasMfa: true, hasLeft: false };
  const kind = mechanism.kind === 'become' ? mechanism.target : 'role';
  const parts = { kind, trustedServices: services, user: kind === 'user' ? facts : null };
  const freed = mechanism.kind === 'unbind' ? [principal('alice without boundary', { node: 'alice', isAdmin: true })] : [];
  const group = mechanism.kind === 'grant' && mechanism.through === 'group' ? [principal(VEHICLE, { kind: 'group' })] : [];
  return [principal(TARGET, { ...parts, isAdmin: true }), principal(DECOY, { ...parts, ceiling: 'limited' }), ...freed, ...group];
}

function estateFor(path: EscalationPath): Estate {
  const { mechanism } = path;
  const attacker = attackerOf(path);
  const wanted = 'flags' in mechanism ? mechanism.flags : [];
  const flags = Object.fromEntries([...ALL_FLAGS].map((flag) => [flag, wanted.includes(flag)]));
  const vehicles =
    mechanism.kind === 'control' || (mechanism.kind === 'launch' && mechanism.isExisting)
      ? [workload(VEHICLE, mechanism.vehicle, { identities: [TARGET], flags }), workload(DECOY, mechanism.vehicle, { flags })]
      : [];
  const held = { policy: 'aws.iam.policy', 'permission-set': 'aws.sso.permission-set' } as const;
  const kind =
    mechanism.kind === 'grant' && (mechanism.through === 'policy' || mechanism.through === 'permission-set')
      ? held[mechanism.through]
      : undefined;
  const things =
    kind === undefined ? [] : [object(VEHICLE, kind, { heldBy: ['alice'], flags }), object(DECOY, kind, { heldBy: [DECOY], flags })];
  const kinds = mechanism.kind === 'launch' ? mechanism.exists : [];
  const somes =
    mechanism.kind === 'unbind'
      ? []
      : mechanism.needs.flatMap(({ actions }) => actions.flatMap(([, on]) => (typeof on === 'object' ? [on.some] : [])));
  const others = [...new Set([...kinds, ...somes])].filter((each) => each !== 'aws.s3.bucket').map((each) => object(`some ${each}`, each));
  const statements = mechanism.needs.flatMap(({ actions }) =>
    actions.map(([action, on]): Statement => ({ who: 'alice', action, on: [idOf(path, on, attacker)] })),
  );
  // The vehicle of an existing launch runs as somebody harmless before.
  const workloads = mechanism.kind === 'launch' ? vehicles.slice(0, 1).map((each) => ({ ...each, identities: [DECOY] })) : vehicles;
  return { attacker, principals: targetsOf(path), workloads, objects: [...things, ...others], statements };
}

/** The estate with what must hold besides no longer holding, one thing at a time. */
function spoiled(path: EscalationPath, estate: Estate): readonly (readonly [string, Estate])[] {
  const { mechanism } = path;
  const found: (readonly [string, Estate])[] = [];
  const principals = (change: (each: PathPrincipal) => PathPrincipal) => ({ ...estate, principals: estate.principals.map(change) });
  if (mechanism.kind === 'launch') {
    found.push(['the role does not trust the service', principals((each) => ({ ...each, trustedServices: ['other.amazonaws.com'] }))]);
    found.push(['the role is of another account', principals((each) => ({ ...each, account: '210987654321' }))]);
    if (mechanism.profile) found.push(['no profile holds the role', principals((each) => ({ ...each, inInstanceProfile: false }))]);
    for (const kind of mechanism.exists)
      found.push([`no ${kind}`, { ...estate, objects: estate.objects.filter((each) => each.kind !== kind) }]);
  }
  if (mechanism.kind === 'control')
    found.push(['the thing has no role', { ...estate, workloads: estate.workloads.map((each) => ({ ...each, identities: [] })) }]);
  if (mechanism.kind === 'control' || mechanism.kind === 'launch') {
    for (const flag of mechanism.flags) {
      const workloads = estate.workloads.map((each) => ({ ...each, flags: { ...each.flags, [flag]: false } }));
      found.push([`not ${flag}`, { ...estate, workloads }]);
    }
  }
  if (mechanism.kind === 'grant') {
    found.push(['a boundary holds', { ...estate, attacker: { ...estate.attacker, ceiling: 'limited' } }]);
    found.push([
      'others hold it',
      { ...estate, attacker: { ...estate.attacker, groups: [] }, objects: estate.objects.map((each) => ({ ...each, heldBy: [DECOY] })) },
    ]);
    for (const flag of mechanism.flags)
      found.push([`not ${flag}`, { ...estate, objects: estate.objects.map((each) => ({ ...each, flags: { [flag]: false } })) }]);
  }
  if (mechanism.kind === 'become') {
    for (const flag of mechanism.flags) {
      const facts = {
        accessKeys: flag === 'has-free-key-slot' ? 2 : 1,
        hasPassword: flag === 'has-no-password',
        hasMfa: true,
        hasLeft: false,
      };
      found.push([`not ${flag}`, principals((each) => ({ ...each, user: facts }))]);
    }
    if (mechanism.target === 'group') found.push(['no user joins', { ...estate, attacker: principal('alice') }]);
    found.push(['the target is nobody', principals((each) => ({ ...each, isAdmin: false }))]);
  }
  if (mechanism.kind === 'unbind') found.push(['there is no boundary', { ...estate, attacker: { ...estate.attacker, unbounded: null } }]);
  return found.filter(
    ([reason]) => !(reason === 'others hold it' && mechanism.kind === 'grant' && ['user', 'role'].includes(mechanism.through)),
  );
}

for (const path of escalations) {
  test(`${path.id}: ${path.title}`, () => {
    const estate = estateFor(path);
    const { statements } = estate;
    assert.deepEqual([...new Set(statements.map(({ action }) => action))].sort(), [...new Set(path.required)].sort());
    assert.ok(isFound(estate, path.id), 'found when all holds');
    for (const [index, statement] of statements.entries()) {
      const others = statements.filter((_, other) => other !== index);
      assert.ok(!isFound({ ...estate, statements: others }), `not without ${statement.action}`);
      const elsewhere = { ...statement, on: statement.on.includes('new:') ? ['new:other'] : [DECOY] };
      assert.ok(!isFound({ ...estate, statements: [...others, elsewhere] }), `not with ${statement.action} on something else`);
      const denied = [...statements, { ...statement, on: 'all' as const, effect: 'deny' as const }];
      assert.ok(!isFound({ ...estate, statements: denied }), `not with ${statement.action} denied`);
    }
    for (const [reason, changed] of spoiled(path, estate)) assert.ok(!isFound(changed, path.id), `not when ${reason}`);
  });
}

const POLICY = 'policy of the target';
const composedTarget: Readonly<Record<string, readonly string[]>> = {
  role: ['iam-014', 'iam-016', 'iam-017', 'iam-019', 'iam-020', 'iam-021'],
};

for (const path of composedPaths.filter(({ id }) => id.startsWith('iam-'))) {
  const kind = composedTarget['role']?.includes(path.id) ? 'role' : 'user';
  test(`${path.id}: ${path.of.join(', then ')}`, () => {
    const target = kind === 'role' ? principal(TARGET) : user(TARGET);
    const on = (action: string) => (action === 'iam:CreatePolicyVersion' ? POLICY : TARGET);
    const estate: Estate = {
      ...{ attacker: user('alice', { ceiling: 'limited' }), principals: [target, principal(DECOY, { ceiling: 'limited' })], workloads: [] },
      objects: [object(POLICY, 'aws.iam.policy', { heldBy: [TARGET] })],
      statements: path.required.map((action) => ({ who: 'alice', action, on: [on(action)] })),
    };
    assert.ok(
      path.of.every((id) => isFound(estate, id)),
      'found when all holds',
    );
    for (const [index, statement] of estate.statements.entries()) {
      const others = estate.statements.filter((_, other) => other !== index);
      assert.ok(!foundFromAlice({ ...estate, statements: others }), `not without ${statement.action}`);
      assert.ok(!foundFromAlice({ ...estate, statements: [...others, { ...statement, on: [DECOY] }] }), 'not on something else');
      assert.ok(
        !foundFromAlice({ ...estate, statements: [...estate.statements, { ...statement, on: 'all', effect: 'deny' }] }),
        'not when denied',
      );
    }
    const limited = { ...target, ceiling: 'limited' } as const;
    assert.ok(!foundFromAlice({ ...estate, principals: [limited] }), 'not when the target has a boundary');
    if (path.required.includes('iam:CreatePolicyVersion'))
      assert.ok(
        !foundFromAlice({ ...estate, objects: [object(POLICY, 'aws.iam.policy')] }),
        'not when the target does not hold the policy',
      );
  });
}

/** Also when the path is told as the target's own. */
function foundFromAlice(estate: Estate): boolean {
  return isFound(estate);
}

test('the wide grants of the sources are the single paths they contain', () => {
  for (const action of ['iam:*', 'iam:Put*']) {
    const estate: Estate = {
      ...{ attacker: user('alice'), principals: [], workloads: [], objects: [] },
      statements: [{ who: 'alice', action, on: ['alice'] }],
    };
    assert.ok(isFound(estate, 'iam-007'));
    assert.ok(!isFound({ ...estate, statements: [{ who: 'alice', action, on: [DECOY] }] }));
    assert.ok(!isFound({ ...estate, statements: [] }));
    assert.ok(!isFound({ ...estate, attacker: user('alice', { ceiling: 'limited' }) }));
  }
});

test('a role that can be assumed loses its boundary first', () => {
  const bounded = principal('deploy', { ceiling: 'limited', unbounded: 'deploy without boundary' });
  const freed = principal('deploy without boundary', { node: 'deploy', isAdmin: true });
  const statements: Statement[] = ['sts:AssumeRole', 'iam:DeleteRolePermissionsBoundary'].map((action) => ({
    who: 'alice',
    action,
    on: ['deploy'],
  }));
  const estate: Estate = { attacker: user('alice'), principals: [bounded, freed], workloads: [], objects: [], statements };
  assert.ok(isFound(estate, 'prowler:DeleteRolePermissionsBoundary'));
  for (const statement of statements) {
    assert.ok(!isFound({ ...estate, statements: statements.filter((each) => each !== statement) }));
    assert.ok(!isFound({ ...estate, statements: [...statements, { ...statement, effect: 'deny' }] }));
    assert.ok(!isFound({ ...estate, statements: statements.map((each) => (each === statement ? { ...each, on: [DECOY] } : each)) }));
  }
  assert.ok(!isFound({ ...estate, principals: [{ ...bounded, unbounded: null }, principal('somebody')] }));
});

test('trust that can be rewritten needs no right to assume', () => {
  const estate: Estate = {
    ...{ attacker: user('alice'), principals: [principal(TARGET, { isAdmin: true })], workloads: [], objects: [] },
    statements: [{ who: 'alice', action: 'iam:UpdateAssumeRolePolicy', on: [TARGET] }],
  };
  assert.ok(isFound(estate, 'iam-012'));
  assert.ok(!isFound({ ...estate, statements: [] }));
});

test('the sources have 65 and 39 paths, and all are here', () => {
  const own = [...escalations, ...composedPaths].filter(({ id }) => id !== 'prowler:DeleteRolePermissionsBoundary');
  assert.equal(own.filter(({ id }) => !id.startsWith('prowler:')).length, 65);
  assert.equal(own.filter(({ id }) => id.startsWith('prowler:')).length, 39);
  assert.equal(new Set(own.map(({ id }) => id)).size, own.length);
});
