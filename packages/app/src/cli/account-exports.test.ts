/** Exports that the clouds' own tools wrote, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';

interface Report {
  readonly targets: readonly { readonly kind: string }[];
  readonly summary: { readonly resources: number };
  readonly findings: readonly {
    readonly checkId: string;
    readonly status: string;
    readonly origin: { readonly address: string; readonly file: string };
  }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const account = `/subscriptions/${SUBSCRIPTION}/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/ordersdata`;
const azure = JSON.stringify({
  count: 1,
  data: [
    {
      id: account,
      name: 'ordersdata',
      type: 'microsoft.storage/storageaccounts',
      location: 'japaneast',
      subscriptionId: SUBSCRIPTION,
      properties: { supportsHttpsTrafficOnly: false, minimumTlsVersion: 'TLS1_0', allowBlobPublicAccess: true },
    },
  ],
});
const gcp = [
  {
    name: '//cloudresourcemanager.googleapis.com/projects/111',
    asset_type: 'cloudresourcemanager.googleapis.com/Project',
    resource: { data: { projectId: 'orders-prod', projectNumber: '111', lifecycleState: 'ACTIVE' } },
    ancestors: ['projects/111'],
  },
  {
    name: '//storage.googleapis.com/orders-bucket',
    asset_type: 'storage.googleapis.com/Bucket',
    resource: { data: { name: 'orders-bucket', location: 'ASIA-NORTHEAST1' } },
    ancestors: ['projects/111'],
  },
  {
    name: '//storage.googleapis.com/orders-bucket',
    asset_type: 'storage.googleapis.com/Bucket',
    iam_policy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] },
    ancestors: ['projects/111'],
  },
]
  .map((each) => JSON.stringify(each))
  .join('\n');
const group = (name: string): object => ({
  accountId: '123456789012',
  awsRegion: 'ap-northeast-1',
  configurationItemStatus: 'OK',
  configurationItemCaptureTime: '2026-11-20T00:00:00Z',
  resourceType: 'AWS::EC2::SecurityGroup',
  resourceId: 'sg-0a1',
  arn: 'arn:aws:ec2:ap-northeast-1:123456789012:security-group/sg-0a1',
  tags: {},
  configuration: {
    groupId: 'sg-0a1',
    groupName: name,
    vpcId: 'vpc-0b2',
    ipPermissions: [{ fromPort: 22, toPort: 22, ipProtocol: 'tcp', ipv4Ranges: [{ cidrIp: '0.0.0.0/0' }] }],
    ipPermissionsEgress: [],
  },
});
const snapshot = (name: string): Uint8Array =>
  gzipSync(JSON.stringify({ fileVersion: '1.0', configSnapshotId: '1', configurationItems: [group(name)] }));
const NEWER = '123456789012_Config_ap-northeast-1_ConfigSnapshot_20261122T081500Z_b.json.gz';
const OLDER = '123456789012_Config_ap-northeast-1_ConfigSnapshot_20261121T081500Z_a.json.gz';

async function scanned(target: string, files: FolderFiles, ...more: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await runWithFiles(files, ['scan', target, '--format', 'json', ...more]);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Report; // what contracts.md §2 promises
}

function failed({ findings }: Report, checkId: string): readonly string[] {
  return findings
    .filter((each) => each.checkId === checkId && each.status === 'fail')
    .map(({ origin }) => `${origin.address} in ${origin.file}`);
}

test('rows of Azure Resource Graph are judged like a subscription', async () => {
  const report = await scanned('graph.json', { 'graph.json': azure });
  assert.deepEqual(
    report.targets.map(({ kind }) => kind),
    ['live'],
  );
  assert.deepEqual(failed(report, 'azure-storage-https-only').length, 1);
});

test('lines of gcloud asset export are judged like a project', async () => {
  const report = await scanned('.', { 'assets.ndjson': gcp });
  assert.equal(
    report.findings.some((each) => each.status === 'fail' && each.origin.file === 'assets.ndjson'),
    true,
  );
  assert.equal(report.summary.resources > 0, true);
});

test('of the snapshots that AWS Config delivered for a region the newest is judged', async () => {
  const report = await scanned('.', { [`logs/${OLDER}`]: snapshot('old'), [`logs/${NEWER}`]: snapshot('orders') });
  assert.deepEqual(failed(report, 'aws-ec2-sg-no-ssh-from-internet'), [
    `arn:aws:ec2:ap-northeast-1:123456789012:security-group/sg-0a1 in logs/${NEWER}`,
  ]);
});

test('an export beside code is judged with it, each for itself', async () => {
  const code = 'resource "aws_security_group" "orders" {\n  name = "orders"\n}\n';
  const report = await scanned('.', { 'main.tf': code, 'export/graph.json': azure });
  assert.deepEqual(report.targets.map(({ kind }) => kind).toSorted(), ['live', 'terraform']);
});

test('--explain-inputs names what was recognized, in both languages', async () => {
  const files = { 'graph.json': azure, 'assets.ndjson': gcp, [NEWER]: snapshot('orders'), 'package.json': '{}' };
  const { stdout } = await runWithFiles(files, ['scan', '.', '--explain-inputs']);
  assert.match(stdout, /live +graph\.json +has rows of Azure Resource Graph/);
  assert.match(stdout, /live +assets\.ndjson +has assets of gcloud asset export/);
  assert.match(stdout, /has configuration items of AWS Config/);
  assert.match((await runWithFiles(files, ['scan', '.', '--explain-inputs', '--lang', 'ja'])).stdout, /AWS Config の設定項目がある/);
});

test('a damaged export is said, and nothing else is lost', async () => {
  const report = await scanned('.', { 'graph.json': azure, 'cut.json': azure.slice(0, -2), 'bomb.json': `${'['.repeat(100_000)}` });
  assert.equal(failed(report, 'azure-storage-https-only').length, 1);
  assert.deepEqual(
    report.diagnostics.filter(({ code }) => code.startsWith('export')).map(({ message }) => message),
    ['the export is damaged: it is no JSON to its end'],
  );
});

test('rows without properties are no reason for verdicts', async () => {
  const bare = JSON.stringify([{ id: account, type: 'Microsoft.Storage/storageAccounts', tags: { properties: {} } }]);
  assert.deepEqual((await scanned('.', { 'list.json': bare })).findings, []);
});

test('an instance that runs without a mapped volume has none that lacks encryption', async () => {
  const instance = {
    ...group('orders'),
    resourceType: 'AWS::EC2::Instance',
    resourceId: 'i-0a1',
    arn: 'arn:aws:ec2:ap-northeast-1:123456789012:instance/i-0a1',
    configuration: { instanceId: 'i-0a1', state: { name: 'running' }, blockDeviceMappings: [] },
  };
  const report = await scanned('.', { 'config.json': JSON.stringify({ configurationItems: [instance] }) });
  assert.deepEqual(failed(report, 'aws-ec2-ebs-volume-encrypted'), []);
  assert.equal(
    report.findings.some(({ checkId, status }) => checkId === 'aws-ec2-instance-imdsv2-required' && status === 'unknown'),
    true,
  );
});
