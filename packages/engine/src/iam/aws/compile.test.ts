/** What documents of any shape become: malformed parts are told and never widen, unknown parts are neither yes nor no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePolicy } from './compile.ts';
import { ALLOW, CONDITIONAL, EXPLICIT_DENY, IMPLICIT_DENY, decide } from './decide.ts';
import { evaluateAccess } from './evaluate-access.ts';
import { compileLayers } from './layers.ts';
import { prepareRequest } from './request.ts';
import type { AccessRequest, EvaluationMode, PolicyDocumentInput } from './types.ts';

const HOLE = '\uFFFC';
const none = { identity: [], resource: null, boundary: null, session: null, scp: null, rcp: null, vpce: null };
const request: AccessRequest = {
  principal: 'arn:aws:iam::123456789012:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::orders-bucket/2026/05.csv',
  resourceAccount: '123456789012',
  context: {},
};
const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

function decided(documents: readonly PolicyDocumentInput[], mode: EvaluationMode = 'strict', asked: Partial<AccessRequest> = {}): number {
  return decide(compileLayers({ ...none, identity: documents }), prepareRequest({ ...request, ...asked }, { catalogue: null, mode }));
}

const malformed: readonly (readonly [string, object, string])[] = [
  ['no action', { Resource: '*' }, 'bad-action'],
  ['an action without a service', { Action: 'GetObject', Resource: '*' }, 'bad-action'],
  ['a service with wildcards', { Action: 's*:GetObject', Resource: '*' }, 'bad-action'],
  ['an action and its opposite', { Action: 's3:*', NotAction: 's3:Put*', Resource: '*' }, 'bad-action'],
  ['an action that is no text', { Action: ['s3:*', { a: 1 }], Resource: '*' }, 'bad-action'],
  ['a resource that is no ARN', { Action: 's3:*', Resource: 'orders-bucket*' }, 'bad-resource'],
  ['an operator that does not exist', { Action: 's3:*', Resource: '*', Condition: { StringSame: { a: 'b' } } }, 'bad-operator'],
  ['a number that is none', { Action: 's3:*', Resource: '*', Condition: { NumericLessThan: { 's3:max-keys': 'ten' } } }, 'bad-condition'],
  [
    'an address that is none',
    { Action: 's3:*', Resource: '*', Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/99' } } },
    'bad-condition',
  ],
  ['conditions that are a list', { Action: 's3:*', Resource: '*', Condition: [] }, 'bad-condition'],
  ['a principal of no kind', { Action: 's3:*', Resource: '*', Principal: { Robot: 'x' } }, 'bad-principal'],
];
for (const [title, parts, code] of malformed) {
  test(`an Allow with ${title} allows nothing, and is told`, () => {
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...parts }] };
    assert.equal(decided([document]), IMPLICIT_DENY);
    assert.deepEqual(
      compilePolicy(document).diagnostics.map((each) => each.code),
      [code],
    );
  });
}

const denials: readonly (readonly [string, object])[] = [
  ['an operator that does not exist', { Action: 's3:*', Resource: '*', Condition: { StringSame: { a: 'b' } } }],
  ['a number that is none', { Action: 's3:*', Resource: '*', Condition: { NumericLessThan: { 's3:max-keys': 'ten' } } }],
  ['a service with wildcards', { Action: 's*:GetObject', Resource: '*' }],
  ['no action', { Resource: '*' }],
  ['a resource that looks like it', { Action: 's3:*', Resource: '*orders-bucket*' }],
];
for (const [title, parts] of denials) {
  test(`a Deny with ${title} still denies`, () => {
    assert.equal(decided([everything, { Version: '2012-10-17', Statement: [{ Effect: 'Deny', ...parts }] }]), EXPLICIT_DENY);
  });
}

test('documents that are none have no statement', () => {
  for (const document of [null, undefined, 'text', 7, [], {}, { Statement: 7 }, { Statement: [null, 'x', { Effect: 'allow' }] }]) {
    assert.equal(decided([document]), IMPLICIT_DENY);
    assert.ok(compilePolicy(document).diagnostics.length > 0);
  }
});

const unknownParts: readonly (readonly [string, object])[] = [
  ['effect', { Effect: HOLE, Action: 's3:*', Resource: '*' }],
  ['action', { Effect: 'Allow', Action: `s3:${HOLE}`, Resource: '*' }],
  ['resource', { Effect: 'Allow', Action: 's3:*', Resource: `${HOLE}/*` }],
  ['bucket', { Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${HOLE}/*` }],
  ['value', { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringNotEquals: { 'aws:username': HOLE } } }],
  ['key', { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringEquals: { [`aws:PrincipalTag/${HOLE}`]: 'x' } } }],
  ['operator', { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { [HOLE]: { 'aws:username': 'alice' } } }],
];
for (const [title, statement] of unknownParts) {
  test(`an unknown ${title} is "if" in discovery, never an allow in strict mode`, () => {
    const document = { Version: '2012-10-17', Statement: [statement] };
    assert.equal(decided([document], 'discovery'), CONDITIONAL);
    assert.notEqual(decided([document]), ALLOW);
  });
  test(`an unknown ${title} in a Deny is "if" in discovery, a denial in strict mode`, () => {
    const document = { Version: '2012-10-17', Statement: [{ ...statement, Effect: title === 'effect' ? HOLE : 'Deny' }] };
    assert.equal(decided([everything, document], 'discovery'), CONDITIONAL);
    assert.equal(decided([everything, document]), EXPLICIT_DENY);
  });
}

test('a resource that is not known yet is compared by what is known of it', () => {
  const only = (resource: string): PolicyDocumentInput => ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:*', Resource: resource },
  });
  const asked = { resource: `arn:aws:s3:::orders-${HOLE}/2026.csv` };
  assert.equal(decided([only('*')], 'discovery', asked), ALLOW);
  assert.equal(decided([only('arn:aws:s3:::orders-*')], 'discovery', asked), ALLOW);
  assert.equal(decided([only('arn:aws:s3:::orders-eu/*')], 'discovery', asked), CONDITIONAL);
  assert.equal(decided([only('arn:aws:s3:::invoices-*')], 'discovery', asked), IMPLICIT_DENY);
  assert.equal(decided([only('arn:aws:s3:::orders-eu/*')], 'strict', asked), IMPLICIT_DENY);
});

test('the characters that stand for wildcards inside are no wildcards in a document', () => {
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::\uFDD0' } };
  assert.equal(decided([document]), IMPLICIT_DENY);
});

test('a condition that contradicts itself is no condition under which anything is allowed', () => {
  const when = (Effect: string): object => ({
    ...{ Effect, Action: '*', Resource: '*' },
    Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
  });
  const policies = { ...none, identity: [{ Version: '2012-10-17', Statement: [when('Allow'), when('Deny')] }] };
  const { decision, conditional } = evaluateAccess({ request, policies, mode: 'discovery' }, null);
  assert.equal(decision, 'implicit-deny');
  assert.deepEqual(conditional, {
    kind: 'test',
    operator: 'StringNotEquals',
    key: 'aws:SourceVpc',
    values: ['vpc-0a1b2c3d'],
    keyClass: 'environment',
  });
});

test('no document makes the evaluator fail, and in strict mode the explanation agrees with the decision', () => {
  const text = fc.oneof(
    fc.constantFrom('*', 's3:*', 'Allow', 'Deny', HOLE, '${aws:username}', 'arn:aws:s3:::*', 'AWS'),
    fc.string({ maxLength: 6 }),
  );
  const anything = fc.object({
    key: fc.constantFrom('Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'Condition', 'StringLike', 'AWS', 'Null'),
    values: [text, fc.boolean(), fc.integer(), fc.constant(null), fc.array(text, { maxLength: 2 })],
    maxDepth: 3,
  });
  const document = fc.record({ Version: fc.constantFrom('2012-10-17', '2008-10-17', 7), Statement: fc.array(anything, { maxLength: 3 }) });
  fc.assert(
    fc.property(document, document, fc.constantFrom<EvaluationMode>('strict', 'discovery'), (identity, resource, mode) => {
      const { decision, because } = evaluateAccess({ request, policies: { ...none, identity: [identity], resource }, mode }, null);
      const effects = new Set(because.map(({ effect }) => effect));
      if (mode === 'discovery') return;
      assert.equal(effects.has('deny'), decision === 'explicit-deny');
      if (decision === 'allow') assert.ok(effects.has('allow') && !effects.has('none'));
      if (decision === 'implicit-deny') assert.ok(effects.has('none'));
    }),
    { numRuns: 500 },
  );
});
