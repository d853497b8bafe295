import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloudProvider, CodeRoot, Value } from '@kumomori/model';
import { listValue, mapValue, stringValue } from '@kumomori/model';
import { referencesInRoot, shadowAccounts } from './index.ts';

const range = { source: { path: 'raw/x.jsonl.gz', text: '' }, start: 0, end: 0 };
type Plain = string | readonly Plain[] | { readonly [key: string]: Plain };

function valueOf(plain: Plain): Value {
  if (typeof plain === 'string') return stringValue(plain, range);
  if (Array.isArray(plain)) return listValue((plain as readonly Plain[]).map(valueOf), range, null);
  return mapValue(new Map(Object.entries(plain).map(([key, each]) => [key, valueOf(each)])), range);
}

function root(cloud: CloudProvider, account: string, type: string, attributes: Readonly<Record<string, Plain>>): CodeRoot {
  const written = Object.entries(attributes).map(([name, plain]) => [name, { value: valueOf(plain), range }] as const);
  const block = { type, range, head: range, attributes: new Map(written), blocks: [], uncertain: false, via: null };
  const declared = { mode: 'managed', type, name: 'orders', address: 'orders', reference: 'orders', names: [], block };
  // Only what references are looked for in.
  return { kind: 'live', cloud, account, dir: '', resources: [declared] } as unknown as CodeRoot;
}

const cases: readonly (readonly [
  title: string,
  cloud: CloudProvider,
  type: string,
  attributes: Readonly<Record<string, Plain>>,
  found: readonly string[],
])[] = [
  [
    'a trusted account',
    'aws',
    'AWS::IAM::Role',
    { AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: '210987654321' } }] } },
    ['role-trust 210987654321'],
  ],
  [
    'a bucket policy',
    'aws',
    'AWS::S3::BucketPolicy',
    { PolicyDocument: { Statement: { Principal: { AWS: ['arn:aws:iam::210987654321:role/x'] } } } },
    ['resource-policy 210987654321'],
  ],
  [
    'a condition',
    'aws',
    'AWS::SNS::TopicPolicy',
    { PolicyDocument: { Statement: { Condition: { StringEquals: { 'aws:SourceAccount': '210987654321' } } } } },
    ['resource-policy 210987654321'],
  ],
  [
    'what may be done elsewhere',
    'aws',
    'AWS::IAM::ManagedPolicy',
    { PolicyDocument: { Statement: { Resource: 'arn:aws:iam::210987654321:role/deploy' } } },
    ['permission 210987654321'],
  ],
  [
    'logs that go elsewhere',
    'aws',
    'AWS::EC2::FlowLog',
    { LogDestination: 'arn:aws:logs:ap-northeast-1:210987654321:log-group:flows' },
    ['log-destination 210987654321'],
  ],
  [
    'its own account, numbers that are none, AWS itself',
    'aws',
    'AWS::X',
    { A: 'arn:aws:iam::123456789012:root', B: '210987654321', C: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    [],
  ],
  [
    'a member from another project',
    'gcp',
    'google_storage_bucket_iam_binding',
    { members: ['serviceAccount:ci@orders-ci.iam.gserviceaccount.com', 'user:a@example.com'] },
    ['grant orders-ci'],
  ],
  [
    'a peer of a network',
    'gcp',
    'google_compute_network_peering',
    { peer_network: 'https://www.googleapis.com/compute/v1/projects/orders-hub/global/networks/hub' },
    ['peering orders-hub'],
  ],
  [
    'a sink',
    'gcp',
    'google_logging_project_sink',
    { destination: 'bigquery.googleapis.com/projects/orders-logs/datasets/audit' },
    ['log-destination orders-logs'],
  ],
  [
    'a zone that asks another network',
    'gcp',
    'google_dns_managed_zone',
    { target: 'projects/orders-dns/global/networks/hub' },
    ['dns orders-dns'],
  ],
  [
    'a workspace of another subscription',
    'azure',
    'Microsoft.Insights/diagnosticSettings',
    { properties: { workspaceId: '/subscriptions/99999999-8888-7777-6666-555555555555/resourceGroups/l' } },
    ['log-destination 99999999-8888-7777-6666-555555555555'],
  ],
  [
    'a peering',
    'azure',
    'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
    { properties: { remoteVirtualNetwork: { id: '/subscriptions/99999999-8888-7777-6666-555555555555/x' } } },
    ['peering 99999999-8888-7777-6666-555555555555'],
  ],
];

for (const [title, cloud, type, attributes, expected] of cases)
  test(`references: ${title}`, () => {
    const found = [...referencesInRoot(root(cloud, '123456789012', type, attributes))];
    assert.deepEqual(
      found.map(({ kind, account }) => `${kind} ${account}`),
      expected,
    );
  });

test('a collected account is no shadow, and Google’s own projects are told apart', () => {
  const members = ['serviceAccount:ci@orders-ci.iam.gserviceaccount.com', 'serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com'];
  const references = [...referencesInRoot(root('gcp', 'orders-prod', 'google_project_iam_binding', { members }))];
  const shadows = shadowAccounts(references, { collected: new Set(['gcp:orders-ci']), names: new Map() });
  assert.deepEqual(
    shadows.map(({ account, ownedBy }) => [account, ownedBy]),
    [['gcp-sa-pubsub', 'Google']],
  );
});
