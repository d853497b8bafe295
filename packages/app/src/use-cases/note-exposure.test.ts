/** A rule that is open and a machine that is reached are two statements. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureOf } from '@kumomori/engine';
import { readEstate } from '@kumomori/model';
import { evaluateCode } from '@kumomori/parsers';
import { inFolder } from '../testing/index.ts';
import { net, rule, ssh, vm, group } from './exposure-cases/kit.ts';
import { scanCode } from './scan-code.ts';

const CHECK = 'aws-ec2-sg-no-ssh-from-internet';
const cases: readonly (readonly [name: string, code: string, expected: readonly unknown[]])[] = [
  ['reached', net + ssh + vm('web', 'public', 'ssh'), ['critical', 'reachable', 'high']],
  ['not reached', net + ssh + vm('web', 'private', 'ssh'), ['medium', 'not-reachable', 'high']],
  ['used by nobody here', net + ssh, ['high', 'unknown', 'high']],
];
for (const [name, code, expected] of cases) {
  test(`severity of an open rule: ${name}`, () =>
    inFolder({ 'main.tf': code }, async (cwd) => {
      const { report } = await scanCode({ targets: ['.'], cwd, language: 'en', now: () => new Date('2026-11-22T00:00:00Z') });
      const found = [...report.findings].find(({ checkId }) => checkId === CHECK);
      const exposure = found?.instances[0]?.exposure;
      assert.deepEqual([found?.severity, exposure?.state, exposure?.originalSeverity], expected);
    }));
}

test('adding a rule never lowers exposure, and the order of blocks does not matter', () => {
  const reached = (text: string): readonly string[] => {
    const { roots } = evaluateCode({ root: '.', paths: ['main.tf'], read: () => ({ kind: 'text', text }) });
    return exposureOf(readEstate(roots))
      .filter(({ reachable }) => reachable === true)
      .map(({ node, from, ports }) => `${node} ${from} ${JSON.stringify(ports)}`)
      .toSorted();
  };
  const sources = ['0.0.0.0/0', '198.51.100.0/24', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', '::/0'];
  for (const one of sources) {
    for (const other of sources) {
      const few = reached(net + group('s', rule('22', one)) + vm('web', 'public', 's'));
      const more = reached(net + group('s', rule('22', one), rule('22', other)) + vm('web', 'public', 's'));
      assert.ok(more.length >= few.length || more.some((each) => each.includes(' internet ')), `${one} and ${other}`);
      assert.deepEqual(reached(vm('web', 'public', 's') + group('s', rule('22', other), rule('22', one)) + net), more);
    }
  }
});
