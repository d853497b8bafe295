import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExceptionDraft, ExceptionOutcome } from './index.ts';
import { decideException, defaultExceptionPolicy, exceptionStatus, requestException, shouldWarn, withdrawException } from './index.ts';
import { APPROVER, approved, draft, MEMBER } from './exceptions.test-helper.ts';

const policy = defaultExceptionPolicy;
const at = '2026-11-02T00:00:00Z';
const ask = (given: Partial<ExceptionDraft>, by: Parameters<typeof requestException>[1]['by'] = MEMBER): ExceptionOutcome =>
  requestException(draft(given), { id: 'e1', by, at }, policy);
const saidOf = (outcome: ExceptionOutcome): string => (outcome.ok ? 'ok' : outcome.refusal);

test('an exception is asked for with a selector, a reason, an owner and an end', () => {
  assert.equal(saidOf(ask({})), 'ok');
  assert.equal(saidOf(ask({ selector: {} })), 'selector-empty');
  assert.equal(saidOf(ask({ selector: { checks: [], tags: {} } })), 'selector-empty');
  assert.equal(saidOf(ask({ selector: { checks: ['*'] } })), 'selector-too-wide');
  assert.equal(saidOf(ask({ selector: { checks: ['*'], resources: ['a', '**'] } })), 'selector-too-wide');
  assert.equal(saidOf(ask({ selector: { resources: Array.from({ length: 1001 }, () => 'a') } })), 'selector-too-large');
  assert.equal(saidOf(ask({ reason: ' ' })), 'reason-missing');
  assert.equal(saidOf(ask({ owner: '' })), 'owner-missing');
  assert.equal(saidOf(ask({ expires: '2026-02-30' })), 'expiry-invalid');
  assert.equal(saidOf(ask({ expires: '2026-11-01' })), 'expiry-past');
  assert.equal(saidOf(ask({ category: 'compensating-control' })), 'compensating-control-missing');
  assert.equal(saidOf(ask({}, { role: 'auditor', id: 'jiro' })), 'role-not-allowed');
});

test('the graver, the shorter: the latest day is told', () => {
  const grave = { severity: 'critical', compensatingControl: 'behind a firewall' } as const;
  assert.deepEqual(ask({ ...grave, expires: '2026-12-03' }), { ok: false, refusal: 'expiry-too-late', latest: '2026-12-02' });
  assert.equal(saidOf(ask({ ...grave, expires: '2026-12-02' })), 'ok');
});

test('an exception is approved by a role of its severity, never by who asked, and turned down with a word', () => {
  const waiting = approved({ approvals: [] });
  const decide = (more: Partial<Parameters<typeof decideException>[1]>): ExceptionOutcome =>
    decideException(waiting, { kind: 'approve', by: APPROVER, at, ...more }, policy);
  assert.equal(saidOf(decide({ by: { role: 'approver', id: 'taro' } })), 'own-request');
  assert.equal(saidOf(decide({ by: { role: 'member', id: 'jiro' } })), 'role-not-allowed');
  assert.equal(saidOf(decide({ by: { role: 'security', id: 'jiro' } })), 'ok');
  assert.equal(saidOf(decide({ kind: 'reject' })), 'note-missing');
  const rejected = decide({ kind: 'reject', note: 'fix it' });
  assert.equal(rejected.ok && exceptionStatus(rejected.exception, at, policy), 'rejected');
  assert.equal(
    saidOf(
      decideException(approved({ severity: 'high', approvals: [] }), { kind: 'approve', by: { role: 'security', id: 'j' }, at }, policy),
    ),
    'role-not-allowed',
  );
});

test('two approvals are two people', () => {
  const strict = { ...policy, approvals: { ...policy.approvals, critical: 2 } };
  const grave = draft({ severity: 'critical', compensatingControl: 'behind a firewall', expires: '2026-11-30' });
  const asked = requestException(grave, { id: 'e1', by: MEMBER, at }, strict);
  assert.ok(asked.ok);
  const once = decideException(asked.exception, { kind: 'approve', by: APPROVER, at }, strict);
  assert.ok(once.ok);
  assert.equal(exceptionStatus(once.exception, at, strict), 'requested');
  assert.equal(saidOf(decideException(once.exception, { kind: 'approve', by: APPROVER, at }, strict)), 'already-approved');
  const twice = decideException(once.exception, { kind: 'approve', by: { role: 'approver', id: 'jiro' }, at }, strict);
  assert.equal(twice.ok && exceptionStatus(twice.exception, at, strict), 'active');
});

test('the last day counts to its end in Japan, and nothing is decided afterwards', () => {
  const exception = approved({ expires: '2026-12-31' });
  assert.equal(exceptionStatus(exception, '2026-12-31T14:59:59Z', policy), 'active');
  assert.equal(exceptionStatus(exception, '2026-12-31T15:00:00Z', policy), 'expired');
  assert.equal(exceptionStatus(exception, '2026-11-02T23:59:00Z', policy), 'requested');
  const late = approved({ approvals: [], expires: '2026-11-30' });
  assert.equal(saidOf(decideException(late, { kind: 'approve', by: APPROVER, at: '2026-12-01T00:00:00Z' }, policy)), 'wrong-status');
});

test('who asked, who answers for it and the security team can take it back', () => {
  const take = (id: string, role: 'member' | 'security'): string => saidOf(withdrawException(approved(), { by: { id, role }, at }, policy));
  assert.deepEqual([take('taro', 'member'), take('jiro', 'member'), take('jiro', 'security')], ['ok', 'role-not-allowed', 'ok']);
  const fromFile = approved({ source: { kind: 'file', file: 'kumomori.yaml', line: 4 } });
  assert.equal(saidOf(withdrawException(fromFile, { by: APPROVER, at }, policy)), 'wrong-status');
});

test('owners are told some days before the end', () => {
  assert.deepEqual(
    ['2026-12-16', '2026-12-17', '2026-12-28', '2026-12-31'].map((day) => shouldWarn('2026-12-31', day, policy)),
    [false, true, true, false],
  );
});
