import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesIn } from '../i18n/index.ts';
import type { CliEnvironment } from './environment.ts';
import { progressBar } from './progress.ts';

function drawn(isTerminal: boolean, steps: readonly (readonly [milliseconds: number, done: number])[]): readonly string[] {
  const written: string[] = [];
  let time = 0;
  const stream = { write: (text: string) => void written.push(text), isTerminal, columns: 80 };
  const environment: CliEnvironment = { cwd: '/', variables: {}, now: () => new Date(time), stdout: stream, stderr: stream };
  const bar = progressBar(environment, messagesIn('en'));
  for (const [milliseconds, done] of steps) {
    time = milliseconds;
    bar.update({ phase: 'read', done, total: 200 });
  }
  bar.end();
  return written;
}

test('a bar appears on a terminal when a scan takes more than half a second, and is removed', () => {
  assert.deepEqual(
    drawn(true, [
      [100, 20],
      [600, 100],
      [610, 101],
      [900, 150],
    ]),
    [
      `\r\u001B[Kreading  ${'█'.repeat(12)}${'░'.repeat(12)} 100/200`,
      `\r\u001B[Kreading  ${'█'.repeat(18)}${'░'.repeat(6)} 150/200`,
      '\r\u001B[K',
    ],
  );
});

test('a short scan draws no bar', () => {
  assert.deepEqual(
    drawn(true, [
      [10, 100],
      [200, 200],
    ]),
    [],
  );
});

test('no bar is drawn into a file', () => {
  assert.deepEqual(drawn(false, [[600, 100]]), []);
});
