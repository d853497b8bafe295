/**
 * A live account from end to end: an estate is made in moto, collected by the command line and judged. Skipped unless KUMOMORI_TEST_MOTO
 * names moto_server. Operations that moto lacks have to end as coverage gaps.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Finding, ScanReport } from '@kumomori/model';
import { parts } from './support/moto/estate.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { temporaryFolder } from './support/temporary.ts';

const MAIN = join(import.meta.dirname, '../packages/app/src/cli/main.ts');
const REGION = 'us-east-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

describe('a live AWS account', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let report: ScanReport;
  let snapshot = '';

  before(async () => {
    moto = await startMoto();
    for (const { build } of Object.values(parts)) await build({ endpoint: moto.endpoint, region: REGION, credentials });
    snapshot = join(temporaryFolder('live-aws'), 'snapshot');
    const collected = await kumomori([
      'collect',
      'aws',
      '--endpoint-url',
      moto.endpoint,
      '--region',
      REGION,
      '--output',
      snapshot,
      '--rate',
      '200',
    ]);
    assert.equal(collected.status, 0, collected.errors);
    const scanned = await kumomori(['scan', snapshot, '--format', 'json', '--include', 'pass,not-applicable']);
    report = JSON.parse(scanned.output) as ScanReport; // our own report
  });

  after(() => moto.stop());

  for (const [name, { expected }] of Object.entries(parts)) {
    test(`${name}: every verdict is as it has to be`, () => {
      const wrong = expected.flatMap(([check, resource, status]) => {
        const said = verdictOn(report.findings, check, resource);
        return said === status ? [] : [`${check} on ${resource}: ${said}, not ${status}`];
      });
      assert.deepEqual(wrong, []);
    });
  }

  test('operations that the server lacks are coverage gaps, and nothing failed inside', () => {
    assert.ok(report.coverage.some(({ operation }) => operation === 'GetSerialConsoleAccessStatus'));
    assert.deepEqual(
      report.diagnostics.filter(({ code }) => code === 'internal'),
      [],
    );
  });

  test('the snapshot is whole', async () => {
    const { status, errors } = await kumomori(['snapshot', 'verify', snapshot]);
    assert.equal(status, 0, errors);
  });
});

/** The worst verdict where several findings are about it; `none` when nobody looked. */
function verdictOn(findings: readonly Finding[], check: string, resource: string): string {
  const about = findings.filter(
    ({ checkId, resource: { id, name } }) => checkId === check && (name === resource || id.endsWith(`:${resource}`)),
  );
  const statuses = new Set(about.map(({ status }) => status));
  return (['fail', 'unknown', 'pass', 'not-applicable'] as const).find((status) => statuses.has(status)) ?? 'none';
}

async function kumomori(parameters: readonly string[]): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const child = spawn(process.execPath, [MAIN, ...parameters], {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_REGION: REGION,
      KUMOMORI_DATA_DIR: temporaryFolder('data'),
    },
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.on('close', (status) => resolve({ status, output, errors }));
  return await promise;
}
