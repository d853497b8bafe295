import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Correlator, Detector, compileRuleSet, fieldReader, neededFields, ruleSql } from '@kumomori/engine';
import type { RuleSet } from '@kumomori/engine';
import { readSigma } from '@kumomori/parsers';

function rules(text: string): RuleSet {
  return compileRuleSet(readSigma('rules.yml', text).documents.map((document) => ({ file: 'rules.yml', document })));
}

const rule = (selection: string): RuleSet =>
  rules(`title: Share\nlogsource: { product: aws, service: cloudtrail }\ndetection:\n  a: ${selection}\n  condition: a\n`);

const shared = (...accounts: readonly string[]): Readonly<Record<string, unknown>> => ({
  eventSource: 'rds.amazonaws.com',
  eventName: 'ModifyDBSnapshotAttribute',
  eventTime: '2026-11-20T09:00:00Z',
  recipientAccountId: '123456789012',
  requestParameters: { valuesToAdd: accounts },
});

function matches(selection: string, record: Readonly<Record<string, unknown>>): boolean {
  const set = rule(selection);
  assert.deepEqual(set.rejected, []);
  return new Detector(set.rules).detect({ source: 'aws.cloudtrail', record }).length > 0;
}

test('derived fields take every modifier that fields take', () => {
  const [mixed, own] = [shared('123456789012', '210987654321'), shared('123456789012')];
  const cases: readonly (readonly [string, boolean, boolean])[] = [
    ['{ kumomori.grantedAccounts|exists: true }', true, false],
    ['{ kumomori.grantedAccounts|exists: false }', false, true],
    ['{ kumomori.grantedAccounts: null }', false, true],
    ['{ kumomori.grantedAccounts: "210987654321" }', true, false],
    ['{ KUMOMORI.grantedaccounts|re: "^2109" }', true, false],
    ['{ kumomori.grantedAccounts|neq: "210987654321" }', false, true],
    ['{ requestParameters.valuesToAdd|fieldref: kumomori.foreignAccounts }', true, false],
    ['{ kumomori.namesEverybody: false }', true, true],
    ['{ kumomori.namesEverybody: true }', false, false],
  ];
  for (const [selection, first, second] of cases)
    assert.deepEqual([matches(selection, mixed), matches(selection, own)], [first, second], selection);
});

test('a derived field that there is none of rejects the rule by name', () => {
  const [rejected] = rule('{ kumomori.foreignAccount: "210987654321" }').rejected;
  assert.match(rejected?.reason ?? '', /^"kumomori\.foreignAccount": there is no such derived field; there are kumomori\.foreignAccounts,/);
  assert.equal(rejected?.line, 4);
});

test('SQL does not say derived fields, but looks rows up by the action', () => {
  const [compiled] = rule('{ eventName: ModifyDBSnapshotAttribute, kumomori.grantedAccounts|exists: true }').rules;
  assert.ok(compiled);
  assert.deepEqual(ruleSql(compiled, 'aws.cloudtrail', { raw: 'raw_data', action: 'action' }), {
    kind: 'unsupported',
    reason: 'DuckDB cannot work out kumomori.grantedAccounts',
    atLeast: "lower(action) IN ('modifydbsnapshotattribute')",
  });
});

test('correlations group by derived fields', () => {
  const set = rules(`title: Share
name: share
logsource: { product: aws, service: cloudtrail }
detection:
  a: { eventName: ModifyDBSnapshotAttribute }
  condition: a
---
title: Several to one account
correlation: { type: event_count, rules: [share], group-by: [kumomori.grantedAccounts], timespan: 1h, condition: { gte: 2 } }
`);
  const correlator = new Correlator<null>(set);
  const read = fieldReader();
  const detector = new Detector(set.rules);
  for (const [sequence, account] of ['210987654321', '210987654322', '210987654321'].entries()) {
    const event = { source: 'aws.cloudtrail', record: shared('123456789012', account) } as const;
    for (const { order } of detector.detect(event))
      correlator.add({ order, time: sequence * 1000, sequence, fields: read(event, neededFields(set).get(order) ?? []), info: null });
  }
  assert.deepEqual(
    correlator.finish().map(({ group }) => group),
    [{ 'kumomori.grantedAccounts': '210987654321' }],
  );
});
