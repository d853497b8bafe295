import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyArbitrary, expressionArbitrary } from './arbitrary.test-helper.ts';
import { parseHcl, parseHclExpression, parseTerraformJson, printBody, printExpression } from './index.ts';

/** The same tree with all positions 0. */
function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, key === 'start' || key === 'end' ? 0 : withoutPositions(child)]),
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
