/**
 * A live account from end to end: an estate is made in moto, collected by the command line and judged. Skipped unless KUMOMORI_TEST_MOTO
 * names moto_server. Operations that moto lacks have to end as coverage gaps.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Finding, ScanReport } from '@kumomori/model';
import type { CountingProxy } from './support/counting-proxy.ts';
import { startCountingProxy } from './support/counting-proxy.ts';
import { buildEstate, parts } from './support/moto/estate.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { temporaryFolder } from './support/temporary.ts';

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const REGION = 'us-east-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
/** What the issue asks for; the estate has more. */
const PROVED_AT_LEAST = 150;

const dataFolder = temporaryFolder('data');

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

describe('a live AWS account', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let proxy: CountingProxy;
  let report: ScanReport;
  let snapshot = '';

  before(async () => {
    moto = await startMoto();
    proxy = await startCountingProxy(moto.endpoint);
    await buildEstate({ endpoint: moto.endpoint, region: REGION, credentials });
    snapshot = join(temporaryFolder('live-aws'), 'snapshot');
    const collected = await kumomori(collect(moto.endpoint, snapshot));
    assert.equal(collected.status, 0, collected.errors);
    report = await scan(snapshot);
  });

  after(() => {
    proxy.stop();
    moto.stop();
  });

  for (const [name, { expected }] of Object.entries(parts)) {
    test(`${name}: every verdict is as it has to be`, () => {
      const wrong = expected.flatMap(([check, resource, status]) => {
        const said = verdictOn(report.findings, check, resource);
        return said === status ? [] : [`${check} on ${resource}: ${said}, not ${status}`];
      });
      assert.deepEqual(wrong, []);
    });
  }

  test(`at least ${PROVED_AT_LEAST} checks pass on something and fail on something`, () => {
    const expected = Object.values(parts).flatMap((part) => part.expected);
    const passing = new Set(expected.flatMap(([check, , status]) => (status === 'pass' ? [check] : [])));
    const failing = new Set(expected.flatMap(([check, , status]) => (status === 'fail' ? [check] : [])));
    const proved = [...passing].filter((check) => failing.has(check));
    assert.ok(proved.length >= PROVED_AT_LEAST, `${proved.length} checks are proved both ways`);
  });

  test('every operation that the server lacks is a coverage gap, and nothing failed inside', () => {
    const gaps = new Set(report.coverage.map(({ operation }) => wordsOf(operation)));
    assert.ok(moto.lacking.size > 10, [...moto.lacking].join());
    assert.deepEqual(
      [...moto.lacking].filter((action) => !gaps.has(wordsOf(action))),
      [],
    );
    assert.deepEqual(
      report.diagnostics.filter(({ code }) => code === 'internal'),
      [],
    );
  });

  test('the snapshot is whole', async () => {
    const { status, errors } = await kumomori(['snapshot', 'verify', snapshot]);
    assert.equal(status, 0, errors);
  });

  test('what was killed in the middle goes on with the calls that are missing, to the same verdicts', async () => {
    const services = ['ec2', 's3', 'iam', 'lambda', 'rds', 'sqs'].flatMap((service) => ['--service', service]);
    const whole = join(temporaryFolder('live-aws-whole'), 'snapshot');
    await kumomori([...collect(proxy.endpoint, whole), ...services]);
    const calls = proxy.total();

    const torn = join(temporaryFolder('live-aws-torn'), 'snapshot');
    const parameters = [...collect(proxy.endpoint, torn), ...services, '--parallel', '4'];
    const killed = await kumomori(parameters, { killWhen: () => proxy.total() >= calls * 1.5 });
    assert.equal(killed.status, null);
    const resumed = await kumomori([...parameters, '--resume']);
    assert.equal(resumed.status, 0, resumed.errors);
    // Asked twice: who asks, and what was on its way.
    const again = proxy.total() - calls - calls;
    assert.ok(again >= 0 && again <= 10, `${again} calls were made again`);
    assert.deepEqual(verdicts(await scan(torn)), verdicts(await scan(whole)));
  });

  test('without credentials one line says so, with the reason below', async () => {
    const empty = temporaryFolder('live-aws-home');
    const { status, output, errors } = await kumomori(collect(moto.endpoint, join(empty, 'snapshot')), {
      environment: { HOME: empty, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' },
    });
    assert.equal(status, 2);
    assert.equal(output, '');
    // What to do, and what the SDK says of it; no stack.
    assert.match(errors, /^kumomori: nobody is signed in to AWS[^\n]*\n {2}[^\n]*\n$/);
  });
});

function collect(endpoint: string, output: string): readonly string[] {
  return ['collect', 'aws', '--endpoint-url', endpoint, '--region', REGION, '--output', output, '--rate', '500', '--quiet'];
}

async function scan(snapshot: string): Promise<ScanReport> {
  const { output } = await kumomori(['scan', snapshot, '--format', 'json', '--include', 'pass,not-applicable']);
  return JSON.parse(output) as ScanReport; // our own report
}

/** `ListWebACLs` and `list_web_acls` are the same words. */
function wordsOf(operation: string): string {
  return operation.replaceAll('_', '').toLowerCase();
}

function verdicts({ findings }: ScanReport): readonly string[] {
  return findings.map(({ checkId, resource, status }) => `${checkId} ${resource.id} ${status}`).sort();
}

/** The worst verdict where several findings are about it; `none` when nobody looked. */
function verdictOn(findings: readonly Finding[], check: string, resource: string): string {
  const about = findings.filter(
    ({ checkId, resource: { id, name, tags } }) =>
      checkId === check && (name === resource || tags['Name'] === resource || `${id}:`.includes(`:${resource}:`)),
  );
  const statuses = new Set(about.map(({ status }) => status));
  return (['fail', 'unknown', 'pass', 'not-applicable'] as const).find((status) => statuses.has(status)) ?? 'none';
}

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Looked at every few milliseconds. */
  readonly killWhen?: () => boolean;
}

async function kumomori(parameters: readonly string[], { environment = {}, killWhen }: RunOptions = {}): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const child = spawn(process.execPath, [MAIN, ...parameters], {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: REGION,
      KUMOMORI_DATA_DIR: dataFolder,
      ...environment,
    },
  });
  const watch = killWhen && setInterval(() => killWhen() && child.kill('SIGKILL'), 5);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.on('close', (status) => {
    clearInterval(watch);
    resolve({ status, output, errors });
  });
  return await promise;
}
