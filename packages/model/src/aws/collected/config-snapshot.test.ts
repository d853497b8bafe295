import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Json, Value } from '../../index.ts';
import { configItemsIn, configSnapshot, isConfigSnapshot } from './index.ts';

const ACCOUNT = '123456789012';
const AT = '2026-11-22T08:15:00Z';
const base = { accountId: ACCOUNT, awsRegion: 'ap-northeast-1', configurationItemStatus: 'OK', configurationItemCaptureTime: AT };

const bucket = {
  ...base,
  resourceType: 'AWS::S3::Bucket',
  resourceId: 'orders-bucket',
  arn: 'arn:aws:s3:::orders-bucket',
  tags: { team: 'orders' },
  configuration: { name: 'orders-bucket', creationDate: '2025-01-01T00:00:00.000Z' },
  supplementaryConfiguration: {
    AccessControlList: JSON.stringify(JSON.stringify({ grantSet: null, grantList: [{ grantee: 'AllUsers', permission: 'Read' }] })),
    BucketPolicy: '{"policyText":null}',
    BucketLoggingConfiguration: '{"destinationBucketName":null,"logFilePrefix":null}',
    BucketVersioningConfiguration: '{"status":"Off","isMfaDeleteEnabled":null}',
    ServerSideEncryptionConfiguration:
      '{"rules":[{"applyServerSideEncryptionByDefault":{"sseAlgorithm":"aws:kms","kmsMasterKeyID":"alias/orders"}}]}',
  },
};

const group = {
  ...base,
  resourceType: 'AWS::EC2::SecurityGroup',
  resourceId: 'sg-0a1',
  arn: `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:security-group/sg-0a1`,
  tags: {},
  configuration: {
    groupId: 'sg-0a1',
    groupName: 'orders',
    ownerId: ACCOUNT,
    vpcId: 'vpc-0b2',
    ipPermissions: [
      { fromPort: 22, toPort: 22, ipProtocol: 'tcp', ipv4Ranges: [{ cidrIp: '0.0.0.0/0' }], ipRanges: ['0.0.0.0/0'], ipv6Ranges: [] },
    ],
    ipPermissionsEgress: [],
  },
};

function declared(items: readonly Json[]): readonly DeclaredResource[] {
  const json = { fileVersion: '1.0', configSnapshotId: '1', configurationItems: items };
  const found = configItemsIn(json, { source: { path: 'config.json', text: '' }, at: AT });
  return configSnapshot(found).flatMap(({ declaration }) => declaration.resources);
}

function valueOf(resources: readonly DeclaredResource[], type: string, name: string): Value | undefined {
  return resources.find((each) => each.type === type)?.block.attributes.get(name)?.value;
}

function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === 'list' || value.kind === 'set') return value.items.map(plain);
  if (value.kind === 'map') return Object.fromEntries([...value.entries].map(([key, each]) => [key, plain(each)]));
  return 'value' in value ? value.value : value.kind;
}

test('a bucket is read from its supplementary configuration, whatever text stands in text', () => {
  const resources = declared([bucket]);
  const of = (name: string): unknown => plain(valueOf(resources, 'AWS::S3::Bucket', name));
  assert.deepEqual(
    { grants: of('Grants'), encryption: of('BucketEncryption'), tags: of('Tags'), versioning: of('VersioningConfiguration') },
    {
      grants: [{ Uri: 'http://acs.amazonaws.com/groups/global/AllUsers', Permission: 'READ' }],
      encryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/orders' } }],
      },
      tags: [{ Key: 'team', Value: 'orders' }],
      versioning: {},
    },
  );
  assert.equal(of('PublicAccessBlockConfiguration'), undefined, 'left out: there is none');
  assert.equal(of('OwnershipControls'), 'unknown', 'never recorded');
});

test('a grant that cannot be read leaves the grants unknown', () => {
  const acl = JSON.stringify({ grantList: [{ grantee: 'SomebodyNew', permission: 'Read' }] });
  const resources = declared([{ ...bucket, supplementaryConfiguration: { AccessControlList: acl } }]);
  assert.equal(plain(valueOf(resources, 'AWS::S3::Bucket', 'Grants')), 'unknown');
  assert.equal(plain(valueOf(resources, 'AWS::S3::Bucket', 'PublicAccessBlockConfiguration')), 'unknown');
});

test('rules of a group come once, though AWS Config writes addresses twice', () => {
  assert.deepEqual(plain(valueOf(declared([group]), 'AWS::EC2::SecurityGroup', 'SecurityGroupIngress')), [
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
  ]);
});

test('what AWS Config never records is unknown, not unset', () => {
  const role = {
    ...base,
    awsRegion: 'global',
    resourceType: 'AWS::IAM::Role',
    resourceId: 'AROA1',
    resourceName: 'orders',
    arn: `arn:aws:iam::${ACCOUNT}:role/orders`,
    tags: {},
    configuration: {
      arn: `arn:aws:iam::${ACCOUNT}:role/orders`,
      roleName: 'orders',
      roleId: 'AROA1',
      path: '/',
      createDate: '2024-11-22T00:00:00.000Z',
      assumeRolePolicyDocument: encodeURIComponent('{"Statement":[]}'),
      rolePolicyList: [],
      attachedManagedPolicies: [{ policyName: 'ReadOnlyAccess', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
    },
  };
  const resources = declared([role]);
  assert.equal(plain(valueOf(resources, 'AWS::IAM::Role', 'UnusedDays')), 'unknown');
  assert.equal(plain(valueOf(resources, 'AWS::IAM::Role', 'AgeDays')), 730);
  assert.deepEqual(plain(valueOf(resources, 'AWS::IAM::Role', 'ManagedPolicyArns')), ['arn:aws:iam::aws:policy/ReadOnlyAccess']);
});

test('types without an item may not have been recorded; types that nobody reads are named', () => {
  const stack = { ...base, resourceType: 'AWS::CloudFormation::Stack', resourceId: 'orders', configuration: { stackName: 'orders' } };
  const json = { configurationItems: [bucket, stack] };
  const [account] = configSnapshot(configItemsIn(json, { source: { path: 'config.json', text: '' }, at: AT }));
  assert.equal(account?.declaration.incomplete.get('AWS::IAM::User')?.code, 'not-collected');
  assert.equal(account?.declaration.incomplete.has('AWS::S3::Bucket'), false);
  assert.deepEqual(account?.unread, ['AWS::CloudFormation::Stack']);
});

test('what was deleted is not there, and of two items the newer counts', () => {
  const older = {
    ...group,
    configurationItemCaptureTime: '2026-11-01T00:00:00Z',
    configuration: { ...group.configuration, groupName: 'old' },
  };
  const gone = { ...bucket, configurationItemStatus: 'ResourceDeleted' };
  const resources = declared([group, older, gone]);
  assert.deepEqual(
    resources.map(({ type, label }) => `${type} ${label ?? ''}`),
    ['AWS::EC2::SecurityGroup orders'],
  );
});

test('answers of get-resource-config-history hold configurations as text', () => {
  const history = { configurationItems: [{ ...group, configuration: JSON.stringify(group.configuration) }] };
  assert.equal(isConfigSnapshot(history), true);
  assert.equal(isConfigSnapshot({ configurationItems: [{ resourceType: 'orders' }] }), false);
  assert.equal(configItemsIn(history, { source: { path: 'x', text: '' }, at: AT })[0]?.configuration['groupName'], 'orders');
});

test('a database, a key, a function and a table are judged by what was recorded of them', () => {
  const arn = (service: string, rest: string): string => `arn:aws:${service}:ap-northeast-1:${ACCOUNT}:${rest}`;
  const item = (resourceType: string, service: string, rest: string, more: object): Json => {
    const resourceId = rest.slice(rest.search(/[:/]/) + 1);
    return JSON.parse(JSON.stringify({ ...base, resourceType, resourceId, arn: arn(service, rest), tags: {}, ...more })) as Json;
  };
  const resources = declared([
    item('AWS::RDS::DBInstance', 'rds', 'db:orders', {
      configuration: {
        dBInstanceIdentifier: 'orders',
        dBInstanceArn: arn('rds', 'db:orders'),
        engine: 'postgres',
        publiclyAccessible: true,
      },
    }),
    item('AWS::KMS::Key', 'kms', 'key/k-1', {
      configuration: {
        keyId: 'k-1',
        arn: arn('kms', 'key/k-1'),
        keyManager: 'CUSTOMER',
        customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        enabled: true,
      },
      supplementaryConfiguration: { KeyRotationStatus: 'false' },
    }),
    item('AWS::Lambda::Function', 'lambda', 'function:orders', {
      configuration: {
        functionName: 'orders',
        functionArn: arn('lambda', 'function:orders'),
        runtime: 'nodejs24.x',
        kmskeyArn: arn('kms', 'key/k-1'),
      },
    }),
    item('AWS::DynamoDB::Table', 'dynamodb', 'table/orders', {
      configuration: { tableName: 'orders', ssedescription: { status: 'ENABLED', kmsmasterKeyArn: arn('kms', 'key/k-1') } },
      supplementaryConfiguration: {
        ContinuousBackupsDescription: { pointInTimeRecoveryDescription: { pointInTimeRecoveryStatus: 'ENABLED' } },
      },
    }),
  ]);
  const of = (type: string, name: string): unknown => plain(valueOf(resources, type, name));
  assert.deepEqual(
    {
      public: of('AWS::RDS::DBInstance', 'PubliclyAccessible'),
      protection: of('AWS::RDS::DBInstance', 'DeletionProtection'),
      rotation: of('AWS::KMS::Key', 'EnableKeyRotation'),
      runtime: of('AWS::Lambda::Function', 'Runtime'),
      environment: of('AWS::Lambda::Function', 'Environment'),
      recovery: of('AWS::DynamoDB::Table', 'PointInTimeRecoverySpecification'),
    },
    {
      public: true,
      protection: 'unknown',
      rotation: false,
      runtime: 'nodejs24.x',
      environment: 'unknown',
      recovery: { PointInTimeRecoveryEnabled: true },
    },
  );
});

test('text that nests without end is left out, the rest stays', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const bomb = { ...group, resourceId: 'sg-0f6', configuration: `{"ipPermissions":${deep}}` };
  const wide = {
    ...bucket,
    supplementaryConfiguration: { BucketPolicy: deep, PublicAccessBlockConfiguration: '{"blockPublicAcls":true}' },
  };
  const resources = declared([bomb, group, wide]);
  assert.deepEqual(
    resources.map(({ type }) => type),
    ['AWS::EC2::SecurityGroup', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  );
});
