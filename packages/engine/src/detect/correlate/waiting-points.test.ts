import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WaitingPoints } from './waiting-points.ts';

const HOUR = 3_600_000;

test('points before a time are taken, those at it and after it stay, those of one hour keep their order', () => {
  const waiting = new WaitingPoints<{ readonly time: number; readonly name: string }>();
  const times = [5 * HOUR, 2 * HOUR + 9, 2 * HOUR + 1, -HOUR, 3 * HOUR, 2 * HOUR + 5];
  for (const [at, time] of times.entries()) waiting.add({ time, name: `${at}` });
  assert.deepEqual(
    waiting.take(2 * HOUR + 5).map(({ name }) => name),
    ['2', '3'],
  );
  assert.equal(waiting.size, 4);
  assert.deepEqual(
    waiting.take(Infinity).map(({ name }) => name),
    ['0', '1', '5', '4'],
  );
  assert.equal(waiting.size, 0);
});
