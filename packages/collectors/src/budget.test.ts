import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BudgetSpent, CallBudget } from './budget.ts';

/** A clock that only waiting moves. */
function clock(): { now: () => number; wait: (milliseconds: number) => Promise<void>; waited: number[] } {
  let time = 0;
  const waited: number[] = [];
  return {
    now: () => time,
    waited,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      time += milliseconds;
    },
  };
}

const nothing = async (): Promise<void> => {};

test('calls beyond the rate wait for their turn, those of another region do not', async () => {
  const { now, wait, waited } = clock();
  const budget = new CallBudget({ perSecond: 2, now, wait });
  for (let call = 0; call < 4; call += 1) await budget.run('aws:123456789012:eu-west-1:ec2', 'aws:ec2:DescribeVpcs', nothing);
  assert.deepEqual(waited, [500, 500]);
  await budget.run('aws:123456789012:us-east-1:ec2', 'aws:ec2:DescribeVpcs', nothing);
  assert.equal(waited.length, 2);
  assert.equal(budget.made, 5);
});

test('throttling halves the rate once for calls that are refused together, and it recovers', async () => {
  const { now, wait, waited } = clock();
  const budget = new CallBudget({ perSecond: 10, now, wait });
  budget.throttled('a');
  budget.throttled('a');
  await budget.run('a', 'x', nothing);
  assert.deepEqual(waited, [200], 'five calls a second');
  await wait(60_000);
  for (let call = 0; call < 11; call += 1) await budget.run('a', 'x', nothing);
  assert.deepEqual(waited.slice(2), [100], 'ten calls a second again');
});

test('the wait that a cloud asks for is kept', async () => {
  const { now, wait, waited } = clock();
  const budget = new CallBudget({ perSecond: 10, now, wait });
  budget.throttled('a', 3000);
  await budget.run('a', 'x', nothing);
  assert.ok((waited[0] ?? 0) >= 3000);
});

test('no call is made beyond the number that is allowed', async () => {
  const budget = new CallBudget({ maxCalls: 1 });
  await budget.run('a', 'x', nothing);
  await assert.rejects(budget.run('a', 'x', nothing), BudgetSpent);
  assert.deepEqual([...budget.counts], [['x', 1]]);
});

test('no more calls at a time than allowed', async () => {
  const budget = new CallBudget({ parallel: 2, perSecond: 100 });
  let running = 0;
  let most = 0;
  const slow = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => void setImmediate(resolve));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, async () => await budget.run('a', 'x', slow)));
  assert.equal(most, 2);
});
