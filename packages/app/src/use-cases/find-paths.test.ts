/** Code → attack paths: every kind of step with what ends it, rules that must end a path, entries from outside; and the estate of the demo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { findAttackPaths } from './find-paths.ts';
import { edgeCases, ruleCases } from './path-cases/index.ts';

async function told(estate: string): Promise<readonly string[]> {
  return inFolder({ 'main.tf': estate }, async (cwd) => {
    const report = await findAttackPaths({
      ...{ cwd, targets: ['.'], language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012' },
      ...{ configFile: null, varFiles: [], workspace: null },
    });
    assert.deepEqual(report.diagnostics, []);
    return report.paths.map(({ entry, steps }) => `${entry.node}: ${steps.map(({ edge, to }) => `${edge} ${to}`).join(', ')}`);
  });
}

for (const { name, estate, tells, closedBy = [] } of [...edgeCases, ...ruleCases]) {
  test(name, async () => {
    assert.deepEqual(await told(estate), tells === null ? [] : [tells]);
    if (closedBy.length === 0) return;
    let closed = estate;
    for (const [text, other] of closedBy) {
      assert.ok(closed.includes(text), text);
      closed = closed.replaceAll(text, other);
    }
    assert.deepEqual(await told(closed), []);
  });
}
