/** Whole stories: what is told, step by step, and what is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPaths } from './find-paths.ts';
import type { AttackPath } from './find-paths.ts';
import type { PathExposure, PathInputs } from './inputs.ts';
import { ACCOUNT, inputs, object, oracle, principal, setting, store, user, workload } from './world.test-helper.ts';
import type { Statement } from './world.test-helper.ts';

const brief = ({ query, entry, goal, steps }: AttackPath) =>
  [query, entry.node, ...steps.map(({ edge, to }) => `${edge} ${to}`), goal.kind].join(' | ');
const told = (parts: Partial<PathInputs>) => findPaths(inputs(parts)).paths.map(brief);

const ssh: PathExposure = {
  ...{ from: 'internet', to: 'web', ports: [{ protocol: 'tcp', from: 22, to: 22 }], because: ['internet gateway', 'security group'] },
  ...{ condition: null, setting: setting('sg-web port 22', 'exposure'), evidence: [{ file: 'network.tf', line: 12 }] },
};
const reader: Statement = { who: 'app', action: 's3:GetObject', on: ['customers'] };
const exposed: Partial<PathInputs> = {
  principals: [principal('app')],
  workloads: [
    workload('web', 'aws.ec2.instance', {
      identities: ['app'],
      allowsPasswordLogin: undefined,
      identitySetting: setting('profile of web', 'attachment'),
    }),
  ],
  stores: [store('customers', { notes: ['not logged'] })],
  exposures: [ssh],
  access: oracle([reader]),
};

test('SSH open to the internet leads over the role of the machine to data of people', () => {
  const { paths, plan } = findPaths(inputs(exposed));
  assert.deepEqual(paths.map(brief), [
    'internet-ssh-to-sensitive-data | internet | NET_REACH web | RUNS_AS app | CAN_READ customers | data',
  ]);
  const [path] = paths;
  assert.deepEqual(path?.steps[0], {
    ...{
      from: 'internet',
      to: 'web',
      edge: 'NET_REACH',
      because: 'SSH on web takes passwords',
      reason: { id: 'signs-in', args: ['web', 'SSH'] },
    },
    requires: ['internet reaches web on tcp/22 (internet gateway, security group)'],
    requirements: [{ id: 'reaches', args: ['internet', 'web', 'tcp/22', 'internet gateway, security group'] }],
    ...{ condition: 'web lets people sign in with a password', escalation: null },
    evidence: [
      { file: 'network.tf', line: 12 },
      { file: 'main.tf', line: 1 },
    ],
  });
  assert.equal(path?.severity, 'critical');
  assert.deepEqual(path.notes, ['not logged']);
  assert.deepEqual(
    path.fixes.map(({ summary, breaksPaths }) => [summary, breaksPaths]),
    [
      ['Remove sg-web port 22', 1],
      ['Remove app s3:GetObject customers', 1],
      ['Remove profile of web', 1],
    ],
  );
  assert.equal(plan.settings.length, 1);
});

test('without the open port, the role, or the right to read there is no path', () => {
  assert.deepEqual(told({ ...exposed, exposures: [] }), []);
  assert.deepEqual(told({ ...exposed, workloads: [workload('web', 'aws.ec2.instance', { allowsPasswordLogin: true })] }), []);
  assert.deepEqual(told({ ...exposed, access: oracle([]) }), []);
  assert.deepEqual(told({ ...exposed, access: oracle([reader, { ...reader, on: 'all', effect: 'deny' }]) }), []);
  const keysOnly = workload('web', 'aws.ec2.instance', { identities: ['app'], allowsPasswordLogin: false });
  assert.deepEqual(told({ ...exposed, workloads: [keysOnly] }), [], 'only keys are taken');
});

test('a person who left reads what others may read, and is told; the others are not', () => {
  const facts = { accessKeys: 1, hasPassword: true, hasMfa: false };
  const left = user('bob', { user: { ...facts, hasLeft: true } });
  const stays = user('carol', { user: { ...facts, hasLeft: false } });
  const statements: Statement[] = ['bob', 'carol'].map((who) => ({ who, action: 's3:GetObject', on: ['customers'] }));
  assert.deepEqual(told({ principals: [left, stays], stores: [store('customers')], access: oracle(statements) }), [
    'leaver-to-sensitive-data | bob | CAN_READ customers | data',
  ]);
});

test('encrypted data needs the key as well', () => {
  const stores = [store('customers', { key: 'customers-key' })];
  const decrypt: Statement = { who: 'app', action: 'kms:Decrypt', on: ['customers-key'] };
  assert.deepEqual(told({ ...exposed, stores }), []);
  assert.equal(told({ ...exposed, stores, access: oracle([reader, decrypt]) }).length, 1);
});

test('a condition on a tag holds for whoever may write the tag', () => {
  const condition = {
    text: 'ResourceTag/team is ops',
    likelihood: 'unknown' as const,
    tags: [{ object: 'admin-box', key: 'team', value: 'ops' }],
  };
  const box = workload('admin-box', 'aws.ec2.instance', { identities: ['admin'], flags: { 'is-running': true, 'is-ssm-managed': true } });
  const principals = [user('alice'), principal('admin', { isAdmin: true })];
  const command: Statement = { who: 'alice', action: 'ssm:SendCommand', on: ['admin-box'], condition };
  const tagging: Statement = { who: 'alice', action: 'ec2:CreateTags', on: ['admin-box'] };
  const ways = (statements: readonly Statement[]) =>
    told({ principals, workloads: [box], access: oracle(statements) }).filter((each) => each.includes('alice'));
  assert.deepEqual(ways([command]), []);
  assert.deepEqual(ways([tagging]), []);
  assert.deepEqual(ways([command, tagging]), [
    'tag-condition-bypass | alice | CAN_EXEC admin-box | RUNS_AS admin | HAS_ADMIN admin | admin',
  ]);
});

test('permissions of two principals that the attacker has work together, but a role is passed by one', () => {
  const principals = [
    user('alice'),
    principal('invoker'),
    principal('admin', { isAdmin: true, trustedServices: ['lambda.amazonaws.com'] }),
  ];
  const assume: Statement = { who: 'alice', action: 'sts:AssumeRole', on: ['invoker'] };
  const create: Statement = { who: 'alice', action: 'lambda:CreateFunction', on: [`new:aws.lambda.function@${ACCOUNT}`] };
  const pass: Statement = { who: 'alice', action: 'iam:PassRole', on: ['admin'], passedTo: 'lambda.amazonaws.com' };
  const invoke: Statement = { who: 'invoker', action: 'lambda:InvokeFunction', on: [`new:aws.lambda.function@${ACCOUNT}`] };
  const fromAlice = (statements: readonly Statement[]) =>
    told({ principals, access: oracle(statements) }).filter((each) => each.includes('alice'));
  assert.equal(fromAlice([assume, create, pass, invoke]).length, 1);
  assert.deepEqual(fromAlice([create, pass, invoke]), []);
  assert.deepEqual(fromAlice([assume, create, { ...pass, who: 'invoker' }, invoke]), []);
  assert.deepEqual(fromAlice([assume, create, { ...pass, passedTo: 'ec2.amazonaws.com' }, invoke]), []);
});

test('a key in the environment of a function leads to whoever may look at the function', () => {
  const leak = {
    in: 'orders',
    principal: 'ci',
    where: 'environment',
    setting: setting('key in orders', 'credential'),
    evidence: [{ file: 'fn.tf', line: 7 }],
  };
  const parts = {
    principals: [user('alice'), user('ci', { isAdmin: true })],
    workloads: [workload('orders', 'aws.lambda.function')],
    leaks: [leak],
  };
  const look: Statement = { who: 'alice', action: 'lambda:GetFunctionConfiguration', on: 'all' };
  assert.deepEqual(told({ ...parts, access: oracle([look]) }), [
    'leaked-credential | alice | LEAKS_CREDENTIAL ci | HAS_ADMIN admin | admin',
  ]);
  assert.deepEqual(told(parts), []);
  assert.deepEqual(told({ ...parts, leaks: [{ ...leak, in: 'code' }] }), [
    'leaked-credential | code | LEAKS_CREDENTIAL ci | HAS_ADMIN admin | admin',
  ]);
});

test('open metadata on an exposed machine, a pod with a cloud role, builds of a repository, an open store', () => {
  const access = oracle([reader]);
  const stores = [store('customers')];
  const web = { ...ssh, ports: [{ protocol: 'tcp', from: 443, to: 443 }] };
  const imds = workload('web', 'aws.ec2.instance', { identities: ['app'], hasOpenMetadata: true });
  assert.deepEqual(told({ ...exposed, workloads: [imds], exposures: [web] }), [
    'metadata-credential-theft | internet | NET_REACH web | CRED_THEFT_IMDS app | CAN_READ customers | data',
  ]);
  const pod = workload('shop/Deployment/api', 'kubernetes.pod', { vulnerabilities: [{ id: 'CVE-2026-0001', likelihood: 'exploited' }] });
  const trust = {
    ...{
      from: { kind: 'service-account' as const, node: 'shop/ServiceAccount/api' },
      through: pod.id,
      to: 'app',
      condition: null,
      isKnown: true,
    },
    ...{ setting: null, evidence: [] },
  };
  assert.deepEqual(
    told({ principals: [principal('app')], workloads: [pod], stores, access, trusts: [trust], exposures: [{ ...web, to: pod.id }] }),
    ['kubernetes-to-cloud | internet | NET_REACH shop/Deployment/api | FEDERATES app | CAN_READ customers | data'],
  );
  const builds = { ...trust, from: { kind: 'oidc' as const, node: 'repo:example/*' }, through: null, isKnown: false };
  assert.deepEqual(told({ principals: [principal('app')], stores, access, trusts: [builds] }), [
    'ci-identity | repo:example/* | FEDERATES app | CAN_READ customers | data',
  ]);
  assert.deepEqual(told({ stores: [store('customers', { publicRead: true })] }), [
    'public-store-with-sensitive-data | internet | CAN_READ customers | data',
  ]);
});

test('who comes to another principal first and goes its way is named there, and not told again', () => {
  const principals = [user('alice'), user('bob'), principal('deploy')];
  const statements: Statement[] = [
    ...['alice', 'bob'].map((who) => ({ who, action: 'sts:AssumeRole', on: ['deploy'] })),
    { who: 'deploy', action: 'iam:PutRolePolicy', on: ['deploy'] },
  ];
  const { paths } = findPaths(inputs({ principals, access: oracle(statements) }));
  assert.deepEqual(paths.map(brief), ['privilege-escalation | deploy | CAN_GRANT_SELF admin | admin']);
  assert.deepEqual(paths[0]?.alsoFrom, ['alice', 'bob']);
});

test('a fix that is said to end paths ends them', () => {
  const { paths } = findPaths(inputs(exposed));
  const ids = paths.flatMap(({ fixes }) => fixes.flatMap(({ settings }) => settings.map(({ id }) => id)));
  assert.ok(ids.includes('sg-web port 22'));
  assert.deepEqual(told({ ...exposed, exposures: [] }), []);
});

const NAMES = ['a', 'b', 'c', 'd'];
const ACTIONS = [
  'sts:AssumeRole',
  'iam:PutRolePolicy',
  'iam:PassRole',
  'lambda:CreateFunction',
  'lambda:InvokeFunction',
  's3:GetObject',
  'iam:UpdateAssumeRolePolicy',
];
const statement: fc.Arbitrary<Statement> = fc.record({
  who: fc.constantFrom(...NAMES),
  action: fc.constantFrom(...ACTIONS),
  on: fc.constantFrom<Statement['on']>('all', ['a'], ['b'], ['c', 'd'], ['customers'], [`new:aws.lambda.function@${ACCOUNT}`]),
});
const random = (statements: readonly Statement[]) =>
  findPaths(
    inputs({
      principals: NAMES.map((name) =>
        principal(name, {
          isAdmin: name === 'd',
          trustedServices: name === 'c' ? ['lambda.amazonaws.com'] : [],
          ceiling: name === 'b' ? 'limited' : 'admin',
        }),
      ),
      ...{ stores: [store('customers')], objects: [object('policy', 'aws.iam.policy')], access: oracle(statements) },
    }),
    { alternatives: 2 },
  );
const worst = (statements: readonly Statement[]) => Math.max(0, ...random(statements).paths.map(({ risk }) => risk.likelihood));

const assumes: Statement = { who: 'c', action: 'sts:AssumeRole', on: ['b'] };
const rewrites: Statement = { who: 'c', action: 'iam:UpdateAssumeRolePolicy', on: ['b'] };
const readsAll: Statement = { who: 'b', action: 's3:GetObject', on: 'all' };
const grantsC: Statement = { who: 'b', action: 'iam:PutRolePolicy', on: 'all' };

test('who may assume the role anyway is still told to rewrite its trust, as worth less', () => {
  const [before] = random([rewrites, readsAll]).paths;
  const [after, ...others] = random([rewrites, readsAll, assumes]).paths;
  assert.ok(before && after);
  assert.equal(brief(after), 'escalation-to-data | c | CAN_REWRITE_TRUST b | CAN_READ customers | data');
  assert.deepEqual([after.id, after.risk.likelihood, others], [before.id, before.risk.likelihood, []]);
  assert.ok(after.risk.risk < before.risk.risk);
  assert.deepEqual(after.notes, ['it stays when rights that were given for this goal are taken away']);
  assert.deepEqual(random([assumes, readsAll]).paths, [], 'rights alone are no attack');
});

test('an easy way to data is told also of who becomes administrator the hard way, a harder one is not', () => {
  const own: Statement = { who: 'c', action: 'iam:PutRolePolicy', on: 'all' };
  assert.deepEqual(random([rewrites, readsAll, own]).paths.map(brief), [
    'escalation-to-data | c | CAN_REWRITE_TRUST b | CAN_READ customers | data',
    'privilege-escalation | c | CAN_GRANT_SELF admin | admin',
  ]);
  const changing: Statement = { who: 'c', action: 'iam:UpdateAssumeRolePolicy', on: ['a'] };
  const further: Statement[] = [changing, { who: 'a', action: 'iam:UpdateAssumeRolePolicy', on: ['b'] }];
  assert.deepEqual(random([...further, readsAll, own]).paths.map(brief), [
    'escalation-to-data | a | CAN_REWRITE_TRUST b | CAN_READ customers | data',
    'privilege-escalation | c | CAN_GRANT_SELF admin | admin',
  ]);
});

test('who comes to another principal and goes its way more easily is told for himself', () => {
  const rewriting: Statement = { who: 'b', action: 'iam:UpdateAssumeRolePolicy', on: ['a'] };
  assert.deepEqual(random([assumes, grantsC, rewriting]).paths.map(brief), [
    'privilege-escalation | c | CAN_ASSUME b | CAN_GRANT_SELF admin | admin',
    'privilege-escalation | b | CAN_REWRITE_TRUST a | CAN_GRANT_SELF admin | admin',
  ]);
});

test('one more permission never lowers the likeliest path, and every fix ends what it says', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 10 }), statement, (statements, extra) => {
      const deny: Statement = { ...extra, effect: 'deny' };
      assert.ok(worst([...statements, extra]) >= worst(statements));
      assert.ok(worst([...statements, deny]) <= worst(statements));
      const before = random(statements);
      for (const { id, entry, goal, fixes, steps } of before.paths) {
        assert.equal(steps[0]?.from, entry.node);
        assert.equal(steps.at(-1)?.to, goal.node);
        steps.forEach((step) => assert.ok(step.from !== step.to && step.because !== ''));
        for (const { settings } of fixes) {
          const gone = new Set(settings.map((each) => each.id));
          const rest = statements.filter(({ who, action, on }) => !gone.has(`${who} ${action} ${on === 'all' ? '*' : on.join()}`));
          assert.ok(random(rest).paths.every((path) => path.id !== id));
        }
      }
    }),
    {
      numRuns: 150,
      examples: [
        [[rewrites, readsAll], assumes],
        [[rewrites, readsAll], { ...readsAll, who: 'c' }],
        [[rewrites, readsAll], { who: 'c', action: 'iam:PutRolePolicy', on: 'all' }],
        [[assumes, grantsC], { who: 'b', action: 'iam:UpdateAssumeRolePolicy', on: ['a'] }],
      ],
    },
  );
});
