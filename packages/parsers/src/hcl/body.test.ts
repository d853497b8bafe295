import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Expression } from './ast.ts';
import { dumpBody } from './dump.test-helper.ts';
import { DEFAULT_MAX_BYTES, MAX_DEPTH, MAX_DIAGNOSTICS, childExpressions, parseHcl } from './index.ts';

function parse(text: string) {
  return parseHcl({ path: 'main.tf', text });
}

/** [title, text, tree, diagnostics as line:column code] */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['empty file', '', '', []],
  ['block with quoted and bare labels', 'resource "aws_s3_bucket" orders {\n}\n', 'resource aws_s3_bucket orders {}', []],
  ['one-line block', 'lifecycle { prevent_destroy = true }', 'lifecycle {prevent_destroy=true}', []],
  ['nested blocks', 'a {\n  b {\n    c {}\n  }\n  d = 1\n}', 'a {d=1; b {c {}}}', []],
  ['attribute at the end without a line end', 'region = "eu-central-1"', 'region="eu-central-1"', []],
  ['byte order mark and CRLF', '\uFEFFa = 1\r\nb {\r\n  c = 2\r\n}\r\n', 'a=1; b {c=2}', []],
  ['names outside ASCII', 'größe = 1\n東京 {}\n', 'größe=1; 東京 {}', []],
  ['comment between items', 'a = 1 # one\n// two\n/* three\n*/ b = 2\n', 'a=1; b=2', []],
  // Recovery
  ['value missing', 'a = \nb = 2\n', 'a=INVALID; b=2', ['1:5 hcl-syntax']],
  ['operator at the line end', 'a = b +\nc = 2\n', 'a=INVALID; c=2', ['1:8 hcl-syntax']],
  ['value broken over several lines', 'x {\n  a = [{\n    b = \n  }]\n  c = 3\n}\n', 'x {a=INVALID; c=3}', ['3:9 hcl-syntax']],
  ['bracket left open', 'x {\n  a = [1, 2\n  b = 3\n}\ny {}\n', 'x {a=INVALID; b=3}; y {}', ['3:3 hcl-syntax']],
  ['wrong closing bracket', 'x {\n  a = [1, 2)\n  b = 3\n}\n', 'x {a=INVALID; b=3}', ['2:12 hcl-syntax']],
  ['string left open', 'x {\n  a = "orders\n  b = 3\n}\n', 'x {a=INVALID; b=3}', ['2:7 hcl-syntax']],
  ['string left open in an object', 'x {\n  t = {\n    n = "a\n  }\n  b = 3\n}\ny {}\n', 'x {t=INVALID; b=3}; y {}', ['3:9 hcl-syntax']],
  ['interpolation left open', 'a = "${foo("\nb = 1\n', 'a=INVALID; b=1', ['1:12 hcl-syntax']],
  ['unknown escape', 'a = "\\d"\nb = 1\n', 'a=INVALID; b=1', ['1:6 hcl-syntax']],
  ['two attributes on a line', 'x { a = 1 b = 2 }\n', 'x {a=1; b=2}', ['1:11 hcl-syntax']],
  ['comma behind an attribute', 'a = 1,\nb = 2\n', 'a=1; b=2', ['1:6 hcl-syntax']],
  ['text behind an attribute', 'a = 1 ]\nb = 2\n', 'a=1; b=2', ['1:7 hcl-syntax']],
  ['brace on the next line', 'x "y"\n{\n  a = 1\n}\n', 'x y {a=1}', ['2:1 hcl-syntax']],
  ['word alone', 'orders\nb = 2\n', 'b=2', ['1:7 hcl-syntax']],
  ['stray closing brace', 'x {}\n}\nb = 2\n', 'b=2; x {}', ['2:1 hcl-syntax']],
  ['block head broken', 'x "y" = {\n  a = 1\n}\nb = 2\n', 'b=2', ['1:7 hcl-syntax']],
  ['label with interpolation', 'x "${y}" {\n  a = 1\n}\nb = 2\n', 'b=2', ['1:3 hcl-syntax']],
  ['block left open at the end', 'x {\n  a = 1\n', 'x {a=1}', ['1:1 hcl-syntax']],
  [
    'block left open before the next resource',
    'resource "a" "b" {\n  c {\n    d = 1\n}\n\nresource "e" "f" {\n}\n',
    'resource a b {c {d=1}}; resource e f {}',
    ['1:1 hcl-syntax'],
  ],
  [
    'object left open before the next resource',
    'resource "a" "b" {\n  c = {\n    d = [\n\nresource "e" "f" {\n}\n',
    'resource a b {c=INVALID}; resource e f {}',
    ['5:10 hcl-syntax', '1:1 hcl-syntax'],
  ],
  ['data in a check is no sign of an open block', 'check "c" {\ndata "a" "b" {\n}\n}\n', 'check c {data a b {}}', []],
  [
    'heredoc left open',
    'resource "a" "b" {\n  c = <<EOT\n  d = 1\n}\nresource "e" "f" {\n}\n',
    'resource a b {c=INVALID}; resource e f {}',
    ['2:7 hcl-syntax', '1:1 hcl-syntax'],
  ],
  ['comment left open', 'a = 1\n/* b = 2\n', 'a=1', ['2:1 hcl-syntax']],
  ['attribute given twice', 'a = 1\nb = 2\na = 3\n', 'a=1; b=2; a=3', ['3:1 hcl-duplicate-attribute']],
  ['binary text', 'a = 1\n\0\n', '', ['null:null binary']],
];

for (const [title, text, tree, problems] of cases) {
  test(`body: ${title}`, () => {
    const { body, diagnostics } = parse(text);
    assert.equal(dumpBody(body), tree);
    assert.deepEqual(
      diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`),
      problems,
    );
  });
}

test('message of a broken attribute names what was expected and what was found', () => {
  const { diagnostics } = parse('ingress {\n  from_port = [22 23]\n}\n');
  assert.deepEqual(diagnostics, [
    { severity: 'error', file: 'main.tf', line: 2, column: 19, code: 'hcl-syntax', message: '"," or "]" expected in a list, found "2"' },
  ]);
});

test('comments are kept in order with their exact places', () => {
  const text = '# kumomori:ignore x\r\na = 1 // one\nb = [ /* two */ 2 ]\nc = [ # broken\n';
  const { comments } = parse(text);
  assert.deepEqual(
    comments.map((comment) => [comment.text, text.slice(comment.start, comment.end)]),
    [
      [' kumomori:ignore x', '# kumomori:ignore x'],
      [' one', '// one'],
      [' two ', '/* two */'],
      [' broken', '# broken'],
    ],
  );
});

test('nodes point at exactly their text', () => {
  const text = 'resource "aws_instance" "web" {\n  ports = [ (1 + a.b[0]) , f( x ) ]  # end\n}\n';
  const block = parse(text).body.blocks[0]!;
  const attribute = block.body.attributes[0]!;
  const slice = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  assert.equal(slice(block), text.trimEnd());
  assert.equal(slice(block.head), 'resource "aws_instance" "web"');
  assert.equal(slice(block.body), text.slice(text.indexOf('{'), -1));
  assert.equal(slice(attribute), 'ports = [ (1 + a.b[0]) , f( x ) ]');
  assert.equal(slice(attribute.nameSpan), 'ports');
  assert.equal(slice(attribute.value), '[ (1 + a.b[0]) , f( x ) ]');
  const slices = (node: Expression): readonly string[] => childExpressions(node).flatMap((child) => [slice(child), ...slices(child)]);
  assert.deepEqual(slices(attribute.value), ['1 + a.b[0]', '1', 'a.b[0]', 'a.b', 'a', '0', 'f( x )', 'x']);
});

test('nodes inside templates and heredocs point into the file', () => {
  const text = 'a = "x${var.name}"\r\nb = <<-EOT\r\n    ${var.size}\r\n  EOT\r\n';
  const values = parse(text).body.attributes.map((attribute) => attribute.value);
  assert.deepEqual(
    values.map((value) => text.slice(value.start, value.end)),
    ['"x${var.name}"', '<<-EOT\r\n    ${var.size}\r\n  EOT'],
  );
  assert.deepEqual(
    values.flatMap(childExpressions).map((value) => text.slice(value.start, value.end)),
    ['var.name', 'var.size'],
  );
});

function invalidCount(body: Body): number {
  return body.attributes.filter((attribute) => attribute.value.kind === 'invalid').length;
}

const deepValues: readonly (readonly [string, string])[] = [
  ['lists', '['.repeat(100_000)],
  ['closed lists', '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1)],
  ['parentheses', '('.repeat(100_000)],
  ['objects', '{ a = '.repeat(100_000)],
  ['calls', 'f('.repeat(100_000)],
  ['negations', `${'!'.repeat(100_000)}x`],
  ['interpolations', '"${'.repeat(100_000)],
  ['conditionals', 'a ? b : '.repeat(100_000)],
  ['directives', `"${'%{ if a }'.repeat(100_000)}${'%{ endif }'.repeat(100_000)}"`],
  ['operators', `1${' + 1'.repeat(100_000)}`],
  ['attribute steps', `a${'.b'.repeat(100_000)}`],
  ['splats', `a${'[*]'.repeat(100_000)}`],
];

for (const [what, value] of deepValues) {
  test(`limit: ${what} nested too deeply are one invalid attribute, the next one is read`, () => {
    const { body, diagnostics } = parse(`deep = ${value}\nnext = 1\n`);
    assert.equal(diagnostics[0]?.code, 'limit');
    assert.equal(invalidCount(body), 1);
    assert.equal(body.attributes.at(-1)?.name, 'next');
  });
}

test('limit: blocks nested too deeply end in diagnostics', () => {
  const depth = MAX_DEPTH + 50;
  const { body, diagnostics } = parse(`${'a {\n'.repeat(depth)}${'}\n'.repeat(depth)}b = 1\n`);
  assert.deepEqual(
    diagnostics.map((diagnostic) => diagnostic.code),
    ['limit'],
  );
  assert.equal(body.attributes[0]?.name, 'b');
});

test('limit: nesting just below the limit is fine', () => {
  const depth = MAX_DEPTH - 1;
  assert.deepEqual(parse(`deep = ${'['.repeat(depth)}1${']'.repeat(depth)}\n`).diagnostics, []);
});

test('limit: a file above the size limit is not read', () => {
  const source = { path: 'big.tf', text: 'a = 1\n' };
  assert.deepEqual(parseHcl(source, { maxBytes: 5 }).diagnostics, [
    {
      severity: 'error',
      file: 'big.tf',
      line: null,
      column: null,
      code: 'too-large',
      message: 'file is larger than 5 bytes and was not read',
    },
  ]);
  assert.equal(dumpBody(parseHcl(source, { maxBytes: 6 }).body), 'a=1');
  assert.equal(DEFAULT_MAX_BYTES, 16 * 1024 * 1024);
});

test('limit: diagnostics of one file are capped, the tree is complete', () => {
  const { body, diagnostics } = parse('a = \n'.repeat(1000));
  assert.equal(body.attributes.length, 1000);
  assert.equal(diagnostics.length, MAX_DIAGNOSTICS + 1);
  assert.equal(diagnostics.at(-1)?.message, 'further problems in this file are not listed');
});

const hostile = ['a = [\n', 'a = <<E\n', 'a = [ <<E\n', 'a = "${\n', 'a {\n', '(\n', '/*', 'a = f(<<-X\n"', '{', 'x "'];
for (const piece of hostile) {
  test(`hostile repetition of ${JSON.stringify(piece)} terminates with diagnostics`, () => {
    assert.ok(parse(piece.repeat(20_000)).diagnostics.length > 0);
  });
}
