import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declareLive, liveSources } from '../../index.ts';
import { asAsset, assetsIn, recordedAssets } from './asset-export.ts';

const AT = '2026-11-22T09:00:00Z';
const project = {
  name: '//cloudresourcemanager.googleapis.com/projects/111',
  asset_type: 'cloudresourcemanager.googleapis.com/Project',
  resource: { data: { projectId: 'orders-prod', projectNumber: '111', lifecycleState: 'ACTIVE' } },
  ancestors: ['projects/111', 'organizations/987654321098'],
};
const bucket = {
  name: '//storage.googleapis.com/orders-bucket',
  asset_type: 'storage.googleapis.com/Bucket',
  resource: { data: { name: 'orders-bucket', location: 'EU', logging: {}, versioning: { enabled: true } } },
  ancestors: ['projects/111', 'organizations/987654321098'],
};
const policy = {
  name: '//storage.googleapis.com/orders-bucket',
  assetType: 'storage.googleapis.com/Bucket',
  iamPolicy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] },
  ancestors: ['projects/111', 'organizations/987654321098'],
};
const lines = [project, bucket, policy].map((each) => JSON.stringify(each)).join('\n');

function declared(text: string, path = 'export.json'): readonly string[] {
  const assets = assetsIn(text, path);
  assert.ok(assets);
  return recordedAssets(assets, AT).flatMap((calls) =>
    declareLive(calls, liveSources.gcp)
      .resources.filter(({ type }) => type.startsWith('google_storage'))
      .map(({ type, label, block }) => `${calls.account} ${type} ${label ?? ''} line ${block.range.source.firstLine ?? 0}`),
  );
}

test('an export of lines is read like a collection, each thing with its line', () => {
  assert.deepEqual(declared(lines), [
    'orders-prod google_storage_bucket orders-bucket line 2',
    'orders-prod google_storage_bucket_iam_binding roles/storage.objectViewer on orders-bucket line 2',
  ]);
});

test('an array is read as well, without lines', () => {
  assert.deepEqual(declared(`  ${JSON.stringify([project, bucket], null, 2)}`), [
    'orders-prod google_storage_bucket orders-bucket line 0',
    'orders-prod google_storage_bucket_iam_policy policy of orders-bucket line 0',
  ]);
});

test('without policies nobody knows what is granted', () => {
  const assets = assetsIn(JSON.stringify(bucket), 'export.json');
  assert.ok(assets);
  const [calls] = recordedAssets(assets, AT);
  assert.ok(calls);
  const { resources, incomplete } = declareLive(calls, liveSources.gcp);
  const granted = resources.find(({ type }) => type === 'google_storage_bucket_iam_policy');
  assert.equal(granted?.block.attributes.get('policy_data')?.value.kind, 'unknown');
  assert.equal(incomplete.get('google_container_cluster')?.code, 'not-collected');
  assert.equal(incomplete.has('google_storage_bucket'), false);
});

test('a thing without a policy in an export that has policies has none', () => {
  const other = { ...bucket, name: '//storage.googleapis.com/orders-logs', resource: { data: { name: 'orders-logs' } } };
  const text = `${lines}\n${JSON.stringify(other)}\n`;
  assert.ok(!declared(text).some((each) => each.includes('policy of')));
});

test('projects without their number in the export are called by what names them', () => {
  const [calls] = recordedAssets(assetsIn(JSON.stringify({ ...bucket, ancestors: ['projects/222'] }), 'x.json') ?? [], AT);
  assert.equal(calls?.account, '222');
  const disk = {
    name: '//compute.googleapis.com/projects/orders-dev/zones/asia-northeast1-a/disks/data',
    asset_type: 'compute.googleapis.com/Disk',
  };
  const named = { ...disk, resource: { data: { name: 'data' } }, ancestors: ['projects/222', 'folders/333'] };
  assert.equal(recordedAssets(assetsIn(JSON.stringify(named), 'x.json') ?? [], AT)[0]?.account, 'orders-dev');
});

test('what belongs to a folder or an organization has an account of its own', () => {
  const sink = {
    name: '//logging.googleapis.com/organizations/987654321098/sinks/everything',
    asset_type: 'logging.googleapis.com/LogSink',
    resource: { data: { name: 'everything', destination: 'storage.googleapis.com/orders-logs', includeChildren: true } },
    ancestors: ['organizations/987654321098'],
  };
  const [calls] = recordedAssets(assetsIn(JSON.stringify(sink), 'x.json') ?? [], AT);
  assert.ok(calls);
  assert.equal(calls.account, 'organizations-987654321098');
  const types = declareLive(calls, liveSources.gcp).resources.map(({ type }) => type);
  assert.deepEqual(types, ['google_logging_organization_sink']);
});

test('other files are no exports', () => {
  assert.equal(assetsIn('', 'x.json'), null);
  assert.equal(assetsIn('{"kind": "List"}', 'x.json'), null);
  assert.equal(assetsIn(`${lines}\n{"broken"`, 'x.json'), null);
  assert.deepEqual(assetsIn('[{"a": 1}]', 'x.json'), []);
  assert.equal(asAsset('text'), null);
});
