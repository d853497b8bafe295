import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActorRole, FindingState, WorkflowEvent } from './index.ts';
import { endedFalsePositives, findingStates, lifecycleTable, possibleEvents, transition, transitionAll } from './index.ts';
import { tracked } from './lifecycle.test-helper.ts';

const at = '2026-11-05T09:00:00Z';
const event = (kind: WorkflowEvent['kind'], role: ActorRole, more: Partial<WorkflowEvent> = {}): WorkflowEvent => ({
  ...{ kind, at, by: { role, id: 'hanako' } },
  ...more,
});

const ways: readonly (readonly [name: string, from: FindingState, event: WorkflowEvent, expected: string])[] = [
  ['the security team says it is true', 'new', event('triage', 'security'), 'open'],
  ['the owner is asked', 'open', event('request', 'security'), 'requested'],
  ['the owner has read it', 'requested', event('acknowledge', 'member'), 'acknowledged'],
  ['the owner begins', 'acknowledged', event('start', 'member'), 'in-progress'],
  ['the owner says it is fixed', 'in-progress', event('claim-fixed', 'member'), 'fixed-unverified'],
  ['nobody can say that it is verified but a scan', 'fixed-unverified', event('claim-fixed', 'admin'), 'wrong-state'],
  ['an owner cannot call it false', 'open', event('mark-false-positive', 'member', { note: 'no' }), 'role-not-allowed'],
  ['a false positive needs a reason', 'open', event('mark-false-positive', 'security', { note: '  ' }), 'note-missing'],
  ['a false positive', 'open', event('mark-false-positive', 'security', { note: 'a website' }), 'false-positive'],
  ['a false positive until no day', 'open', event('mark-false-positive', 'admin', { note: 'x', holdUntil: 'later' }), 'day-invalid'],
  ['nobody grants an exception by hand', 'open', event('grant-exception', 'admin', { exceptionId: 'e1' }), 'role-not-allowed'],
  ['an approved exception holds it', 'open', event('grant-exception', 'system', { exceptionId: 'e1' }), 'exception'],
  ['an exception without its id', 'open', event('grant-exception', 'system'), 'exception-missing'],
  ['an auditor writes nothing', 'new', event('acknowledge', 'auditor'), 'role-not-allowed'],
  ['an exception that ended', 'exception', event('end-exception', 'system'), 'reopened'],
];

for (const [name, state, given, expected] of ways) {
  test(`life cycle: ${name}`, () => {
    const result = transition(tracked({ state }), given);
    assert.equal(result.ok ? result.after.state : result.refusal, expected);
  });
}

test('an event leaves a line of history and the finding with its hold', () => {
  const before = tracked({ state: 'open' });
  const given = event('mark-false-positive', 'security', { note: ' a website ', holdUntil: '2027-03-31' });
  const result = transition(before, given);
  assert.deepEqual(result, {
    ...{ ok: true, key: 'estate/f1', before },
    after: { ...before, state: 'false-positive', stateSince: at, holdUntil: '2027-03-31' },
    entry: {
      ...{ key: 'estate/f1', at, event: 'mark-false-positive', from: 'open', to: 'false-positive' },
      ...{ by: { role: 'security', id: 'hanako' }, reason: null, note: 'a website' },
    },
  });
});

test('a hold that ends on something the last scan saw fixed leads to verified', () => {
  const result = transition(tracked({ state: 'exception', exceptionId: 'e1', verdict: 'pass' }), event('end-exception', 'system'));
  assert.deepEqual(result.ok && [result.after.state, result.after.exceptionId], ['verified', null]);
});

test('a bulk operation does what it can', () => {
  const findings = [tracked({ state: 'new' }), tracked({ state: 'verified', fingerprint: 'f2' })];
  const { done, refused } = transitionAll(findings, event('triage', 'security'));
  assert.deepEqual(
    done.map(({ key, after }) => [key, after.state]),
    [['estate/f1', 'open']],
  );
  assert.deepEqual(refused, [{ key: 'estate/f2', refusal: 'wrong-state' }]);
});

test('a false positive holds through its last day', () => {
  const findings = [tracked({ state: 'false-positive', holdUntil: '2026-11-05' }), tracked({ state: 'exception', holdUntil: null })];
  assert.equal(endedFalsePositives(findings, '2026-11-05').length, 0);
  assert.equal(endedFalsePositives(findings, '2026-11-06').length, 1);
});

test('every state and event has at most one row, and each state one for everything a scan may say', () => {
  const pairs = lifecycleTable.flatMap(({ event: kind, from }) => from.map((state) => `${kind} ${state}`));
  assert.equal(new Set(pairs).size, pairs.length);
  for (const state of findingStates)
    for (const kind of ['seen', 'passed', 'gone', 'absent', 'not-assessed'])
      assert.ok(pairs.includes(`${kind} ${state}`), `${kind} ${state}`);
});

test('what is offered to somebody is what they may do', () => {
  for (const role of ['admin', 'security', 'approver', 'auditor', 'member'] as const)
    for (const state of findingStates)
      for (const { event: kind } of possibleEvents(state, role)) {
        const result = transition(tracked({ state }), event(kind, role, { note: 'as agreed', exceptionId: 'e1' }));
        assert.ok(result.ok, `${role} ${kind} ${state}`);
      }
  assert.deepEqual(
    possibleEvents('requested', 'member').map((each) => each.event),
    ['acknowledge', 'start', 'claim-fixed'],
  );
  assert.deepEqual(possibleEvents('open', 'auditor'), []);
});
