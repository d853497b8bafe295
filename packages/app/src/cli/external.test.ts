/** Findings of other tools beside ours, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';

const ACCOUNT = '123456789012';
const GROUP = `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:security-group/sg-0a1`;
const item = (id: string, cidr: string): object => ({
  accountId: ACCOUNT,
  awsRegion: 'ap-northeast-1',
  configurationItemStatus: 'OK',
  resourceType: 'AWS::EC2::SecurityGroup',
  resourceId: id,
  arn: `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:security-group/${id}`,
  tags: {},
  configuration: {
    groupId: id,
    groupName: 'orders',
    vpcId: 'vpc-0b2',
    ipPermissions: [{ fromPort: 22, toPort: 22, ipProtocol: 'tcp', ipv4Ranges: [{ cidrIp: cidr }] }],
    ipPermissionsEgress: [],
  },
});
const snapshot = JSON.stringify({ configurationItems: [item('sg-0a1', '0.0.0.0/0'), item('sg-0b2', '192.0.2.0/24')] });

const ocsf = (check: string, status: string, uid: string): object => ({
  message: 'Security group sg-0a1 has SSH open.',
  metadata: { event_code: check, product: { name: 'Prowler', uid: 'prowler', vendor_name: 'Prowler', version: '5.0.0' }, version: '1.4.0' },
  severity_id: 4,
  severity: 'High',
  status_code: status,
  status_detail: 'Security group sg-0a1 has SSH open.',
  finding_info: { title: 'No SSH from anywhere', uid: `prowler-aws-${check}-${uid}` },
  resources: [{ uid, name: 'orders', type: 'AwsEc2SecurityGroup', region: 'ap-northeast-1' }],
  cloud: { provider: 'aws', account: { uid: ACCOUNT }, region: 'ap-northeast-1' },
});
const SSH = 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22';
const prowler = JSON.stringify([
  ocsf(SSH, 'FAIL', GROUP),
  ocsf(SSH, 'FAIL', GROUP.replace('0a1', '0b2')),
  ocsf(SSH, 'PASS', GROUP.replace('0a1', '0c3')),
  ocsf('orders_own_check', 'MANUAL', GROUP),
]);
const asff = JSON.stringify({
  Findings: [
    {
      SchemaVersion: '2018-10-08',
      Id: `arn:aws:securityhub:ap-northeast-1:${ACCOUNT}:security-control/EC2.13/finding/1`,
      ProductName: 'Security Hub',
      GeneratorId: 'security-control/EC2.13',
      AwsAccountId: ACCOUNT,
      Severity: { Label: 'HIGH' },
      Title: 'Security groups should not allow ingress from 0.0.0.0/0 to port 22',
      Description: 'This control checks security groups.',
      Resources: [{ Id: GROUP, Type: 'AwsEc2SecurityGroup', Region: 'ap-northeast-1' }],
      Compliance: { Status: 'FAILED', SecurityControlId: 'EC2.13' },
      RecordState: 'ACTIVE',
    },
    {
      SchemaVersion: '2018-10-08',
      Id: '2',
      GeneratorId: 'security-control/EC2.13',
      Resources: [{ Id: GROUP }],
      Compliance: { Status: 'PASSED' },
      RecordState: 'ARCHIVED',
    },
  ],
});
const files: FolderFiles = { 'config/config.json': snapshot, 'prowler.ocsf.json': prowler, 'hub.json': asff };

interface External {
  readonly external: true;
  readonly tool: string;
  readonly check: string;
  readonly status: string;
  readonly file: string;
  readonly comparisons: readonly { readonly checkId: string; readonly status: string | null; readonly outcome: string }[];
}

const run = (argv: readonly string[], given: FolderFiles = files): Promise<CliRun> => runWithFiles(given, argv, { columns: 120 });

async function external(...argv: readonly string[]): Promise<readonly External[]> {
  const { stdout } = await run(['scan', 'config', '--format', 'json', ...argv]);
  return (JSON.parse(stdout) as { readonly external: readonly External[] }).external; // what the documentation promises
}

test('findings of Prowler are compared with ours on the same resource', async () => {
  const found = await external('--external', 'prowler.ocsf.json');
  const ours = 'aws-ec2-sg-no-ssh-from-internet';
  assert.deepEqual(
    found.map(({ tool, check, status, comparisons }) => [tool, check, status, comparisons.filter(({ checkId }) => checkId === ours)]),
    [
      ['Prowler 5.0.0', SSH, 'fail', [{ checkId: ours, status: 'fail', outcome: 'agrees' }]],
      ['Prowler 5.0.0', SSH, 'fail', [{ checkId: ours, status: 'pass', outcome: 'disagrees' }]],
      ['Prowler 5.0.0', SSH, 'pass', [{ checkId: ours, status: null, outcome: 'not-judged' }]],
      ['Prowler 5.0.0', 'orders_own_check', 'unknown', []],
    ],
  );
  assert.equal(
    found.every((each) => each.external),
    true,
  );
});

test('findings of Security Hub are known by their control, archived ones are left out', async () => {
  const found = await external('--external', 'hub.json', '--external', 'prowler.ocsf.json');
  assert.deepEqual(
    found.map(({ tool, file }) => `${tool} ${file}`),
    ['Security Hub hub.json', ...Array.from({ length: 4 }, () => 'Prowler 5.0.0 prowler.ocsf.json')],
  );
  assert.equal(
    found[0]?.comparisons.some(({ outcome }) => outcome === 'agrees'),
    true,
  );
});

test('they never count with ours, and reports without them are as before', async () => {
  const [without, beside] = await Promise.all([
    run(['scan', 'config', '--format', 'json']),
    run(['scan', 'config', '--format', 'json', '--external', 'prowler.ocsf.json']),
  ]);
  const summaries = [without, beside].map(({ stdout }) => (JSON.parse(stdout) as { readonly summary: unknown }).summary);
  assert.deepEqual(summaries[0], summaries[1]);
  assert.equal(without.stdout.includes('"external"'), false);
  assert.equal(without.exitCode, beside.exitCode);
});

test('table, CSV and HTML show them, apart from ours', async () => {
  const argv = ['scan', 'config', '--external', 'prowler.ocsf.json'];
  const table = (await run([...argv])).stdout;
  assert.match(table, /Findings of other tools \(4\)/);
  assert.match((await run([...argv, '--lang', 'ja'])).stdout, /ほかのツールの検出結果\(4 件\)/);
  const [head = '', ...rows] = (await run([...argv, '--format', 'csv'])).stdout.trimEnd().split('\r\n');
  assert.equal(head.endsWith(',external'), true);
  assert.equal(rows.filter((row) => row.endsWith(',Prowler 5.0.0')).length, 4);
  assert.match((await run([...argv, '--format', 'html'])).stdout, /"external":\[\{"external":true/);
});

test('files that are no findings are said before anything is scanned', async () => {
  assert.deepEqual(await run(['scan', 'config', '--external', 'config/config.json']), {
    exitCode: 2,
    stdout: '',
    stderr: 'kumomori: config/config.json holds no findings in OCSF or ASFF JSON\n',
  });
  assert.match((await run(['scan', 'config', '--external', 'gone.json'])).stderr, /the findings gone\.json cannot be read/);
});
