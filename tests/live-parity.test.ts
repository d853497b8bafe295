/**
 * examples/estate judged as Terraform and, after it was made in moto, as a live account: the same verdicts. Skipped unless
 * KUMOMORI_TEST_MOTO names moto_server.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { evaluateCode } from '@kumomori/parsers';
import { openDiskTree } from '../packages/app/src/files/index.ts';
import { openLive } from '../packages/app/src/use-cases/live-target.ts';
import type { Applied } from './support/applier/apply.ts';
import { applyTerraform } from './support/applier/apply.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import type { Comparison } from './support/parity/compare.ts';
import { compareSides } from './support/parity/compare.ts';
import { given } from './support/parity/estate.ts';
import { exceptions as known, unexplained } from './support/parity/exceptions.ts';
import { judgeRoot } from './support/parity/judge.ts';
import { temporaryFolder } from './support/temporary.ts';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'packages/app/src/cli/main.ts');
const REGION = 'ap-northeast-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

describe('the estate as code and as a live account', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let applied: Applied;
  let comparison: Comparison;

  before(async () => {
    moto = await startMoto();
    const disk = openDiskTree(join(ROOT, 'examples/estate'), { alsoReadable: [], modulesWithin: [ROOT], onRead: () => {} });
    // What belongs to everybody stands before what uses it.
    const roots = evaluateCode(disk.tree, { secrets: false })
      .roots.filter(({ kind, dir }) => kind === 'terraform' && dir !== 'data/campaign-gcp')
      .sort((one, other) => Number(other.dir.startsWith('platform/')) - Number(one.dir.startsWith('platform/')));
    const connection = { endpoint: moto.endpoint, region: REGION, credentials };
    applied = await applyTerraform(roots, { connection, account: '123456789012', given });
    const snapshot = join(temporaryFolder('live-parity'), 'snapshot');
    await collect(moto.endpoint, snapshot);
    const code = roots.flatMap((root) => judgeRoot(root).map((judged) => [root.dir, judged] as const));
    comparison = compareSides(code, [...openLive(snapshot).roots()].flatMap(judgeRoot), applied);
  });

  after(() => moto.stop());

  test('nearly all of the estate can be made', (context) => {
    context.diagnostic(`${applied.created.length} resources made, ${applied.notCreated.length} not`);
    for (const each of [...applied.notCreated, ...applied.leftOut]) context.diagnostic(each.split('\n')[0] ?? '');
    assert.ok(applied.created.length >= 430, applied.notCreated.join('\n'));
  });

  test('what both see, both judge the same, but for exceptions all of which are needed', (context) => {
    const { pairs, unpaired, compared, equal, onlyKnownLive, onlyKnownInCode, different } = comparison;
    const exceptions = onlyKnownInCode.length + different.length;
    context.diagnostic(
      `${pairs.length} resources paired, ${unpaired.length} not; ${compared} verdicts compared: ${equal} equal, ` +
        `${onlyKnownLive.length} known only live, ${exceptions} exceptions`,
    );
    for (const [check, code, live, count, reason] of known)
      context.diagnostic(`${check}: ${code} in code, ${live} live (${count}): ${reason}`);
    assert.ok(pairs.length >= 540 && compared >= 2100, 'too little was compared');
    assert.deepEqual(unexplained([...onlyKnownInCode, ...different]), []);
  });
});

async function collect(endpoint: string, snapshot: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const parameters = ['collect', 'aws', '--endpoint-url', endpoint, '--region', REGION, '--output', snapshot, '--rate', '400', '--quiet'];
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: REGION,
    KUMOMORI_DATA_DIR: temporaryFolder('data'),
  };
  const child = spawn(process.execPath, [MAIN, ...parameters], { env, stdio: 'ignore' });
  child.on('close', resolve);
  assert.equal(await promise, 0);
}
