/* oxlint-disable unicorn/no-thenable -- nodes of the tree, never awaited */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Attribute, BinaryOperator, Block, Body, Expression, TemplatePart } from './ast.ts';
import { PRECEDENCE } from './expression.ts';
import { parseHcl, parseHclExpression, parseTerraformJson, printBody, printExpression } from './index.ts';

// Generators of trees in the form the parser gives them; all positions are 0.

const span = { start: 0, end: 0 };
const keywords = new Set(['true', 'false', 'null', 'for', 'in', 'if']);
const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,6}$/).filter((word) => !keywords.has(word));
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }).filter((value) => value.isWellFormed()),
  fc.stringMatching(/^[$%{}~"\\\n a]{0,8}$/),
);
const operators = fc.constantFrom(...Object.keys(PRECEDENCE)) as fc.Arbitrary<BinaryOperator>; // the keys of that record
const number = fc.oneof(
  fc.nat(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);

const literal: fc.Arbitrary<Expression> = fc
  .oneof(text, number, fc.boolean(), fc.constant(null))
  .map((value) => ({ kind: 'literal', value, ...span }));

const nameNode: fc.Arbitrary<Expression> = name.map((value) => ({ kind: 'name', name: value, ...span }));

function isNegatable(operand: Expression): boolean {
  return operand.kind !== 'literal' || typeof operand.value !== 'number';
}

/** Neighboring and empty texts joined away, as the parser does. */
function joinTexts(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const joined: TemplatePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + part.text, start: 0, marks: null };
    else joined.push(part);
  }
  return joined;
}

const splatItem: Expression = { kind: 'splat-item', ...span };

/** Steps behind a splat: `[*]` takes names and any index, `.*` names and plain numbers. */
function splatSteps(key: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const step = fc.oneof(name, key);
  return fc.array(step, { maxLength: 3 }).map((steps) => {
    let each = splatItem;
    for (const one of steps) {
      each =
        typeof one === 'string'
          ? { kind: 'attribute', target: each, name: one, ...span }
          : { kind: 'index', target: each, key: one, ...span };
    }
    return each;
  });
}

const smallIndex: fc.Arbitrary<Expression> = fc.nat({ max: 9 }).map((value) => ({ kind: 'literal', value, ...span }));
const callee = fc.oneof(name, fc.constant('provider::aws::arn_parse'));
const optionalName = fc.option(name, { nil: null });

function templateParts(inner: fc.Arbitrary<Expression>, depth: number): fc.Arbitrary<readonly TemplatePart[]> {
  const flat = [
    text.map((value): TemplatePart => ({ kind: 'text', text: value, start: 0, marks: null })),
    inner.map((value): TemplatePart => ({ kind: 'interpolation', value })),
  ];
  if (depth === 0) return fc.array(fc.oneof(...flat), { maxLength: 3 }).map(joinTexts);
  const nested = templateParts(inner, depth - 1);
  const directives = [
    fc
      .tuple(inner, nested, nested)
      .map(([condition, then, otherwise]): TemplatePart => ({ kind: 'if', test: condition, then, else: otherwise })),
    fc
      .record({ keyName: optionalName, valueName: name, collection: inner, body: nested })
      .map((loop): TemplatePart => ({ kind: 'for', ...loop })),
  ];
  return fc.array(fc.oneof(...flat, ...directives), { maxLength: 3 }).map(joinTexts);
}

/** Trees of limited depth; each level is built once, so the generator stays small. */
function expressionOf(depth: number): fc.Arbitrary<Expression> {
  if (depth === 0) return fc.oneof(literal, nameNode);
  const inner = expressionOf(depth - 1);
  const few = fc.array(inner, { maxLength: 3 });
  const key = fc.oneof(
    inner,
    text.map((value): Expression => ({ kind: 'literal', value, ...span })),
  );
  const condition = fc.option(inner, { nil: null });
  const loop = { keyName: optionalName, valueName: name, collection: inner, value: inner, condition };
  const parts = templateParts(inner, 1).filter((list) => list.some((part) => part.kind !== 'text'));
  return fc.oneof(
    inner,
    parts.map((list): Expression => ({ kind: 'template', parts: list, ...span })),
    few.map((items): Expression => ({ kind: 'list', items, ...span })),
    fc.array(fc.record({ key, value: inner }), { maxLength: 3 }).map((entries): Expression => ({ kind: 'object', entries, ...span })),
    fc.tuple(inner, name).map(([target, word]): Expression => ({ kind: 'attribute', target, name: word, ...span })),
    fc.tuple(inner, inner).map(([target, index]): Expression => ({ kind: 'index', target, key: index, ...span })),
    fc.tuple(inner, splatSteps(inner)).map(([target, each]): Expression => ({ kind: 'splat', target, each, full: true, ...span })),
    fc.tuple(inner, splatSteps(smallIndex)).map(([target, each]): Expression => ({ kind: 'splat', target, each, full: false, ...span })),
    fc
      .tuple(callee, few, fc.boolean())
      .map(([word, args, expand]): Expression => ({ kind: 'call', name: word, args, expandLast: expand && args.length > 0, ...span })),
    inner.map((operand): Expression => ({ kind: 'unary', operator: '!', operand, ...span })),
    inner.filter(isNegatable).map((operand): Expression => ({ kind: 'unary', operator: '-', operand, ...span })),
    fc.tuple(operators, inner, inner).map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, ...span })),
    fc
      .tuple(inner, inner, inner)
      .map(([test, then, otherwise]): Expression => ({ kind: 'conditional', test, then, else: otherwise, ...span })),
    fc.record(loop).map((node): Expression => ({ kind: 'for', ...node, key: null, grouped: false, ...span })),
    fc.record({ ...loop, key: inner, grouped: fc.boolean() }).map((node): Expression => ({ kind: 'for', ...node, ...span })),
  );
}

const expressionArbitrary = expressionOf(3);

const attribute: fc.Arbitrary<Attribute> = fc
  .tuple(name, expressionOf(1))
  .map(([word, value]) => ({ name: word, nameSpan: span, value, ...span }));

function bodyOf(depth: number): fc.Arbitrary<Body> {
  const attributes = fc.array(attribute, { maxLength: 3 });
  if (depth === 0) return attributes.map((list) => ({ attributes: list, blocks: [], ...span }));
  const block: fc.Arbitrary<Block> = fc
    .record({ type: name, labels: fc.array(text, { maxLength: 2 }), body: bodyOf(depth - 1) })
    .map((parts) => ({ ...parts, head: span, ...span }));
  return fc.record({ attributes, blocks: fc.array(block, { maxLength: 2 }) }).map((items) => ({ ...items, ...span }));
}

const bodyArbitrary = bodyOf(2);

/** The same tree with all positions 0. */
function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'marks')
      .map(([key, child]) => [key, key === 'start' || key === 'end' ? 0 : withoutPositions(child)]),
  );
}

test('printing an expression and parsing it again gives the same tree', () => {
  fc.assert(
    fc.property(expressionArbitrary, (expression) => {
      const text = printExpression(expression);
      const { value, diagnostics } = parseHclExpression({ path: 'main.tf', text });
      assert.deepEqual(diagnostics, [], text);
      assert.deepEqual(withoutPositions(value), withoutPositions(expression), text);
    }),
    { numRuns: 400, seed: 20_261_122 },
  );
});

test('printing a body and parsing it again gives the same tree', () => {
  fc.assert(
    fc.property(bodyArbitrary, (body) => {
      const text = printBody(body);
      const file = parseHcl({ path: 'main.tf', text });
      assert.deepEqual(
        file.diagnostics.filter(({ severity }) => severity === 'error'),
        [],
        text,
      );
      assert.deepEqual(withoutPositions(file.body), withoutPositions(body), text);
    }),
    { numRuns: 150, seed: 20_261_122 },
  );
});

const seedText = `resource "aws_s3_bucket" "orders" {
  for_each = { for k, v in var.buckets : k => v... if v != null }
  bucket   = "orders-\${each.key}-%{ if var.prod ~} prod %{~ else }dev%{ endif }"
  policy   = <<-EOT
    {"a": "\${jsonencode([1, -2.5e3, aws_kms_key.k[*].arn, old.*.id[0]])}"}
  EOT
  tags = { Name = "x", (a) : !b || c ? d : e } # why
  /* block */ dynamic "rule" {
    content { a = f(x...) }
  }
}
`;

const mutation = fc.record({
  at: fc.nat({ max: seedText.length }),
  removed: fc.nat({ max: 12 }),
  added: fc.oneof(
    fc.constantFrom(
      '"',
      '${',
      '%{',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '\n',
      '<<A\n',
      '/*',
      '*/',
      '\\',
      '~',
      '=',
      ':',
      '.',
      '...',
      '?',
      '',
      '#',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
});

function mutate(text: string, changes: readonly { readonly at: number; readonly removed: number; readonly added: string }[]): string {
  return changes.reduce((before, { at, removed, added }) => before.slice(0, at) + added + before.slice(at + removed), text);
}

test('mutated text never throws and every node lies inside the text', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (changes) => {
      const text = mutate(seedText, changes);
      const { body, diagnostics } = parseHcl({ path: 'main.tf', text });
      assertInside({ ...body }, 0, text.length);
      for (const { line } of diagnostics) assert.ok(line === null || (line >= 1 && line <= text.split('\n').length));
    }),
    { numRuns: 1500, seed: 20_261_122 },
  );
});

/** Positions of each node are in order and within the bounds. */
function assertInside(value: unknown, start: number, end: number): void {
  if (value === null || typeof value !== 'object') return;
  if ('start' in value && 'end' in value) {
    assert.ok(typeof value.start === 'number' && typeof value.end === 'number');
    assert.ok(start <= value.start && value.start <= value.end && value.end <= end, JSON.stringify(value));
  }
  for (const child of Object.values(value)) assertInside(child, start, end);
}

const jsonSeed = JSON.stringify(
  {
    resource: { aws_s3_bucket: { orders: { bucket: '${var.name}\n"x"', lifecycle: [{ ignore_changes: ['tags'] }], count: 1 } } },
    locals: { a: [null, true] },
  },
  null,
  1,
);

test('mutated Terraform JSON never throws', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = mutate(jsonSeed, changes);
      const { body, diagnostics } = parseTerraformJson({ path: 'main.tf.json', text });
      assertInside({ ...body }, 0, text.length);
      assert.ok(diagnostics.length <= 200);
    }),
    { numRuns: 800, seed: 20_261_122 },
  );
});
