/**
 * examples/estate judged as Terraform and, after it was made in moto, as a live account: the same verdicts. Skipped unless
 * KUMOMORI_TEST_MOTO names moto_server.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openLive } from '../packages/app/src/use-cases/live-target.ts';
import type { Applied } from './support/applier/apply.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import type { Comparison } from './support/parity/compare.ts';
import { compareSides } from './support/parity/compare.ts';
import { exceptions as known, unexplained } from './support/parity/exceptions.ts';
import { applyEstate, collecting, estateRoots, kumomori } from './support/parity/in-moto.ts';
import { judgeRoot } from './support/parity/judge.ts';
import { temporaryFolder } from './support/temporary.ts';

describe('the estate as code and as a live account', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let applied: Applied;
  let comparison: Comparison;

  before(async () => {
    moto = await startMoto();
    const roots = estateRoots();
    applied = await applyEstate(moto.endpoint, roots);
    const snapshot = join(temporaryFolder('live-parity'), 'snapshot');
    assert.equal((await kumomori(collecting(moto.endpoint, snapshot))).exitCode, 0);
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
