/** What holds for every policy of AWS, tried on random ones: small words, so that statements, requests and conditions often meet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AccessInput, Decision } from './aws/index.ts';
import { evaluateAccess } from './aws/index.ts';
import { rcpCatalogue } from './reference/catalogue.test-helper.ts';

type Json = Readonly<Record<string, unknown>>;

const USER = 'arn:aws:iam::123456789012:user/hana';
const PRINCIPALS = [
  USER,
  'arn:aws:sts::123456789012:assumed-role/app/batch-1',
  'arn:aws:iam::999988887777:role/importer',
  'cloudtrail.amazonaws.com',
  { type: 'Anonymous' },
] as const;
const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'sts:AssumeRole'];
const RESOURCES = ['arn:aws:s3:::orders-bucket/a', 'arn:aws:s3:::orders-bucket', 'arn:aws:iam::123456789012:role/app'];

const oneOrMore = (items: readonly string[]) =>
  fc.oneof(fc.constantFrom(...items), fc.uniqueArray(fc.constantFrom(...items), { minLength: 1 }));
const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'sales' } } },
      { Condition: { StringNotLike: { 'aws:PrincipalTag/team': 's*' } } },
      { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
      { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner', 'cost'] } } },
      { Condition: { Null: { 'aws:SourceVpce': 'true' }, IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } },
    ),
  },
);
const scope = fc
  .tuple(
    fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    oneOrMore(['*', 's3:*', 's3:Get*', 's3:ListBucket', 'sts:*']),
    fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    oneOrMore(['*', 'arn:aws:s3:::orders-bucket/*', 'arn:aws:s3:::orders-bucket', 'arn:aws:iam::*:role/*']),
    condition,
  )
  .map(([action, actions, resource, resources, when]): Json => ({ [action]: actions, [resource]: resources, ...when }));
const statement = fc.tuple(fc.constantFrom('Allow', 'Allow', 'Deny'), scope).map(([effect, rest]): Json => ({ Effect: effect, ...rest }));
const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '123456789012' },
  { AWS: [USER, '999988887777'] },
  { Service: 'cloudtrail.amazonaws.com' },
);
const document = (withPrincipal: boolean) =>
  fc.array(fc.tuple(statement, principal), { minLength: 1, maxLength: 3 }).map((statements): Json => ({
    Version: '2012-10-17',
    Statement: statements.map(([body, who]) => (withPrincipal ? { ...body, Principal: who } : body)),
  }));
const FULL: Json = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

const context = fc.record(
  {
    'aws:PrincipalTag/team': fc.constantFrom('sales', 'audit', null),
    'aws:MultiFactorAuthPresent': fc.boolean(),
    'aws:TagKeys': fc.subarray(['owner', 'cost', 'team']),
    'aws:SourceVpce': fc.constantFrom('vpce-1', null),
    'aws:SourceIp': fc.constantFrom('192.0.2.7', '203.0.113.9'),
  },
  { requiredKeys: [] },
);
const documents = (withPrincipal: boolean) => fc.array(document(withPrincipal), { maxLength: 3 });
const input = fc.record({
  request: fc.record({
    principal: fc.constantFrom(...PRINCIPALS),
    action: fc.constantFrom(...ACTIONS),
    resource: fc.constantFrom(...RESOURCES),
    resourceAccount: fc.constant('123456789012'),
    context,
  }),
  policies: fc.record({
    identity: documents(false),
    resource: fc.option(documents(true)),
    boundary: fc.option(documents(false), { freq: 4 }),
    session: fc.constant(null),
    scp: fc.array(fc.record({ level: fc.constant('r-ab12'), policies: documents(false).map((more) => [FULL, ...more]) }), { maxLength: 2 }),
    rcp: fc.constant([]),
    vpce: fc.constant(null),
  }),
  mode: fc.constantFrom<'strict' | 'discovery'>('strict', 'discovery'),
});

const RUNS = { numRuns: 60 };

function decide(row: AccessInput): Decision {
  return evaluateAccess(row, rcpCatalogue);
}

function answerOf({ decision, conditional }: Decision): string {
  return `${decision}${conditional === null ? '' : ' if'}`;
}

function withPolicies(row: AccessInput, policies: Partial<AccessInput['policies']>): AccessInput {
  return { ...row, policies: { ...row.policies, ...policies } };
}

const BEST = ['allow', 'allow if', 'implicit-deny', 'implicit-deny if', 'explicit-deny'];

function isWider(answer: string, than: string): boolean {
  return answer.startsWith('allow') && BEST.indexOf(answer) < BEST.indexOf(than);
}

test('a further deny, wherever it stands, never gives access', () => {
  fc.assert(
    fc.property(input, scope, fc.constantFrom('identity', 'resource', 'scp'), (row, rest, layer) => {
      const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', ...rest, ...(layer === 'resource' ? { Principal: '*' } : {}) }] };
      const more = {
        identity: { identity: [...row.policies.identity, deny] },
        resource: { resource: [...(row.policies.resource ?? []), deny] },
        scp: { scp: row.policies.scp.map((level) => ({ ...level, policies: [...level.policies, deny] })) },
      }[layer];
      assert.ok(!isWider(answerOf(decide(withPolicies(row, more))), answerOf(decide(row))));
    }),
    RUNS,
  );
});

test('what an SCP says never gives more than there is without SCPs', () => {
  fc.assert(
    fc.property(input, document(false), (row, policy) => {
      const free = answerOf(decide(withPolicies(row, { scp: [] })));
      const levels = row.policies.scp.map((level) => ({ ...level, policies: [...level.policies, policy] }));
      assert.ok(!isWider(answerOf(decide(withPolicies(row, { scp: levels }))), free));
      assert.ok(!isWider(answerOf(decide(withPolicies(row, { scp: [...levels, { level: 'ou', policies: [policy] }] }))), free));
    }),
    RUNS,
  );
});

test('the order of policies and statements does not matter, nor does saying a thing twice', () => {
  const turned = (policies: readonly Json[]): readonly Json[] =>
    policies
      .toReversed()
      .map((policy) => ({ ...policy, Statement: Array.isArray(policy.Statement) ? policy.Statement.toReversed() : policy.Statement }));
  fc.assert(
    fc.property(input, (row) => {
      const { identity, resource, boundary, scp } = row.policies;
      const expected = answerOf(decide(row));
      const reversed = {
        identity: turned(identity),
        resource: resource === null ? null : turned(resource),
        boundary: boundary === null ? null : turned(boundary),
        scp: scp.toReversed(),
      };
      assert.equal(answerOf(decide(withPolicies(row, reversed))), expected);
      const twice = {
        identity: [...identity, ...identity],
        resource: resource === null ? null : [...resource, ...resource],
        scp: [...scp, ...scp],
      };
      assert.equal(answerOf(decide(withPolicies(row, twice))), expected);
    }),
    RUNS,
  );
});

test('the explanation has a step with the effect of the decision, and every statement it names exists', () => {
  fc.assert(
    fc.property(input, (row) => {
      const { decision, because } = decide(row);
      const effect = { allow: 'allow', 'explicit-deny': 'deny', 'implicit-deny': null }[decision];
      assert.ok(effect === null ? because.length > 0 : because.some((step) => step.effect === effect), JSON.stringify(because));
      for (const step of because)
        if (step.layer === 'identity' && step.statement !== undefined) assert.ok(statementAt(row, step.policy, step.statement));
    }),
    RUNS,
  );
});

function statementAt(row: AccessInput, policy: number | undefined, statement: number): unknown {
  const found = row.policies.identity[policy ?? 0];
  const list: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'Statement') : undefined;
  return Array.isArray(list) ? list[statement] : undefined;
}

test('what a request is allowed with all it says, discovery holds to be possible', () => {
  fc.assert(
    fc.property(
      input,
      fc.subarray(['aws:PrincipalTag/team', 'aws:MultiFactorAuthPresent', 'aws:TagKeys', 'aws:SourceVpce', 'aws:SourceIp']),
      (row, forgotten) => {
        fc.pre(decide({ ...row, mode: 'strict' }).decision === 'allow');
        const known = Object.fromEntries(Object.entries(row.request.context).filter(([key]) => !forgotten.includes(key)));
        assert.equal(decide({ ...row, request: { ...row.request, context: known }, mode: 'discovery' }).decision, 'allow');
      },
    ),
    RUNS,
  );
});

test('a certain answer of discovery is the answer whatever the unknown keys are', () => {
  fc.assert(
    fc.property(input, context, (row, known) => {
      const guess = decide({ ...row, request: { ...row.request, context: {} }, mode: 'discovery' });
      if (guess.conditional === null)
        assert.equal(decide({ ...row, request: { ...row.request, context: known }, mode: 'strict' }).decision, guess.decision);
    }),
    RUNS,
  );
});

test('whatever stands in place of a policy, there is an answer, and nonsense allows nothing', () => {
  const nonsense = fc.oneof(
    fc.jsonValue(),
    fc.record({ Version: fc.jsonValue(), Statement: fc.jsonValue() }, { requiredKeys: [] }),
    fc.record({
      Statement: fc.array(
        fc.record(
          { Effect: fc.jsonValue(), Action: fc.jsonValue(), Resource: fc.jsonValue(), Condition: fc.jsonValue() },
          { requiredKeys: [] },
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(input, nonsense, fc.constantFrom('identity', 'resource', 'boundary', 'session', 'vpce'), (row, policy, layer) => {
      const { decision } = decide(withPolicies(row, { [layer]: [policy] }));
      assert.ok(['allow', 'implicit-deny', 'explicit-deny'].includes(decision));
      const alone = { identity: [policy], resource: [policy], boundary: null, scp: [] };
      if (layer === 'identity') assert.notEqual(decide(withPolicies(row, alone)).decision, 'allow');
    }),
    RUNS,
  );
});
