import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cases, permissionsOf, policies } from './cases.test-helper.ts';
import { decideGcp, evaluateCel } from './index.ts';

for (const { name, request, expected } of cases) {
  test(`Google Cloud, ${expected}: ${name} (${request.principal} ${request.permission})`, () => {
    const { decision, conditional } = decideGcp(policies, request, permissionsOf);
    assert.equal(decision === 'allow' && conditional !== null ? 'if' : decision, expected);
  });
}

test('there are at least 100 cases, and no two ask the same', () => {
  assert.ok(cases.length >= 100, String(cases.length));
  assert.equal(new Set(cases.map(({ request }) => JSON.stringify(request))).size, cases.length);
});

test('an answer says which binding and which condition decide', () => {
  const tim = cases.find(({ request }) => request.principal === 'user:tim@example.com' && !request.attributes);
  assert.ok(tim);
  const conditional = { kind: 'condition', language: 'cel', text: 'request.time < timestamp("2026-12-31T00:00:00Z")' };
  assert.deepEqual(decideGcp(policies, tim.request, permissionsOf), {
    decision: 'allow',
    conditional,
    because: [
      {
        ...{ effect: 'allow', layer: 'binding', by: '//cloudresourcemanager.googleapis.com/projects/orders' },
        ...{ role: 'roles/storage.objectViewer', rule: 5, conditional },
      },
    ],
  });
});

const rank = (index: number, change: typeof policies): number => {
  const asked = cases[index];
  assert.ok(asked);
  const { decision, conditional } = decideGcp(change, asked.request, permissionsOf);
  return decision !== 'allow' ? 0 : conditional ? 1 : 2;
};

test('one more denial or boundary never allows more, one binding less neither', () => {
  fc.assert(
    fc.property(fc.nat({ max: cases.length - 1 }), fc.nat({ max: policies.allow.length - 1 }), (index, at) => {
      const before = rank(index, policies);
      const denial = { name: 'more', attachedTo: policies.allow[0]?.resource ?? '', rules: policies.deny.flatMap(({ rules }) => rules) };
      assert.ok(rank(index, { ...policies, deny: [...policies.deny, denial] }) <= before);
      assert.ok(rank(index, { ...policies, allow: policies.allow.filter((_each, other) => other !== at) }) <= before);
    }),
    { numRuns: 300 },
  );
});

test('conditions of strangers end, whatever they are', () => {
  const context = { attribute: () => undefined, tag: () => undefined };
  for (const text of ['('.repeat(50_000), '!'.repeat(5000), 'a.'.repeat(5000), '"', 'x ? y : z', '1 + 1', '[[[]]]', 'resource.', '\u0000'])
    assert.equal(evaluateCel(text, context), 1, text.slice(0, 20));
});
