/** `paths --ways`: further ways of a path, step by step, only where they are asked for. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInFolder } from '../testing/index.ts';

const ESTATE = join(import.meta.dirname, '../../../../tests/estates/aws-three-tier');

interface Told {
  readonly paths: readonly {
    readonly alternatives: number;
    readonly steps: readonly { readonly because: string }[];
    readonly otherWays?: readonly (readonly { readonly from: string; readonly to: string; readonly because: string }[])[];
  }[];
}

async function told(...more: readonly string[]) {
  const { stdout } = await runInFolder(ESTATE, ['paths', '.', '--format', 'json', ...more]);
  return JSON.parse(stdout) as Told; // Our own output.
}

test('as many different ways as asked for, each to the same end; none by default', async () => {
  const plain = await told();
  assert.ok(plain.paths.every((path) => !('otherWays' in path)));
  const { paths } = await told('--ways', '3');
  assert.ok(paths.some(({ otherWays = [] }) => otherWays.length === 2));
  for (const { steps, otherWays = [], alternatives } of paths) {
    assert.equal(otherWays.length, Math.min(2, alternatives));
    const texts = [steps, ...otherWays].map((way) => way.map(({ because }) => because).join('\n'));
    assert.equal(new Set(texts).size, texts.length);
  }
});

test('other formats tell them too; what is no number from 1 to 5 is refused', async () => {
  const said = async (...args: readonly string[]) => runInFolder(ESTATE, ['paths', '.', ...args]);
  assert.match((await said('--ways', '2')).stdout, /^ {2}Way 2:\n {2}1\. /m);
  assert.match((await said('--ways', '2', '--lang', 'ja', '--format', 'markdown')).stdout, /\*\*2 つ目の経路\*\*\n\n1\. /);
  assert.match((await said('--ways', '2', '--format', 'html')).stdout, /<details><summary>Way 2<\/summary><ol class="way"><li/);
  for (const wrong of ['0', '6', 'two']) {
    const { exitCode, stderr } = await said('--ways', wrong);
    assert.equal(exitCode, 2);
    assert.match(stderr, /--ways needs a number from 1 to 5/);
  }
});
