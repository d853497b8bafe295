import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Value } from '@kumomori/model';
import { identityKey } from '../../values/index.ts';
import { evaluateFiles, outcome } from '../cases.test-helper.ts';
import { callFunction } from './index.ts';
import { computed, context, literal, show, template, unset } from './testing.ts';
import type { Literal } from './testing.ts';

const decode = (text: Literal): Value => callFunction('yamldecode', [literal(text)], context);

/** Text → value. What Terraform answers was asked of its decoder, go-cty-yaml 1.2.0. */
const documents: readonly (readonly [string, string])[] = [
  ['a: 1\nb:\n- x\n- c: true\n  d: ~\n', '{a = 1, b = ["x", {c = true, d = null}]}'],
  ['{a: 1, b: [x, z,], c}', '{a = 1, b = ["x", "z"], c = null}'],
  ['a: [\n  1\n]', '{a = [1]}'],
  ['a: [\n1\n]', '?unsupported'],
  ['- - 1\n  - 2\n- a: 1', '[[1, 2], {a = 1}]'],
  ['hello', '"hello"'],
  ['---\n', 'null'],
  ['null', 'null'],
  ['a:\nb: Null\nc: nUll', '{a = null, b = null, c = "nUll"}'],
  // words
  ['[yes, No, ON, off, y, N, true, FALSE, yEs]', '[true, false, true, false, true, false, true, false, "yEs"]'],
  [`["yes", 'no', "12", "~", "2006-01-02"]`, '["yes", "no", "12", "~", "2006-01-02"]'],
  // numbers
  ['[12, -3, +4, 012, 0x1F, 0o17, 1.50, .5, 1., 2e3]', '[12, -3, 4, 12, 31, 15, 1.5, 0.5, 1, 2000]'],
  ['[1_000, "1", 0b11, -0x1f, 1.2.3, 12:30:45, ., +]', '["1_000", "1", "0b11", "-0x1f", "1.2.3", "12:30:45", ".", "+"]'],
  ['.inf', '?unsupported'],
  ['1e400', '?unsupported'],
  ['.nan', '?failed-function'],
  // dates
  ['2006-1-2', '"2006-01-02T00:00:00Z"'],
  ['2006-01-02 10:11:12.5', '"2006-01-02T10:11:12Z"'],
  ['2024-05-01T10:00:00.5+09:00', '"2024-05-01T10:00:00+09:00"'],
  ['2024-05-01t1:2:3+00:00', '"2024-05-01T01:02:03Z"'],
  [
    '[2024-02-29, 2023-02-29, 2006-13-02, 2024-05-01T10:00:00]',
    '["2024-02-29T00:00:00Z", "2023-02-29", "2006-13-02", "2024-05-01T10:00:00"]',
  ],
  // text in several lines
  ['a: |\n  x\n  y\nb: >-\n  x\n  y\n', '{a = "x\\ny\\n", b = "x y"}'],
  ['a: |\n  true', '{a = "true"}'],
  ['a: "x\n\n  y"', '{a = "x\\ny"}'],
  // keys
  ['{on: 1, 1.50: 2, 0x10: 3}', '{true = 1, 1.5 = 2, 16 = 3}'],
  ['"on": 1', '{on = 1}'],
  ['a: 1\na: 2', '{a = 2}'],
  ['~: 1', '?failed-function'],
  ['? [a]\n: 1', '?failed-function'],
  ['__proto__: {a: 1}', '{__proto__ = {a = 1}}'],
  // aliases and merging
  ['a: &x [1]\nb: *x', '{a = [1], b = [1]}'],
  ['a: &x 1\nb: *x\nc: &x 2\nd: *x', '{a = 1, b = 1, c = 2, d = 2}'],
  ['a: &x {k: 1, l: 1}\nb: {<<: *x, k: 2}\nc: {k: 2, <<: *x}', '{a = {k = 1, l = 1}, b = {k = 2, l = 1}, c = {k = 1, l = 1}}'],
  ['<<: [{a: 1}, {a: 2, b: 3}]', '{a = 2, b = 3}'],
  ['<<: {a: 1}\n<<: {b: 2}', '{a = 1, b = 2}'],
  ['a: <<', '{a = "<<"}'],
  ['<<: 1', '?failed-function'],
  ['<<: [1]', '?failed-function'],
  ['a: *x', '?failed-function'],
  ['a: &x [*x]', '?failed-function'],
  ['k: &a b\n*a : 1', '?failed-function'],
  // tags
  ['[!!str 12, !!int "0x1f", !!int 0b11, !!float 2, !!bool yes, !!null x]', '["12", "0x1f", 3, 2, true, null]'],
  ['!!binary aGVsbG8=', '"aGVsbG8="'],
  ['!!timestamp 2006-1-2', '"2006-01-02T00:00:00Z"'],
  ['!!binary "a"', '?failed-function'],
  ['!!int abc', '?failed-function'],
  ['a: !Ref b', '?failed-function'],
  ['!!set {a, b}', '?failed-function'],
  ['!!str {a: 1}', '?failed-function'],
  // documents
  ['', '?failed-function'],
  ['# nothing\n', '?failed-function'],
  ['a: 1\n---\nb: 2', '?failed-function'],
  ['%YAML 1.1\n---\na: 1\n...\n', '{a = 1}'],
  ['%YAML 1.2\n---\na: 1', '?failed-function'],
  ['a: 1\r\nb: 2\r\n', '{a = 1, b = 2}'],
  ['\uFEFFa: 1', '{a = 1}'],
  ['a: b: c', '?failed-function'],
  ['a: [1', '?failed-function'],
  ['\ta: b', '?failed-function'],
  ['a: \u0007', '?failed-function'],
];
for (const [text, expected] of documents) {
  test(`${JSON.stringify(text)} is ${expected}`, () => {
    const result = decode(text);
    assert.equal(show(result), expected, result.kind === 'unknown' ? result.reason.detail : '');
  });
}

const withHoles: readonly (readonly [string, Literal, string])[] = [
  ['a plain scalar that is a hole may be anything', template('a: ', computed, '\nb: 1'), '{a = ?computed, b = 1}'],
  [
    'one that may become a word or number too',
    template('- tr', computed, '\n- 1', computed, '\n- -', computed),
    '[?computed, ?computed, ?computed]',
  ],
  ['a beginning that makes it a string keeps it one', template('a: arn:aws:s3:::', computed, '/*'), '{a = "arn:aws:s3:::${?}/*"}'],
  ['quotes make it a string', template('a: "', computed, '"\nb: \'x-', computed, "'"), '{a = ?computed, b = "x-${?}"}'],
  ['so does a block', template('a: |\n  echo ', computed, '\n  exit\n'), '{a = "echo ${?}\\nexit\\n"}'],
  ['the element of a list in brackets may be several', template('[a, ', computed, ']'), '["a", …]'],
  ['the element of a list in lines is one', template('- a\n- ', computed), '["a", ?computed]'],
  ['a key that is not known may be any key', template(computed, ': 1\nb: 2'), '{b = 2, …}'],
  ['what is merged may override what stands before', template('a: 1\n<<: ', computed, '\nb: 2'), '{b = 2, …}'],
  ['a line that is a hole may be anything', template('a: 1\n', computed, '\nb: 2'), '?computed'],
  ['no YAML with a hole may become YAML', template('a: b: ', unset), '?unset-variable'],
  ['a hole may be an alias or a tag', template('a: *', computed), '?computed'],
  ['the marks of holes in the text are not taken for holes', template('a: \uE0000\uE001 ', computed), '?computed'],
];
for (const [name, text, expected] of withHoles) {
  test(`in a YAML text with unknown parts, ${name}`, () => assert.equal(show(decode(text)), expected));
}

test('parts of a decoded file have their place in the file and their way through the call', () => {
  const files = {
    'main.tf': `locals {
  settings = yamldecode(file("\${path.module}/settings.yaml"))
  text     = file("settings.yaml")
}
resource "aws_s3_bucket" "orders" {
  bucket = local.settings.bucket.name
  acl    = yamldecode(local.text).acls[1]
  tags   = yamldecode("team: orders")
}`,
    'settings.yaml': '# orders\nbucket: &bucket\n  name: orders-bucket\nacls:\n  - private\n  - public-read\n',
  };
  const { actual, expected } = outcome({
    name: '',
    files,
    expect: {
      'aws_s3_bucket.orders > bucket': '"orders-bucket"',
      'via aws_s3_bucket.orders > bucket': 'local.settings main.tf:6 ← file("settings.yaml") main.tf:2 ← settings.yaml:3',
      'aws_s3_bucket.orders > acl': '"public-read"',
      'via aws_s3_bucket.orders > acl': 'local.text main.tf:7 ← file("settings.yaml") main.tf:3 ← settings.yaml:6',
      'via aws_s3_bucket.orders > tags': 'main.tf:8',
    },
  });
  assert.deepEqual(actual, expected);
});

test('a text made from a file has the place of the call', () => {
  const evaluation = evaluateFiles({
    'main.tf': 'output "acl" {\n  value = yamldecode(upper(file("acl.yaml")))\n}',
    'acl.yaml': '\n\nprivate',
  });
  const value = evaluation.roots[0]?.outputs.get('acl');
  assert.deepEqual([value && show(value), value?.range?.source.path], ['"PRIVATE"', 'main.tf']);
});

test('what is decoded from a secret is sensitive', () => {
  const secret = callFunction('sensitive', [literal('password: hunter2')], context);
  assert.equal(callFunction('yamldecode', [secret], context).sensitive, true);
});

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(', ')}]`),
];
const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['brackets without end', '['.repeat(200_000), /limit/],
  ['mappings in brackets', '{a: '.repeat(900) + '}'.repeat(900), /limit/],
  ['lists in one line', `${'- '.repeat(100_000)}a`, /limit/],
  ['lists by indentation', Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}-`).join('\n'), /limit/],
  ['aliases that multiply', bomb.join('\n'), /limit/],
  ['a text repeated by aliases', `- &a ${'x'.repeat(100_000)}\n${'- *a\n'.repeat(100)}`, /limit/],
  [
    'mappings merged over and over',
    `b: &b {${Array.from({ length: 2_000 }, (_, at) => `k${at}: v`).join(', ')}}\nc:\n${' - <<: *b\n'.repeat(3_000)}`,
    /limit/,
  ],
  ['more than a MiB', `a: ${'x'.repeat(1_048_576)}`, /limit/],
];
for (const [name, text, expected] of hostile) {
  test(`${name} end with a limit`, () => assert.match(show(decode(text)).slice(0, 100), expected));
}

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.toWellFormed()),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', ':', '-', '#', '"', "'", '{', '\t'), maxLength: 6 }),
  fc.constantFrom('yes', 'null', '~', '12', '2006-01-02', '<<', '*a', '', '|', '---', '%YAML 1.2'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const known: fc.Arbitrary<Literal> = fc.letrec<{ value: Literal }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__' && key !== 'refs' && key !== '<<'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test('a value survives yamlencode and yamldecode by its text alone', () => {
  fc.assert(
    fc.property(known, (value) => {
      const text = callFunction('yamlencode', [literal(value)], context);
      if (text.kind !== 'string') assert.fail(show(text));
      assert.equal(identityKey(decode(text.value)), identityKey(literal(value)), text.value);
    }),
    { numRuns: 500 },
  );
});

test('no text makes yamldecode throw', () => {
  const pieces = [
    'a',
    ': ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&x ',
    '*x',
    '!!int ',
    '<<',
    '|',
    '>',
    '? ',
    '#',
    '%',
    '---\n',
    '\t',
    '1',
    '\0',
    '\uD800',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(typeof decode(before).kind, 'string');
      assert.equal(typeof decode(template(before, computed, after)).kind, 'string');
    }),
    { numRuns: 2000 },
  );
});
