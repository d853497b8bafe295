/**
 * kumomori and Prowler on the same AWS account, made in moto: wall time, CPU time, calls counted at the server, and where verdicts differ.
 *
 *   node bench/live-peer.ts --moto /tmp/moto/bin/moto_server --prowler /tmp/prowler/bin/prowler [--runs 3] [--peer-runs 1] [--output FILE]
 *
 * Both are asked for the same services (those that both know) in one region. Operations that moto lacks are asked again by Prowler's SDK
 * with pauses, so Prowler is measured twice: as it is, and with one attempt for each call.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { CountingProxy } from '../tests/support/counting-proxy.ts';
import { startCountingProxy } from '../tests/support/counting-proxy.ts';
import type { PeerFinding } from './compare-verdicts.ts';
import { compareVerdicts } from './compare-verdicts.ts';

const { values } = parseArgs({
  options: {
    moto: { type: 'string', default: '/tmp/moto/bin/moto_server' },
    prowler: { type: 'string', default: '/tmp/prowler/bin/prowler' },
    runs: { type: 'string', default: '3' },
    'peer-runs': { type: 'string', default: '1' },
    output: { type: 'string' },
  },
});

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const REGION = 'us-east-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

/** Prowler's name of a service and ours; `vpc`, `neptune` and others are no services of their own here. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  accessanalyzer: ['accessanalyzer'],
  account: ['account'],
  acm: ['acm'],
  apigateway: ['apigateway'],
  apigatewayv2: ['apigatewayv2'],
  appsync: ['appsync'],
  athena: ['athena'],
  autoscaling: ['autoscaling'],
  awslambda: ['lambda'],
  backup: ['backup'],
  cloudformation: ['cloudformation'],
  cloudfront: ['cloudfront'],
  cloudtrail: ['cloudtrail'],
  cloudwatch: ['cloudwatch', 'logs'],
  codebuild: ['codebuild'],
  cognito: ['cognito-idp', 'cognito-identity'],
  config: ['config'],
  dms: ['dms'],
  dynamodb: ['dynamodb'],
  ec2: ['ec2'],
  ecr: ['ecr'],
  ecs: ['ecs'],
  efs: ['efs'],
  eks: ['eks'],
  elasticache: ['elasticache'],
  elb: ['elb'],
  elbv2: ['elbv2'],
  emr: ['emr'],
  eventbridge: ['events'],
  firehose: ['firehose'],
  fsx: ['fsx'],
  glue: ['glue'],
  guardduty: ['guardduty'],
  iam: ['iam'],
  kafka: ['kafka'],
  kinesis: ['kinesis'],
  kms: ['kms'],
  memorydb: ['memorydb'],
  mq: ['mq'],
  neptune: ['rds'],
  opensearch: ['opensearch'],
  organizations: ['organizations'],
  rds: ['rds'],
  redshift: ['redshift'],
  route53: ['route53'],
  s3: ['s3', 's3control'],
  sagemaker: ['sagemaker'],
  secretsmanager: ['secretsmanager'],
  securityhub: ['securityhub'],
  sns: ['sns'],
  sqs: ['sqs'],
  ssm: ['ssm'],
  stepfunctions: ['states'],
  transfer: ['transfer'],
  vpc: ['ec2'],
  wafv2: ['wafv2', 'wafv2-cloudfront'],
};

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly calls: number;
  readonly output: string;
}

process.env['KUMOMORI_TEST_MOTO'] = values.moto;
// These read the variable when they are loaded.
const { startMoto } = await import('../tests/support/moto/server.ts');
const { buildEstate } = await import('../tests/support/moto/estate.ts');

const folder = mkdtempSync(join(tmpdir(), 'kumomori-live-peer-'));
const moto = await startMoto();
const proxy = await startCountingProxy(moto.endpoint);
try {
  await buildEstate({ endpoint: moto.endpoint, region: REGION, credentials });
  const text = await measureAll(proxy);
  if (values.output === undefined) process.stdout.write(text);
  else writeFileSync(values.output, text);
} finally {
  proxy.stop();
  moto.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(counting: CountingProxy): Promise<string> {
  const started = loadavg()[0] ?? 0;
  const ours = await repeat(Number(values.runs), (run) => runKumomori(counting, join(folder, `snapshot-${run}`)));
  const theirs = await repeat(Number(values['peer-runs']), (run) => runProwler(counting, `default-${run}`, []));
  const impatient = await repeat(Number(values['peer-runs']), (run) =>
    runProwler(counting, `impatient-${run}`, ['--aws-retries-max-attempts', '1']),
  );
  const { findings } = JSON.parse(ours.at(-1)?.output ?? '{}') as Parameters<typeof compareVerdicts>[0]; // our own report
  const peer = JSON.parse(readFileSync(join(folder, 'default-0.ocsf.json'), 'utf8')) as readonly PeerFinding[]; // OCSF, as Prowler writes it
  return [
    `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${started.toFixed(1)} at the start, ${(loadavg()[0] ?? 0).toFixed(1)} at the end`,
    '',
    '| tool | runs | wall s | CPU s | calls |',
    '|---|---|---|---|---|',
    row('kumomori, collect and scan', ours),
    row('Prowler', theirs),
    row('Prowler, one attempt for each call', impatient),
    '',
    compareVerdicts({ findings }, peer),
    '',
  ].join('\n');
}

async function repeat(times: number, measure: (run: number) => Promise<Measured>): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (let run = 0; run < times; run += 1) all.push(await measure(run));
  return all;
}

async function runKumomori(counting: CountingProxy, snapshot: string): Promise<Measured> {
  const services = [...new Set(Object.values(SERVICES).flat())].flatMap((service) => ['--service', service]);
  const where = ['--endpoint-url', counting.endpoint, '--region', REGION, '--output', snapshot];
  // An emulator has no limits that would have to be spared; Prowler spares none either.
  const collected = await measure(counting, process.execPath, [MAIN, 'collect', 'aws', ...where, ...services, '--rate', '500', '--quiet']);
  const scanned = await measure(counting, process.execPath, [
    MAIN,
    'scan',
    snapshot,
    '--format',
    'json',
    '--include',
    'pass,not-applicable',
  ]);
  return {
    seconds: collected.seconds + scanned.seconds,
    cpuSeconds: collected.cpuSeconds + scanned.cpuSeconds,
    calls: collected.calls + scanned.calls,
    output: scanned.output,
  };
}

async function runProwler(counting: CountingProxy, name: string, more: readonly string[]): Promise<Measured> {
  const output = ['--no-banner', '--no-color', '--ignore-exit-code-3', '-M', 'json-ocsf', '-o', folder, '-F', name];
  return await measure(counting, values.prowler, ['aws', '--region', REGION, ...output, ...more, '--service', ...Object.keys(SERVICES)]);
}

/** GNU time writes what the process and its children took to the last line of standard error. */
async function measure(counting: CountingProxy, program: string, parameters: readonly string[]): Promise<Measured> {
  const before = counting.total();
  const start = performance.now();
  const child = spawn('/usr/bin/time', ['-f', '%U %S', program, ...parameters], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: counting.endpoint,
      KUMOMORI_DATA_DIR: join(folder, 'data'),
    },
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject);
  child.on('close', resolve);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exitCode = await promise;
  // 1: a scan that found something.
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`${program} ended with ${exitCode}: ${errors.slice(-500)}`);
  const [user = 0, system = 0] = (errors.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const seconds = (performance.now() - start) / 1000;
  const calls = counting.total() - before;
  process.stderr.write(`${program.split('/').at(-1) ?? ''} ${parameters.slice(0, 2).join(' ')}: ${seconds.toFixed(1)} s, ${calls} calls\n`);
  return { seconds, cpuSeconds: user + system, calls, output };
}

function row(name: string, runs: readonly Measured[]): string {
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const range = (values: readonly number[]): string =>
    values.length > 1 ? ` (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})` : '';
  const wall = runs.map(({ seconds }) => seconds);
  const cpu = runs.map(({ cpuSeconds }) => cpuSeconds);
  const calls = runs.map(({ calls: count }) => count);
  return `| ${name} | ${runs.length} | ${median(wall).toFixed(1)}${range(wall)} | ${median(cpu).toFixed(1)} | ${median(calls)} |`;
}
