/**
 * examples/estate made in moto from its Terraform: no drift but for what moto does otherwise; after changes by hand exactly these. Skipped
 * unless KUMOMORI_TEST_MOTO names moto_server.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DriftReport } from '../packages/app/src/use-cases/index.ts';
import { statesOf } from './support/applier/state.ts';
import type { Changed } from './support/drift/changes.ts';
import { changeByHand } from './support/drift/changes.ts';
import { asMotoHasIt } from './support/drift/exceptions.ts';
import type { Moto } from './support/moto/server.ts';
import { skipWithoutMoto, startMoto } from './support/moto/server.ts';
import { applyEstate, collecting, connectionTo, ESTATE, estateRoots, kumomori } from './support/parity/in-moto.ts';
import { temporaryFolder, writeFiles } from './support/temporary.ts';

describe('drift of the estate', { skip: skipWithoutMoto }, () => {
  let moto: Moto;
  let changed: Changed;
  let early: DriftReport;
  let late: DriftReport;

  before(async () => {
    moto = await startMoto();
    const applied = await applyEstate(moto.endpoint, estateRoots());
    const states = [...statesOf(applied)].map(([root, text]) => [`${root.replaceAll('/', '-')}.tfstate`, text] as const);
    const folder = temporaryFolder('live-drift', Object.fromEntries(states));
    const drift = async (snapshot: string, more: readonly string[]): Promise<DriftReport> => {
      assert.equal((await kumomori(collecting(moto.endpoint, join(folder, snapshot)))).exitCode, 0);
      const given = states.flatMap(([file]) => ['--state', join(folder, file)]);
      const compared = ['drift', '--code', ESTATE, '--live', join(folder, snapshot), ...given, ...more, '--format', 'json'];
      return JSON.parse((await kumomori(compared)).stdout) as DriftReport;
    };
    early = await drift('before', []);
    changed = await changeByHand(connectionTo(moto.endpoint), applied);
    writeFiles(folder, { 'events/1.json': JSON.stringify({ Records: changed.events }) });
    late = await drift('after', ['--events', join(folder, 'events')]);
  });

  after(() => moto.stop());

  test('what was made as written is no drift, but for exceptions all of which are needed', (context) => {
    const { matched, notCompared } = early.summary;
    context.diagnostic(`${matched} resources compared, ${notCompared} not; ${asMotoHasIt.length} exceptions`);
    for (const [what, reason] of asMotoHasIt) context.diagnostic(`${what}: ${reason}`);
    assert.ok(matched >= 215, `only ${matched} were matched`);
    assert.deepEqual(told(early).toSorted(), asMotoHasIt.map(([what]) => what).toSorted());
  });

  test('what was changed by hand is told, all of it and nothing else', () => {
    const known = new Set(told(early));
    const fresh = told(late).filter((each) => !known.has(each));
    assert.deepEqual(fresh.toSorted(), changed.told.toSorted());
    assert.deepEqual(
      [...known].filter((each) => !told(late).includes(each)),
      [],
    );
  });

  test('with the checks that fail now, who did it and when, the command that undoes it and the block that adopts it', () => {
    for (const { name, worse, event, revert, importBlock } of changed.expected) {
      const drift = late.drifts.find(({ address, id }) => address === name || id === name);
      assert.ok(drift, name);
      const failing = drift.checks.filter(({ direction, live }) => direction === 'worse' || live === 'fail').map(({ checkId }) => checkId);
      for (const check of worse) assert.ok(failing.includes(check), `${name}: ${check} not among ${failing.join(', ')}`);
      assert.equal(drift.change?.event, event, name);
      assert.match(drift.change?.principal ?? '', /user\/ito\.sora$/, name);
      assert.match(drift.change?.time ?? '', /^2026-11-2\dT/, name);
      if (revert !== null)
        assert.ok(
          drift.remedies.revert.some((each) => each.includes(revert)),
          `${name}: ${drift.remedies.revert.join()}`,
        );
      if (importBlock !== null) assert.equal(drift.remedies.importBlock, importBlock);
    }
  });
});

/** `changed ec/production/main.tf aws_s3_bucket.orders versioning.status` */
function told({ drifts }: DriftReport): readonly string[] {
  return drifts.flatMap(({ kind, file, address, id, attributes }) => {
    const name = [kind, file, address ?? id].filter((each) => each !== null).join(' ');
    return attributes.length === 0 ? [name] : attributes.map(({ path }) => `${name} ${path}`);
  });
}
