import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueEntry, Check, UnknownReason } from '@kumomori/model';
import { Missing, fail, liveSources, pass, resourceReaders } from '@kumomori/model';
import type { Written } from './cases.test-helper.ts';
import { rootOf, sideOfRoot } from './cases.test-helper.ts';
import type { DriftOptions, DriftResult } from './detect.ts';
import { detectDrift } from './detect.ts';
import { prepared } from './prepare.ts';

const observable = new Set(liveSources.aws.flatMap(({ types }) => types));

interface Settings extends Partial<DriftOptions> {
  readonly kind?: 'cloudformation' | 'terraform';
  readonly incomplete?: ReadonlyMap<string, UnknownReason>;
  readonly checks?: readonly CatalogueEntry[];
}

function compare(
  code: readonly Written[],
  live: readonly Written[],
  { kind = 'cloudformation', incomplete, checks = [], ...options }: Settings = {},
): DriftResult {
  const root = prepared(rootOf(code, { kind }));
  return detectDrift([sideOfRoot(root)], [sideOfRoot(rootOf(live, { kind: 'live', ...(incomplete && { incomplete }) }))], {
    readers: resourceReaders,
    stateNames: () => null,
    stackNames: () => null,
    isInState: null,
    isObservable: (_, type) => observable.has(type),
    isCollectedIn: () => true,
    judging: {
      checksOf: (type) => checks.filter(({ check }) => check.on === type),
      severityOf: ({ check }) => check.severity,
      parametersOf: () => undefined,
      failed: (_entry, _resource, error) => assert.fail(String(error)),
    },
    ...options,
  });
}

/** `changed Orders versioning.status: "Enabled" → "Suspended"` */
function told({ drifts }: DriftResult): readonly string[] {
  return drifts.flatMap(({ kind, code, live, attributes }) => {
    const name = `${kind} ${code?.declared.address ?? live?.declared.address}`;
    return attributes.length === 0
      ? [name]
      : attributes.map((each) => `${name} ${each.path}: ${JSON.stringify(each.code)} → ${JSON.stringify(each.live)}`);
  });
}

const bucket = (properties: Written['properties'] = {}): Written => ({
  type: 'AWS::S3::Bucket',
  at: 'Orders',
  properties: { BucketName: 'orders-bucket', ...properties },
});
const liveBucket = (properties: Written['properties'] = {}, name = 'orders-bucket'): Written => ({
  type: 'AWS::S3::Bucket',
  at: `arn:aws:s3:::${name}`,
  names: [name],
  properties: { BucketName: name, ...properties },
});
const policy = (statements: readonly object[]): Written => ({
  type: 'AWS::S3::BucketPolicy',
  at: 'Policy',
  properties: { Bucket: 'orders-bucket', PolicyDocument: { Version: '2012-10-17', Statement: statements as never } },
});
const group = (at: string, ingress: readonly object[], more: Partial<Written> = {}): Written => ({
  type: 'AWS::EC2::SecurityGroup',
  at,
  properties: { GroupName: 'web', GroupDescription: 'web', SecurityGroupIngress: ingress as never },
  ...more,
});
const rule = (port: number, cidr: string): object => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: cidr });
const read = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::210987654321:root' },
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: '*',
};

interface Case {
  readonly name: string;
  readonly code: readonly Written[];
  readonly live: readonly Written[];
  readonly expected: readonly string[];
  readonly settings?: Settings;
}

const cases: readonly Case[] = [
  { name: 'what is the same is no drift', code: [bucket()], live: [liveBucket()], expected: [] },
  {
    name: 'an attribute that is set otherwise',
    code: [bucket({ VersioningConfiguration: { Status: 'Enabled' } })],
    live: [liveBucket({ VersioningConfiguration: { Status: 'Suspended' } })],
    expected: ['changed Orders versioning.status: "Enabled" → "Suspended"'],
  },
  {
    name: 'a documented default written out live is no drift',
    code: [bucket()],
    live: [liveBucket({ VersioningConfiguration: { Status: 'Disabled' }, ObjectLockEnabled: false })],
    expected: [],
  },
  {
    name: 'what the code does not write and somebody switched on is drift',
    code: [bucket()],
    live: [liveBucket({ ObjectLockEnabled: true })],
    expected: ['changed Orders objectLock: false → true'],
  },
  {
    name: 'an answer that was refused is no drift',
    code: [bucket({ VersioningConfiguration: { Status: 'Enabled' } })],
    live: [liveBucket({ VersioningConfiguration: new Missing('s3:GetBucketVersioning failed (AccessDenied)') })],
    expected: [],
  },
  {
    name: 'a value that the code leaves open is no drift',
    code: [bucket({ VersioningConfiguration: new Missing('parameter Status has no value') })],
    live: [liveBucket({ VersioningConfiguration: { Status: 'Suspended' } })],
    expected: [],
  },
  {
    name: 'statements in another order, actions in another case and an account by its number are the same policy',
    code: [bucket(), policy([read, { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Sid: 'Closed' }])],
    live: [
      liveBucket(),
      policy([
        { Effect: 'Deny', Principal: { AWS: '*' }, Action: ['s3:*'], Resource: ['*'] },
        { ...read, Principal: { AWS: '210987654321' }, Action: ['s3:listbucket', 's3:GetObject'] },
      ]),
    ],
    expected: [],
  },
  {
    name: 'a policy that lets everybody read',
    code: [bucket(), policy([read])],
    live: [liveBucket(), policy([{ ...read, Principal: '*' }])],
    expected: ['changed Orders policy.statements[].principals[].value: "arn:aws:iam::210987654321:root" → "*"'],
  },
  {
    name: 'the grants of a canned ACL and of the owner are what the code says',
    code: [bucket({ AccessControl: 'PublicRead' })],
    live: [
      liveBucket({
        Grants: [{ Permission: 'FULL_CONTROL' }, { Uri: 'http://acs.amazonaws.com/groups/global/AllUsers', Permission: 'READ' }],
      }),
    ],
    expected: [],
  },
  {
    name: 'rules in another order are the same rules',
    code: [group('Web', [rule(443, '192.0.2.0/24'), rule(80, '192.0.2.0/24')])],
    live: [
      group('arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1', [rule(80, '192.0.2.0/24'), rule(443, '192.0.2.0/24')], {
        names: ['sg-1', 'web'],
      }),
    ],
    expected: [],
  },
  {
    name: 'a rule that was added by hand',
    code: [group('Web', [rule(443, '192.0.2.0/24')])],
    live: [group('sg-1', [rule(443, '192.0.2.0/24'), rule(22, '198.51.100.0/24')], { names: ['web'] })],
    expected: ['changed Web ingress[]: null → {"protocol":"tcp","fromPort":22,"toPort":22,"cidrs":["198.51.100.0/24"]}'],
  },
  {
    name: 'tags of AWS do not count, those of people do',
    code: [bucket({ Tags: [{ Key: 'Owner', Value: 'shop' }] })],
    live: [
      liveBucket({
        Tags: [
          { Key: 'Owner', Value: 'nobody' },
          { Key: 'aws:createdBy', Value: 'x' },
          { Key: 'Stage', Value: 'test' },
        ],
      }),
    ],
    expected: ['changed Orders tags.Owner: "shop" → "nobody"', 'changed Orders tags.Stage: null → "test"'],
  },
  { name: 'what is not there is missing', code: [bucket()], live: [], expected: ['missing Orders'] },
  {
    name: 'what was not collected completely may be there',
    code: [bucket()],
    live: [],
    expected: [],
    settings: { incomplete: new Map([['AWS::S3::Bucket', { code: 'not-collected', detail: 's3:ListBuckets failed (AccessDenied)' }]]) },
  },
  {
    name: 'what no code has is unmanaged',
    code: [bucket()],
    live: [liveBucket(), liveBucket({}, 'scratch-bucket')],
    expected: ['unmanaged arn:aws:s3:::scratch-bucket'],
  },
  {
    name: 'what AWS makes is not unmanaged',
    code: [bucket()],
    live: [
      liveBucket(),
      { type: 'AWS::EC2::VPC', at: 'vpc-arn', names: ['vpc-1'], properties: { IsDefault: true } },
      { type: 'AWS::EC2::Subnet', at: 'subnet-arn', names: ['subnet-1'], properties: { VpcId: 'vpc-1' } },
      {
        type: 'AWS::IAM::Role',
        at: 'arn:aws:iam::123456789012:role/aws-service-role/x',
        properties: { RoleName: 'x', Path: '/aws-service-role/support.amazonaws.com/' },
      },
      { ...group('sg-arn', []), properties: { GroupName: 'default' } },
      liveBucket({ Tags: [{ Key: 'aws:cloudformation:stack-name', Value: 'other' }] }, 'of-a-stack'),
    ],
    expected: [],
  },
  {
    name: 'two live groups of one name are not guessed between',
    code: [group('Web', [])],
    live: [group('sg-1', [rule(22, '198.51.100.0/24')], { names: ['web'] }), group('sg-2', [], { names: ['web'] })],
    expected: [],
  },
  {
    name: 'regions tell things of one name apart',
    code: [group('Web', [], { region: 'eu-west-1' })],
    live: [
      group('sg-1', [rule(22, '198.51.100.0/24')], { names: ['web'], region: 'us-east-1' }),
      group('sg-2', [], { names: ['web'], region: 'eu-west-1' }),
    ],
    expected: ['unmanaged sg-1'],
  },
  {
    name: 'ignore_changes',
    code: [
      {
        type: 'aws_s3_bucket',
        at: 'aws_s3_bucket.orders',
        properties: { bucket: 'orders-bucket', tags: { Owner: 'shop' } },
        blocks: [{ type: 'lifecycle', properties: { ignore_changes: ['tags["Owner"]'] } }],
      },
    ],
    live: [liveBucket({ Tags: [{ Key: 'Owner', Value: 'nobody' }] })],
    expected: [],
    settings: { kind: 'terraform' },
  },
  {
    name: 'what stands in no state is not applied yet, also when it is not there',
    code: [bucket()],
    live: [],
    expected: ['code-ahead Orders'],
    settings: { isInState: () => false },
  },
  {
    name: 'an inline policy of a block of its own is compared with that of the role',
    code: [
      { type: 'aws_iam_role', at: 'aws_iam_role.api', properties: { name: 'orders-api' } },
      {
        type: 'aws_iam_role_policy',
        at: 'aws_iam_role_policy.api',
        properties: { role: 'orders-api', policy: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] } },
      },
    ],
    live: [
      {
        type: 'AWS::IAM::Role',
        at: 'arn:aws:iam::123456789012:role/orders-api',
        names: ['orders-api'],
        properties: {
          RoleName: 'orders-api',
          ManagedPolicyArns: [],
          Policies: [{ PolicyName: 'orders', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } }],
        },
      },
    ],
    expected: ['changed aws_iam_role.api policy.document.statements[].actions[]: "s3:GetObject" → "s3:*"'],
    settings: { kind: 'terraform' },
  },
];

for (const { name, code, live, expected, settings } of cases) {
  test(name, () => {
    assert.deepEqual(told(compare(code, live, settings)), expected);
  });
}

test('what is not compared says why', () => {
  const { notCompared } = compare(
    [group('Web', []), { type: 'AWS::EC2::VPC', at: 'Network', properties: { CidrBlock: '10.0.0.0/16' } }],
    [group('sg-1', [], { names: ['web'] }), group('sg-2', [], { names: ['web'] })],
  );
  assert.deepEqual(
    notCompared.map(({ thing, reason, detail }) => [thing.declared.address, reason, detail]),
    [
      ['Web', 'ambiguous', 'sg-1, sg-2'],
      ['Network', 'no-identity', ''],
    ],
  );
});

test('a state or stack goes before names', () => {
  const live = [group('sg-1', [rule(22, '198.51.100.0/24')], { names: ['web'] }), group('sg-2', [], { names: ['web'] })];
  const { drifts, matched } = compare([group('Web', [])], live, { stackNames: () => ['sg-1'] });
  assert.equal(matched, 1);
  assert.deepEqual(
    drifts.map(({ kind, match, live: thing }) => [kind, match?.by ?? null, match?.confidence ?? null, thing?.declared.address]),
    [
      ['changed', 'stack', 'certain', 'sg-1'],
      ['unmanaged', null, null, 'sg-2'],
    ],
  );
});

const versioned: CatalogueEntry = {
  id: 'aws-s3-bucket-versioning',
  check: {
    on: 'aws.s3.bucket',
    severity: 'medium',
    title: { en: 'S3 bucket keeps versions', ja: 'S3 バケットがバージョンを保持している' },
    evaluate: (each: { readonly versioning: { readonly status: string } }) =>
      each.versioning.status === 'Enabled' ? pass() : fail({ en: 'no versions are kept', ja: 'バージョンが保持されません' }),
  } as unknown as Check, // what a judgment looks at
};

test('a check that fails only live is worse, one that fails only in the code is better', () => {
  const on = { VersioningConfiguration: { Status: 'Enabled' } };
  const off = { VersioningConfiguration: { Status: 'Suspended' } };
  const flips = (code: object, live: object): unknown =>
    compare([bucket(code as never)], [liveBucket(live as never)], { checks: [versioned] }).drifts.map((drift) =>
      drift.flips.map(({ checkId, direction, because }) => [checkId, direction, because]),
    );
  assert.deepEqual(flips(on, off), [[['aws-s3-bucket-versioning', 'worse', ['versioning.status']]]]);
  assert.deepEqual(flips(off, on), [[['aws-s3-bucket-versioning', 'better', ['versioning.status']]]]);
  assert.deepEqual(flips(off, { ...off, ObjectLockEnabled: true }), [[]]);
});
