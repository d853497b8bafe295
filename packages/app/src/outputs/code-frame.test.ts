import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence, Finding } from '@kumomori/model';
import { codeFrame } from './code-frame.ts';
import { sampleReport } from './testing/index.ts';

const lines = [
  'resource "aws_db_instance" "orders" {',
  '  identifier        = "orders-db"',
  '  password          = "hunter2-hunter2" # from the wiki',
  '  secret_arn        = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders"',
  '\tstorage_encrypted = false # until the migration',
  '  user_data         = "AWS_KEY=AKIAIOSFODNN7EXAMPLE"',
  '}',
];

function frameOf(piece: Partial<Evidence>): ReturnType<typeof codeFrame> {
  const base = sampleReport.findings[2] as Finding;
  const evidence: Evidence = {
    path: 'storageEncrypted',
    value: false,
    state: 'explicit',
    file: 'db.tf',
    line: 5,
    column: null,
    endLine: 5,
    reason: null,
    provenance: [],
    ...piece,
  };
  return codeFrame({ ...base, evidence: [evidence], fixAt: null }, (file) => (file === 'db.tf' ? lines : null));
}

const underlined = (frame: ReturnType<typeof codeFrame>): readonly string[] =>
  (frame?.lines ?? []).filter(({ to }) => to > 0).map(({ text, from, to }) => text.slice(from, to));

test('the attribute is underlined with two lines around it, without the comment behind it', () => {
  const frame = frameOf({});
  assert.deepEqual(
    frame?.lines.map(({ number }) => number),
    [3, 4, 5, 6, 7],
  );
  assert.deepEqual(underlined(frame), ['storage_encrypted = false']);
});

test('with a column the underline begins at the value', () => {
  assert.deepEqual(underlined(frameOf({ line: 2, endLine: 2, column: 23 })), ['"orders-db"']);
});

test('what closes something that began before the value is not underlined', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['  Principal = { AWS = "*" } # later', 23, '"*"'],
    ['  cidr_blocks = ["0.0.0.0/0"]', 17, '["0.0.0.0/0"]'],
    ['  cidr_blocks = ["0.0.0.0/0", "::/0"]', 18, '"0.0.0.0/0", "::/0"'],
    ['  port = 22,', 10, '22'],
    ['  tags = merge(var.tags, { Owner = "a" })', 10, 'merge(var.tags, { Owner = "a" })'],
  ];
  const marks = cases.map(([line, column]) => {
    const finding = sampleReport.findings[2] as Finding;
    const evidence = { ...(finding.evidence[0] as Evidence), state: 'explicit' as const, line: 1, endLine: 1, column };
    return underlined(codeFrame({ ...finding, evidence: [evidence], fixAt: null }, () => [line]))[0];
  });
  assert.deepEqual(
    marks,
    cases.map(([, , expected]) => expected),
  );
});

test('an absent attribute shows the head of the block that lacks it', () => {
  const frame = frameOf({ state: 'absent', line: 1, endLine: 7 });
  assert.equal(frame?.absent, true);
  assert.deepEqual(
    frame?.lines.map(({ number }) => number),
    [1, 2, 3],
  );
  assert.deepEqual(underlined(frame), [lines[0]]);
});

test('secrets are masked in context lines, pointers to secrets are not, key ids are wherever they stand', () => {
  const text = frameOf({ line: 4, endLine: 4 })?.lines.map((line) => line.text) ?? [];
  assert.equal(text[1], '  password          = "••••••" # ••••••');
  assert.equal(text[2], lines[3]);
  assert.equal(text[4], '  user_data         = "AWS_KEY=••••••"');
});

test('a redacted attribute shows its name only', () => {
  const text = frameOf({ state: 'redacted', line: 2, endLine: 2 })?.lines[1]?.text;
  assert.equal(text, '  identifier        = ••••••');
});

test('without the source, or beyond its end, there is no frame', () => {
  assert.equal(frameOf({ file: 'gone.tf' }), null);
  assert.equal(frameOf({ line: 99 }), null);
});
