import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CallPlace, CloudProvider, Json, JsonObject } from '@kumomori/model';
import { GRAPH } from '@kumomori/model';
import { LISTINGS } from './aws-narrow.ts';
import { changesOf } from './changes.ts';
import { spellings } from './audit-event.ts';

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const STORE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersstore`;

function trail(eventSource: string, eventName: string, more: JsonObject = {}): JsonObject {
  const where = { awsRegion: 'eu-west-1', recipientAccountId: '123456789012' };
  return { eventSource: `${eventSource}.amazonaws.com`, eventName, ...where, ...more };
}

describe('events of CloudTrail', () => {
  const changes = changesOf('aws', [
    trail('s3', 'PutBucketPolicy', { requestParameters: { bucketName: 'orders-bucket' } }),
    trail('s3', 'PutBucketAcl', { errorCode: 'AccessDenied' }),
    trail('s3', 'GetBucketAcl'),
    trail('s3', 'PutObject', { managementEvent: false }),
    trail('lambda', 'ListFunctions', { readOnly: true }),
    { 'detail-type': 'AWS API Call via CloudTrail', detail: trail('sqs', 'SetQueueAttributes') },
    { EventName: 'CreateKey', CloudTrailEvent: JSON.stringify(trail('kms', 'CreateKey')) },
    trail('elasticloadbalancing', 'CreateLoadBalancer', { apiVersion: '2015-12-01' }),
    trail('translate', 'CreateTerminology'),
    trail('translate', 'CreateTerminology'),
    trail('logs', 'CreateLogStream'),
    { CloudTrailEvent: '{' },
    'words',
  ]);
  const reach = (service: string, region = 'eu-west-1', account = '123456789012'): unknown =>
    changes.reaching({ account, region, service }).map(({ event, reach: operations }) => [event.name, operations]);

  test('are counted by what becomes of them, those that concern nothing by name', () => {
    assert.deepEqual(changes.told, {
      ...{ records: 13, changes: 4, reads: 3, failed: 1, foreign: 2 },
      unconcerned: { 'logs:CreateLogStream': 1, 'translate:CreateTerminology': 2 },
    });
  });
  test('reach the services of their source, in their region and account', () => {
    assert.deepEqual(reach('sqs'), [['SetQueueAttributes', 'all']]);
    assert.deepEqual(reach('sqs', 'us-east-1'), []);
    assert.deepEqual(reach('sqs', 'eu-west-1', '210987654321'), []);
    assert.deepEqual(reach('s3', 'global'), [['PutBucketPolicy', 'all']]);
    assert.deepEqual(reach('s3control', 'global'), []);
  });
  test('reach what shows their things under another service', () => {
    assert.deepEqual(reach('elb'), []);
    assert.deepEqual(reach('elbv2'), [['CreateLoadBalancer', 'all']]);
    assert.deepEqual(reach('ec2'), [['CreateLoadBalancer', ['DescribeNetworkInterfaces', 'DescribeAddresses', 'DescribeVpcEndpoints']]]);
  });
});

test('settings and single things of EC2 are told apart', () => {
  const changes = changesOf('aws', [trail('ec2', 'EnableEbsEncryptionByDefault'), trail('ec2', 'ModifyVolume')]);
  assert.deepEqual(
    changes.reaching({ account: '123456789012', region: 'eu-west-1', service: 'ec2' }).map(({ reach }) => reach),
    [['GetEbsEncryptionByDefault'], [LISTINGS]],
  );
});

test('a thing goes by its name, its ARN and what that ends in', () => {
  assert.deepEqual(spellings('Orders-Bucket'), ['orders-bucket']);
  assert.deepEqual(spellings('arn:aws:iam::123456789012:role/team/deploy').slice(1), ['team/deploy', 'team', 'deploy']);
  assert.ok(spellings('https://sqs.eu-west-1.amazonaws.com/123456789012/orders').includes('orders'));
  assert.ok(spellings('arn:aws:sns:eu-west-1:123456789012:orders').includes('orders'));
});

type Case = readonly [
  title: string,
  provider: CloudProvider,
  event: Json,
  stale: readonly (readonly [service: string, operation: string, request: JsonObject])[],
  fresh: readonly (readonly [service: string, operation: string, request: JsonObject])[],
];

const activity = (operationName: string, resourceId: string, status = 'Succeeded'): JsonObject => ({
  operationName: { value: operationName },
  resourceId,
  status: { value: status },
});
const listing = (type: string): { readonly path: string } => ({ path: `/subscriptions/${SUBSCRIPTION}/providers/${type}` });
const entry = (serviceName: string, methodName: string): JsonObject => ({
  logName: `projects/${SUBSCRIPTION}/logs/cloudaudit.googleapis.com%2Factivity`,
  protoPayload: { serviceName, methodName, resourceName: 'projects/_/buckets/orders-bucket' },
});
const audit = (verb: string, apiGroup: string, resource: string, more: JsonObject = {}): JsonObject => ({
  ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', stage: 'ResponseComplete', verb },
  objectRef: { apiGroup, resource, namespace: 'orders', name: 'web' },
  ...more,
});

const cases: readonly Case[] = [
  [
    'a storage account',
    'azure',
    activity('Microsoft.Storage/storageAccounts/write', STORE),
    [
      ['Microsoft.Storage', 'storageAccounts', listing('Microsoft.Storage/storageAccounts')],
      ['Microsoft.Resources', 'resources', { path: `/subscriptions/${SUBSCRIPTION}/resources` }],
      ['Microsoft.Insights', 'diagnosticSettings', { path: `${STORE}/providers/Microsoft.Insights/diagnosticSettings` }],
      ['Microsoft.Storage', 'storageAccounts.blobServices', { path: `${STORE}/blobServices` }],
    ],
    [
      ['Microsoft.Storage', 'storageAccounts.blobServices', { path: `${STORE}2/blobServices` }],
      ['Microsoft.KeyVault', 'vaults', listing('Microsoft.KeyVault/vaults')],
    ],
  ],
  [
    'a diagnostic setting',
    'azure',
    activity('Microsoft.Insights/diagnosticSettings/write', `${STORE}/providers/Microsoft.Insights/diagnosticSettings/all`),
    [
      ['Microsoft.Insights', 'diagnosticSettings', { path: `${STORE}/providers/Microsoft.Insights/diagnosticSettings` }],
      ['Microsoft.Insights', 'activityLogAlerts', listing('Microsoft.Insights/activityLogAlerts')],
    ],
    [['Microsoft.KeyVault', 'vaults', listing('Microsoft.KeyVault/vaults')]],
  ],
  [
    'an address that a machine may have',
    'azure',
    activity(
      'Microsoft.Network/publicIPAddresses/write',
      STORE.replace('Microsoft.Storage/storageAccounts', 'Microsoft.Network/publicIPAddresses'),
    ),
    [['Microsoft.Compute', 'virtualMachines', listing('Microsoft.Compute/virtualMachines')]],
    [['Microsoft.Storage', 'storageAccounts', listing('Microsoft.Storage/storageAccounts')]],
  ],
  [
    'a role in the whole subscription',
    'azure',
    activity('Microsoft.Authorization/roleAssignments/write', listing('Microsoft.Authorization/roleAssignments/1').path),
    [['Microsoft.Authorization', 'roleAssignments', listing('Microsoft.Authorization/roleAssignments')]],
    [['Microsoft.Storage', 'storageAccounts', listing('Microsoft.Storage/storageAccounts')]],
  ],
  [
    'what was refused',
    'azure',
    activity('Microsoft.Storage/storageAccounts/write', STORE, 'Failed'),
    [],
    [['Microsoft.Storage', 'storageAccounts', listing('Microsoft.Storage/storageAccounts')]],
  ],
  [
    'a user of the directory',
    'azure',
    { activityDisplayName: 'Update user', result: 'success', category: 'UserManagement' },
    [[GRAPH, 'users', { path: '/v1.0/users' }]],
    [['Microsoft.Storage', 'storageAccounts', listing('Microsoft.Storage/storageAccounts')]],
  ],
  [
    'a bucket of Google',
    'gcp',
    entry('storage.googleapis.com', 'storage.buckets.update'),
    [
      ['storage.googleapis.com', 'buckets', {}],
      ['cloudasset.googleapis.com', 'assets', {}],
    ],
    [['sqladmin.googleapis.com', 'instances', {}]],
  ],
  [
    'a cluster, which makes machines',
    'gcp',
    entry('container.googleapis.com', 'google.container.v1.ClusterManager.CreateCluster'),
    [['compute.googleapis.com', 'instances', {}]],
    [['storage.googleapis.com', 'buckets', {}]],
  ],
  [
    'who may do what in a project',
    'gcp',
    entry('cloudresourcemanager.googleapis.com', 'SetIamPolicy'),
    [['storage.googleapis.com', 'buckets', {}]],
    [],
  ],
  [
    'a deployment',
    'kubernetes',
    audit('patch', 'apps', 'deployments'),
    [
      ['apps', 'deployments', {}],
      ['core', 'version', {}],
    ],
    [
      ['apps', 'daemonsets', {}],
      ['core', 'pods', {}],
      ['discovery', 'apis', {}],
    ],
  ],
  [
    'a look into a pod',
    'kubernetes',
    audit('create', '', 'pods', { objectRef: { resource: 'pods', subresource: 'exec' } }),
    [],
    [['core', 'pods', {}]],
  ],
  ['a refusal', 'kubernetes', audit('delete', '', 'pods', { responseStatus: { code: 403 } }), [], [['core', 'pods', {}]]],
  ['a node, whose kubelet has a configuration', 'kubernetes', audit('update', '', 'nodes'), [['core', 'configz', {}]], []],
  [
    'a new kind',
    'kubernetes',
    audit('create', 'apiextensions.k8s.io', 'customresourcedefinitions'),
    [['discovery', 'apis', {}]],
    [['core', 'pods', {}]],
  ],
];

for (const [title, provider, event, stale, fresh] of cases) {
  test(`${provider}: ${title} changes what tells of it, and nothing else`, () => {
    const changes = changesOf(provider, [event]);
    const isStale = ([service, operation, request]: Case[3][number]): boolean => {
      const account = service === GRAPH ? 'tenant' : SUBSCRIPTION;
      const place: CallPlace = { provider, account, region: 'global', service, operation };
      return changes.isStale(place, request);
    };
    assert.deepEqual(
      stale.filter((each) => !isStale(each)),
      [],
    );
    assert.deepEqual(fresh.filter(isStale), []);
  });
}

test('records of any form are no trouble', () => {
  const odd: readonly Json[] = [
    null,
    7,
    [],
    {},
    { eventSource: 1 },
    { protoPayload: [] },
    { verb: {}, objectRef: 'x' },
    { operationName: {} },
  ];
  for (const provider of ['aws', 'azure', 'gcp', 'kubernetes'] as const) {
    const { told } = changesOf(provider, odd);
    assert.deepEqual([told.records, told.changes], [odd.length, 0], provider);
  }
});
