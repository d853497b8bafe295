import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, quantile, robustZ } from './statistics.ts';
import { distance } from './travel.ts';

test('statistics', () => {
  assert.equal(median([5, 1, 3]), 3);
  assert.equal(median([]), 0);
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2);
  assert.ok(robustZ(1500, [20, 30, 40, 25, 33, 28, 31]) > 5);
  assert.ok(robustZ(60, [20, 30, 40, 25, 33, 28, 31]) < 5);
  assert.ok(robustZ(60, [0, 0, 0, 0, 0, 0, 0]) < 5);
  assert.ok(robustZ(200, [0, 0, 0, 0, 0, 0, 0]) > 5);
  const [tokyo, london] = [
    { latitude: 35.68, longitude: 139.69 },
    { latitude: 51.51, longitude: -0.13 },
  ];
  assert.equal(Math.round(distance(tokyo, london) / 100), 96);
});
