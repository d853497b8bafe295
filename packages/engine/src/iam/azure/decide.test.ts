import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cases, policies } from './cases.test-helper.ts';
import type { AzurePolicies } from './index.ts';
import { decideAzure, evaluateAbac } from './index.ts';

for (const { name, request, expected } of cases) {
  test(`Azure, ${expected}: ${name} (${request.principal} ${request.action})`, () => {
    const { decision, conditional } = decideAzure(policies, request);
    assert.equal(decision === 'allow' && conditional !== null ? 'if' : decision, expected);
  });
}

test('there are at least 100 cases, and no two ask the same', () => {
  assert.ok(cases.length >= 100, String(cases.length));
  assert.equal(new Set(cases.map(({ request }) => JSON.stringify(request))).size, cases.length);
});

test('an eligible role is said to need its activation', () => {
  const asked = cases.find(({ request }) => request.principal === 'pim');
  assert.ok(asked);
  assert.deepEqual(decideAzure(policies, asked.request).conditional, { kind: 'condition', language: 'activation', text: 'activate Owner' });
});

const rank = (index: number, changed: AzurePolicies): number => {
  const asked = cases[index];
  assert.ok(asked);
  const { decision, conditional } = decideAzure(changed, asked.request);
  return decision !== 'allow' ? 0 : conditional ? 1 : 2;
};

test('one more denial or lock never allows more, one assignment less neither', () => {
  fc.assert(
    fc.property(fc.nat({ max: cases.length - 1 }), fc.nat({ max: policies.assignments.length - 1 }), (index, at) => {
      const before = rank(index, policies);
      const denial = {
        name: 'more',
        scope: '/',
        principals: ['everyone'],
        permissions: policies.roles.flatMap(({ permissions }) => permissions).slice(2, 5),
      };
      assert.ok(rank(index, { ...policies, denials: [...policies.denials, denial] }) <= before);
      assert.ok(rank(index, { ...policies, locks: [...policies.locks, { scope: '/', level: 'ReadOnly' }] }) <= before);
      assert.ok(rank(index, { ...policies, assignments: policies.assignments.filter((_each, other) => other !== at) }) <= before);
    }),
    { numRuns: 300 },
  );
});

test('conditions of strangers end, whatever they are', () => {
  for (const text of ['('.repeat(50_000), '!'.repeat(5000), "'", '{', "@Resource[a] StringEquals {'x'", '@', 'ActionMatches', '\u0000'])
    assert.equal(evaluateAbac(text, { action: 'x', attribute: () => undefined }), 1, text.slice(0, 20));
});
