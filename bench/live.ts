/**
 * Scans synthetic snapshots of AWS accounts of growing number, each in a fresh process, and prints wall time, CPU time and peak memory.
 *
 *   node bench/live.ts [--accounts 10,100,1000] [--log-groups 285000] [--format json] [--work DIR] [--output FILE]
 *
 * The JSON report of 1,000 accounts has 10 GB and is deleted when it was measured; as much is needed in DIR, and a quarter of it in TMPDIR.
 * `--log-groups`: one account with so many log groups and nothing else.
 *
 * An account has 2,000 resources: mostly what real estates have many of (volumes, snapshots, interfaces, groups, instances), one in a
 * hundred of them careless.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '10,100,1000' },
    'log-groups': { type: 'string' },
    format: { type: 'string', default: 'json' },
    work: { type: 'string', default: join(tmpdir(), 'kumomori-snapshots') },
    output: { type: 'string' },
  },
});

const REGION = 'ap-northeast-1';
const AT = '2026-11-22T00:00:00.000Z';
const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');

interface Answer {
  readonly operation: string;
  readonly request: object;
  readonly response: object;
}

function account(index: number): { readonly id: string; readonly answers: readonly Answer[] } {
  const id = String(100_000_000_000 + index);
  const made = <T>(count: number, make: (n: number, isCareless: boolean) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n, n % 100 === 7));
  const hex = (kind: string, n: number): string => `${kind}-${(index * 10_000 + n).toString(16).padStart(17, '0')}`;
  const tags = [
    { Key: 'Owner', Value: 'sales' },
    { Key: 'Environment', Value: 'production' },
    { Key: 'CostCenter', Value: '1234' },
  ];
  const instances = made(200, (n, isCareless) => ({
    InstanceId: hex('i', n),
    ImageId: 'ami-0123456789abcdef0',
    State: { Name: 'running' },
    SubnetId: hex('subnet', n % 20),
    SecurityGroups: [{ GroupId: hex('sg', n) }],
    Monitoring: { State: 'enabled' },
    MetadataOptions: { HttpTokens: isCareless ? 'optional' : 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeId: hex('vol', n) } }],
    NetworkInterfaces: [{ NetworkInterfaceId: hex('eni', n) }],
    Tags: tags,
  }));
  const volumes = made(500, (n, isCareless) => ({
    VolumeId: hex('vol', n),
    Encrypted: !isCareless,
    KmsKeyId: `arn:aws:kms:${REGION}:${id}:key/k`,
    Tags: tags,
  }));
  const snapshots = made(500, (n, isCareless) => ({
    SnapshotId: hex('snap', n),
    Encrypted: !isCareless,
    KmsKeyId: `arn:aws:kms:${REGION}:${id}:key/k`,
    Tags: tags,
  }));
  const interfaces = made(478, (n) => ({ NetworkInterfaceId: hex('eni', n), Groups: [{ GroupId: hex('sg', n % 300) }], TagSet: tags }));
  const groups = made(300, (n, isCareless) => ({
    GroupId: hex('sg', n),
    GroupName: `service-${n}`,
    Description: `members of service ${n}`,
    VpcId: hex('vpc', n % 2),
    IpPermissions: [
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: isCareless ? '0.0.0.0/0' : '10.0.0.0/8', Description: 'clients' }],
      },
    ],
    IpPermissionsEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'peers' }] }],
    Tags: tags,
  }));
  const subnets = made(20, (n) => ({ SubnetId: hex('subnet', n), VpcId: hex('vpc', n % 2), MapPublicIpOnLaunch: false, Tags: tags }));
  const vpcs = made(2, (n) => ({ VpcId: hex('vpc', n), IsDefault: false, CidrBlock: '10.0.0.0/16', Tags: tags }));
  const answer = (operation: string, response: object, request: object = {}): Answer => ({ operation, request, response });
  const answers = [
    answer('DescribeInstances', { Reservations: instances.map((each) => ({ Instances: [each] })) }),
    ...instances.flatMap(({ InstanceId }) => [
      answer('DescribeInstanceAttribute', { UserData: {} }, { InstanceId, Attribute: 'userData' }),
      answer('DescribeInstanceAttribute', { DisableApiTermination: { Value: true } }, { InstanceId, Attribute: 'disableApiTermination' }),
    ]),
    answer('DescribeVolumes', { Volumes: volumes }),
    answer('DescribeSnapshots', { Snapshots: snapshots }, { OwnerIds: ['self'] }),
    answer('DescribeNetworkInterfaces', { NetworkInterfaces: interfaces }),
    answer('DescribeSecurityGroups', { SecurityGroups: groups }),
    answer('DescribeSubnets', { Subnets: subnets }),
    answer('DescribeVpcs', { Vpcs: vpcs }),
  ];
  return { id, answers };
}

function writeAnswers(folder: string, { account, service }: { account: string; service: string }, answers: readonly Answer[]): void {
  for (const [operation, all] of Map.groupBy(answers, (each) => each.operation)) {
    const file = join(folder, 'raw/aws', account, REGION, service, `${operation}.jsonl.gz`);
    mkdirSync(dirname(file), { recursive: true });
    const lines = all.map(({ request, response }) => `${JSON.stringify({ request, at: AT, response })}\n`);
    writeFileSync(file, gzipSync(lines.join(''), { level: 1 }));
  }
}

/** A folder that is made once: its manifest is written last. */
function snapshotIn(name: string, write: (folder: string) => void): string {
  const folder = join(values.work, name);
  const manifest = join(folder, 'manifest.json');
  if (existsSync(manifest)) return folder;
  write(folder);
  const empty = { schemaVersion: '1', tool: { name: 'bench', version: '0' }, startedAt: AT, finishedAt: AT, principals: [], scopes: [] };
  writeFileSync(manifest, JSON.stringify({ ...empty, calls: {}, gaps: [], redaction: 'none', files: {} }));
  return folder;
}

function snapshotOf(accounts: number): string {
  return snapshotIn(`aws-${accounts}`, (folder) => {
    for (let index = 0; index < accounts; index += 1) {
      const { id, answers } = account(index);
      writeAnswers(folder, { account: id, service: 'ec2' }, answers);
    }
  });
}

/** Pages of 50, as the API has them. */
function logGroups(count: number): string {
  const id = '123456789012';
  const group = (n: number): object => {
    const arn = `arn:aws:logs:${REGION}:${id}:log-group:/aws/lambda/service-${n}`;
    const retention = n % 3 === 0 ? {} : { retentionInDays: 30 };
    return { logGroupName: `/aws/lambda/service-${n}`, creationTime: 1.7e12 + n, ...retention, arn: `${arn}:*`, storedBytes: n * 17 };
  };
  const pages = Array.from({ length: Math.ceil(count / 50) }, (_, page): Answer => {
    const groups = Array.from({ length: Math.min(50, count - page * 50) }, (_, n) => group(page * 50 + n));
    const more = (page + 1) * 50 < count ? { nextToken: `t${page + 1}` } : {};
    return {
      operation: 'DescribeLogGroups',
      request: page === 0 ? {} : { nextToken: `t${page}` },
      response: { logGroups: groups, ...more },
    };
  });
  return snapshotIn(`logs-${count}`, (folder) => writeAnswers(folder, { account: id, service: 'logs' }, pages));
}

function measure(folder: string, what: string): string {
  const report = `${folder}.report`;
  const began = performance.now();
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    ['-f', '%U %S %M', process.execPath, MAIN, 'scan', folder, '--format', values.format, '--output', report],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`the scan of ${folder} ended with ${status}: ${stderr}`);
  const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const megabytes = Math.round(statSync(report).size / 1e6).toLocaleString('en');
  rmSync(report);
  return `| ${what} | ${seconds.toFixed(1)} s | ${(user + system).toFixed(1)} s | ${Math.round(kilobytes / 1024)} MB | ${megabytes} MB |`;
}

const counts = values.accounts.split(',').filter((text) => text !== '');
const rows = counts.map((text) =>
  measure(snapshotOf(Number(text)), `${text} accounts, ${(Number(text) * 2000).toLocaleString('en')} resources`),
);
const groups = values['log-groups'];
if (groups !== undefined) rows.push(measure(logGroups(Number(groups)), `one account, ${Number(groups).toLocaleString('en')} log groups`));
const table = ['| scanned | wall | CPU | peak memory | report |', '|---|---|---|---|---|', ...rows, ''].join('\n');
process.stdout.write(table);
if (values.output !== undefined) writeFileSync(values.output, table);
