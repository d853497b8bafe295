import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AwsGrant, AwsResourcePolicy, AwsUser, Entity, EntityBase, Range } from '@kumomori/model';
import { Estate } from '@kumomori/model';
import { IamMemory } from './memory.ts';
import { IamWorld } from './world.ts';

const ACCOUNT = '123456789012';
const place: Range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };

function base(id: string): EntityBase {
  return { id, node: id, names: [id], type: 'aws_iam_user', account: ACCOUNT, region: null, place, uncertain: false, tags: {} };
}

function user(name: string): AwsUser {
  const id = `arn:aws:iam::${ACCOUNT}:user/${name}`;
  const rest = { boundary: undefined, hasPassword: false, hasMfa: false, idleDays: undefined };
  return { ...base(id), kind: 'aws.user', name, path: '/', isStub: false, ...rest };
}

function grant(name: string, statements: readonly object[]): AwsGrant {
  const document = {
    document: { Version: '2012-10-17', Statement: statements },
    statements: statements.map(() => place),
    place,
    rest: null,
  };
  const holders = { items: [name], rest: null };
  return { ...base(`${name}#policy`), kind: 'aws.grant', holderKind: 'aws.user', holders, policy: undefined, document };
}

function bucketPolicy(bucket: string, statement: object): AwsResourcePolicy {
  const document = { document: { Version: '2012-10-17', Statement: [statement] }, statements: [place], place, rest: null };
  return {
    ...base(`${bucket}#policy`),
    kind: 'aws.resource-policy',
    resource: bucket,
    resourceKind: 's3.bucket',
    document,
    isDefault: false,
  };
}

const STATEMENTS: Readonly<Record<string, readonly object[]>> = {
  everything: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  some: [{ Effect: 'Allow', Action: 's3:Get*', Resource: ['arn:aws:s3:::a-*', 'arn:aws:s3:::c-3/*'] }],
  middle: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::*-1/*' }],
  but: [
    { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: ['arn:aws:s3:::b-?/*', 'arn:aws:s3:::c-1/x'] },
  ],
  unless: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::b-*' }],
  own: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a-1/${aws:username}' }],
  conditional: [
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::a-*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
  nothing: [],
};

const BUCKETS = ['a', 'b', 'c'].flatMap((letter) => [1, 2, 3].map((number) => `${letter}-${number}`));
const OBJECTS = BUCKETS.flatMap((bucket) => ['own', 'x', 'y/z'].map((key) => `arn:aws:s3:::${bucket}/${key}`));

const entities: readonly Entity[] = [
  ...Object.keys(STATEMENTS).map(user),
  ...Object.entries(STATEMENTS).map(([name, statements]) => grant(name, statements)),
  bucketPolicy('c-2', {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/nothing` },
    Action: 's3:GetObject',
    Resource: '*',
  }),
  bucketPolicy('a-2', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::a-2/x' }),
];
const world = new IamWorld(new Estate(entities), { catalogue: null });

for (const principal of world.principals) {
  test(`many resources at once and one by one give the same: ${principal.name}`, () => {
    const set = world.candidateSet(OBJECTS);
    const ranges = world.allowedOn(principal, 's3:GetObject', set);
    const found = ranges.flatMap(({ from, to, condition }) => set.arns.slice(from, to).map((arn) => [arn, condition] as const));
    const expected = set.arns.flatMap((resource) => {
      const { decision, condition } = world.decide(principal, { action: 's3:GetObject', resource });
      return decision === 'allow' ? [[resource, condition] as const] : [];
    });
    assert.deepEqual(found, expected);
  });
}

test('an administrator of many things without policies is one run', () => {
  const [principal] = world.find('everything');
  assert.ok(principal);
  const set = world.candidateSet(Array.from({ length: 1000 }, (_, index) => `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:instance/i-${index}`));
  assert.deepEqual(world.allowedOn(principal, 'ec2:TerminateInstances', set), [{ from: 0, to: 1000, condition: null }]);
});

test('who holds the same is one class, unless a policy speaks of its holder', () => {
  const twins = new IamWorld(
    new Estate([
      user('one'),
      user('two'),
      user('three'),
      ...['one', 'two'].map((name) => grant(name, STATEMENTS['some'] ?? [])),
      grant('three', STATEMENTS['own'] ?? []),
    ]),
    { catalogue: null },
  );
  assert.deepEqual(
    twins.classes.map(({ members }) => members.map(({ name }) => name)),
    [['one', 'two'], ['three']],
  );
});

test('worlds that share a memory say what each would say alone, with the places of each', () => {
  const moved: Range = { source: { path: 'moved.tf', text: '' }, start: 0, end: 0 };
  const changed = entities.flatMap((entity): readonly Entity[] => {
    if (entity.id === 'some#policy') return [grant('some', STATEMENTS['middle'] ?? [])];
    if (entity.id === 'a-2#policy') return [];
    return [entity.kind === 'aws.grant' ? { ...entity, place: moved } : entity];
  });
  const memory = new IamMemory();
  const told = (estate: readonly Entity[], shared: { readonly memory?: IamMemory }): unknown => {
    const asked = new IamWorld(new Estate(estate), { catalogue: null, ...shared });
    const set = asked.candidateSet(OBJECTS);
    return asked.principals.map((principal) => [
      asked.allowedOn(principal, 's3:GetObject', set),
      set.arns.map((resource) => asked.explain(principal, { action: 's3:GetObject', resource })),
      set.arns.map((resource) => asked.reasons(principal, { action: 's3:GetObject', resource })),
    ]);
  };
  for (const estate of [entities, changed, entities]) assert.deepEqual(told(estate, { memory }), told(estate, {}));
});
