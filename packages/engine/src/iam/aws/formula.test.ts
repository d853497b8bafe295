/** Conditions as expressions: simplified without a change of meaning, one line for people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Formula } from './formula.ts';
import { andOf, notOf, orOf, printCondition } from './formula.ts';
import type { AccessCondition } from './types.ts';

const leaf = (key: string, operator = 'StringEquals'): AccessCondition => ({
  kind: 'test',
  operator,
  key,
  values: ['x'],
  keyClass: 'environment',
});
const [org, vpc, mfa] = [leaf('aws:PrincipalOrgID'), leaf('aws:SourceVpc'), leaf('aws:MultiFactorAuthPresent', 'Bool')];

const simplified: readonly (readonly [string, Formula, string])[] = [
  ['what is always true is left out of an "and"', andOf(true, org), 'aws:PrincipalOrgID StringEquals "x"'],
  ['what is said twice is said once', orOf(org, leaf('AWS:principalorgid')), 'aws:PrincipalOrgID StringEquals "x"'],
  ['what adds nothing is left out', orOf(org, andOf(org, vpc)), 'aws:PrincipalOrgID StringEquals "x"'],
  ['the same for "and"', andOf(vpc, orOf(vpc, org)), 'aws:SourceVpc StringEquals "x"'],
  ['something and its opposite never hold together', andOf(org, notOf(org)), 'false'],
  ['something or its opposite always holds', orOf(mfa, notOf(mfa), vpc), 'true'],
  ['the opposite is said with the other operator', notOf(leaf('aws:SourceVpc', 'StringNotEquals')), 'aws:SourceVpc StringEquals "x"'],
  ['a Bool has no opposite: the key may be missing', notOf(mfa), 'not (aws:MultiFactorAuthPresent Bool "x")'],
  ['"not" goes inside', notOf(andOf(org, mfa)), 'aws:PrincipalOrgID StringNotEquals "x" or not (aws:MultiFactorAuthPresent Bool "x")'],
  [
    'different parts stand in brackets',
    andOf(org, orOf(vpc, mfa)),
    'aws:PrincipalOrgID StringEquals "x" and (aws:SourceVpc StringEquals "x" or aws:MultiFactorAuthPresent Bool "x")',
  ],
];
for (const [title, formula, expected] of simplified) {
  test(title, () => assert.equal(typeof formula === 'boolean' ? String(formula) : printCondition(formula), expected));
}

test('Null is turned round', () => {
  const absent: AccessCondition = { kind: 'test', operator: 'Null', key: 'aws:TokenIssueTime', values: ['true'], keyClass: 'attainable' };
  assert.deepEqual(notOf(absent), { ...absent, values: ['false'] });
});

test('long lists of values are cut in the line, unknown parts are an ellipsis', () => {
  const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  assert.equal(
    printCondition({ kind: 'test', operator: 'StringLike', key: 'aws:userid', values, keyClass: 'environment' }),
    'aws:userid StringLike ["a", "b", "c", "d", "e", "f", … 2 more]',
  );
  assert.equal(
    printCondition({ kind: 'unknown-value', element: 'resource', text: 'arn:aws:s3:::\uFFFC/*' }),
    'resource is "arn:aws:s3:::…/*"',
  );
});

const names = ['a', 'b', 'c', 'd'] as const;
type Shape = (typeof names)[number] | { readonly and: Shape[] } | { readonly or: Shape[] } | { readonly not: Shape };
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...names),
    fc.record({ and: fc.array(tie('shape'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('shape'), { maxLength: 3 }) }),
    fc.record({ not: tie('shape') }),
  ),
}));

function build(of: Shape): Formula {
  if (typeof of === 'string') return leaf(of);
  if ('and' in of) return andOf(...of.and.map(build));
  return 'or' in of ? orOf(...of.or.map(build)) : notOf(build(of.not));
}

function holds(of: Shape, set: ReadonlySet<string>): boolean {
  if (typeof of === 'string') return set.has(of);
  if ('and' in of) return of.and.every((each) => holds(each, set));
  return 'or' in of ? of.or.some((each) => holds(each, set)) : !holds(of.not, set);
}

function holdsBuilt(formula: Formula, set: ReadonlySet<string>): boolean {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'and') return formula.of.every((each) => holdsBuilt(each, set));
  if (formula.kind === 'or') return formula.of.some((each) => holdsBuilt(each, set));
  if (formula.kind === 'not') return !holdsBuilt(formula.of, set);
  return formula.kind === 'test' && set.has(formula.key) !== formula.operator.includes('Not');
}

test('simplifying never changes what an expression means', () => {
  fc.assert(
    fc.property(shape, fc.subarray([...names]), (of, set) => {
      assert.equal(holdsBuilt(build(of), new Set(set)), holds(of, new Set(set)));
    }),
    { numRuns: 2000 },
  );
});
