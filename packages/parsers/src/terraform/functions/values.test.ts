import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listValue, mapValue, stringValue, unknownValue, withStep } from '@kumomori/model';
import type { Range, Value } from '@kumomori/model';
import { compareStrings, formatNumber, valuesEqual, parseJsonWithHoles } from '../../values/index.ts';
import { callFunction } from './index.ts';
import { computed, context, literal, openList, show, template } from './testing.ts';

const source = { path: 'prod.tfvars', text: 'acl = "private"\nencrypt = true\n' };
const callRange: Range = { source: { path: 'main.tf', text: 'lookup(var.settings, "acl")' }, start: 0, end: 27 };
const inCall = { ...context, range: callRange };

/** A value written in prod.tfvars that came through a variable. */
const acl: Value = withStep(stringValue('private', { source, start: 6, end: 15 }), { kind: 'variable', name: 'var.acl', range: null });
const settings = mapValue(new Map<string, Value>([['acl', acl]]));

const picking: readonly (readonly [string, readonly Value[]])[] = [
  ['lookup', [settings, stringValue('acl')]],
  ['element', [listValue([acl]), literal(0)]],
  ['one', [listValue([acl])]],
  ['coalesce', [literal(null), acl]],
  ['try', [unknownValue('failed-function', 'x'), acl]],
  ['tostring', [acl]],
  ['nonsensitive', [acl]],
];
for (const [name, args] of picking) {
  test(`${name} keeps the place and the way of the element it picks`, () => {
    const result = callFunction(name, args, inCall);
    assert.deepEqual([result.range, result.via], [acl.range, acl.via]);
  });
}

test('elements inside merged, concatenated and decoded values keep their places', () => {
  const merged = callFunction('merge', [literal({ acl: 'public-read' }), settings], inCall);
  assert.deepEqual(merged.kind === 'map' ? merged.entries.get('acl') : null, acl);
  const joined = callFunction('concat', [listValue([acl]), literal([])], inCall);
  assert.deepEqual(joined.kind === 'list' ? joined.items : null, [acl]);
  const decoded = callFunction('jsondecode', [callFunction('jsonencode', [settings], inCall)], inCall);
  assert.deepEqual(decoded.kind === 'map' ? decoded.entries.get('acl') : null, acl);
});

test('a computed result has the place of the call', () => {
  assert.equal(callFunction('upper', [acl], inCall).range, callRange);
  assert.equal(callFunction('length', [settings], inCall).range, callRange);
});

test('a text that a function leaves unchanged keeps its structure', () => {
  const policy = callFunction('jsonencode', [settings], inCall);
  for (const [name, ...args] of [
    ['trimspace', policy],
    ['chomp', policy],
    ['replace', policy, stringValue('public'), stringValue('x')],
    ['tostring', policy],
  ] as const) {
    const result = callFunction(name, args, inCall);
    assert.equal(result.kind === 'string' ? result.structure : null, settings, name);
  }
  const changed = callFunction('upper', [policy], inCall);
  assert.equal(changed.kind === 'string' ? changed.structure : policy, null);
});

test('an unknown keeps its reason and its place, and gathers the references of all arguments', () => {
  const hole: Value = { ...unknownValue('unset-variable', 'variable "name" has no value', acl.range), refs: [] };
  const bucket: Value = { ...stringValue('orders'), refs: [{ address: 'aws_s3_bucket.orders', attribute: 'bucket' }] };
  const result = callFunction('base64encode', [template('x', { ...computed, range: acl.range })], inCall);
  assert.deepEqual([result.range, result.refs], [acl.range, computed.refs]);
  const replaced = callFunction('regex', [hole, bucket], inCall);
  assert.deepEqual(replaced, { ...hole, refs: bucket.refs });
});

test('references of nested parts survive in texts made from them', () => {
  const refs = (value: Value): readonly string[] => value.refs.map((ref) => ref.address);
  assert.deepEqual(refs(callFunction('jsonencode', [literal({ a: [template('x', computed)] })], inCall)), ['aws_s3_bucket.orders']);
  assert.deepEqual(refs(callFunction('join', [literal(','), literal(['a', computed])], inCall)), ['aws_s3_bucket.orders']);
  assert.deepEqual(refs(callFunction('merge', [computed, settings], inCall)), ['aws_s3_bucket.orders']);
  assert.deepEqual(refs(callFunction('cidrsubnet', [computed, literal(8), literal(1)], inCall)), ['aws_s3_bucket.orders']);
});

test('what is made from a secret is sensitive until nonsensitive says otherwise', () => {
  const secret = callFunction('sensitive', [literal('hunter2')], inCall);
  for (const made of [
    callFunction('upper', [secret], inCall),
    callFunction('join', [literal(','), listValue([secret])], inCall),
    callFunction('jsonencode', [literal({ password: secret })], inCall),
    callFunction('format', [literal('%s'), secret], inCall),
    callFunction('base64decode', [secret], inCall),
  ]) {
    assert.equal(made.sensitive, true, show(made));
    assert.equal(callFunction('nonsensitive', [made], inCall).sensitive, false);
  }
  assert.equal(callFunction('length', [listValue([secret])], inCall).sensitive, false);
  assert.equal(show(callFunction('issensitive', [secret], inCall)), 'true');
});

test('the reason of a failure does not show a secret', () => {
  const secret = callFunction('sensitive', [literal('hunter2')], inCall);
  for (const made of [callFunction('tonumber', [secret], inCall), callFunction('parseint', [secret, literal(10)], inCall)]) {
    assert.equal(made.kind === 'unknown' && !made.reason.detail.includes('hunter2'), true, JSON.stringify(made));
  }
});

test('a failure names the function and the reason', () => {
  const result = callFunction('element', [literal([]), literal(0)], inCall);
  assert.deepEqual(result, unknownValue('failed-function', 'element() failed: the list is empty', callRange));
  const arity = callFunction('lookup', [literal({})], inCall);
  assert.equal(arity.kind === 'unknown' && arity.reason.detail, 'lookup() failed: it takes 2 to 3 arguments, not 1');
});

/** A list of two lists of two lists …: 2^40 elements in 40 objects. */
function doubling(leaf: Value): Value {
  let value = leaf;
  for (let depth = 0; depth < 40; depth++) value = listValue([value, value]);
  return value;
}

test('values that share their parts do not make any function explode', () => {
  const bomb = doubling(literal('x'));
  assert.equal(show(callFunction('flatten', [bomb], inCall)), '?limit');
  assert.equal(show(callFunction('jsonencode', [bomb], inCall)), '?limit');
  assert.equal(show(callFunction('yamlencode', [bomb], inCall)), '?limit');
  assert.equal(show(callFunction('contains', [listValue([bomb]), doubling(literal('x'))], inCall)), '?limit');
  for (const name of ['distinct', 'toset', 'length', 'setunion', 'sum', 'alltrue', 'sort', 'compact', 'format', 'reverse']) {
    assert.ok(callFunction(name, [bomb, ...(name === 'format' ? [bomb] : [])], inCall).kind, name);
  }
});

test('results that would be huge are refused before they are made', () => {
  const megabyte = stringValue('a'.repeat(1_000_000));
  const many = literal(Array.from({ length: 1000 }, (_, at) => at));
  const refused: readonly (readonly [string, ...Value[]])[] = [
    ['replace', megabyte, stringValue('a'), megabyte],
    ['replace', megabyte, stringValue('/a/'), megabyte],
    ['replace', megabyte, stringValue('/.+/'), stringValue('$0$0$0$0$0')],
    ['join', megabyte, many],
    ['format', stringValue('%[1]s'.repeat(100)), megabyte],
    ['formatlist', stringValue('%s%s'), megabyte, many],
    ['setproduct', many, many, many],
    ['indent', literal(100_000), stringValue('\n'.repeat(1000))],
    ['regexall', stringValue('a.*?b|a'), stringValue('a'.repeat(100_000))],
  ];
  for (const [name, ...args] of refused) assert.equal(show(callFunction(name, args, inCall)), '?limit', name);
});

test('a hole in JSON text has the place the caller gives to the whole', () => {
  const value = parseJsonWithHoles(['{"Resource": ["arn:', computed, '"]}'], callRange);
  const list = value?.kind === 'map' ? value.entries.get('Resource') : null;
  assert.deepEqual(list?.kind === 'list' ? list.items.map((item) => item.range) : null, [callRange]);
  assert.equal(parseJsonWithHoles(['# not JSON ', computed]), null);
  assert.equal(parseJsonWithHoles([]), null);
});

const comparisons: readonly (readonly [Value, Value, boolean | null])[] = [
  [literal('1'), literal(1), false],
  [literal(null), literal(null), true],
  [literal(null), literal(''), false],
  [literal(null), template('a', computed), false],
  [computed, computed, null],
  [template('arn:aws:', computed), literal('arn:aws:s3'), null],
  [template('arn:aws:', computed), literal('arn:aws-cn:s3'), false],
  [template('arn:aws:', computed), literal('arn'), false],
  [template(computed, '/*'), template(computed, '/a'), false],
  [literal(['a', computed]), literal(['b', 'c']), false],
  [literal(['a', computed]), literal(['a', 'c']), null],
  [literal(['a']), literal(['a', computed]), false],
  [openList('a', 'b'), literal(['a']), false],
  [openList('a'), literal(['a']), null],
  [literal({ a: 1, b: [true] }), literal({ b: [true], a: 1 }), true],
  [literal({ a: 1 }), literal({ a: 1, b: null }), false],
  [literal([]), literal({}), false],
];
for (const [a, b, expected] of comparisons) {
  test(`${show(a)} == ${show(b)} is ${expected === null ? 'not known' : expected}`, () => {
    assert.equal(valuesEqual(a, b), expected);
    assert.equal(valuesEqual(b, a), expected);
  });
}

test('numbers are written without exponents and strings ordered by code point', () => {
  assert.deepEqual([1e21, 1.5e-7, -2.5e22, -0, 0.1].map(formatNumber), [
    '1000000000000000000000',
    '0.00000015',
    '-25000000000000000000000',
    '0',
    '0.1',
  ]);
  assert.deepEqual(['b', 'a\u{10000}', 'a\uffff', 'B', 'a'].toSorted(compareStrings), ['B', 'a', 'a\uffff', 'a\u{10000}', 'b']);
});
