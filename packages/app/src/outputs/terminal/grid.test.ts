import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderGrid } from './grid.ts';
import { textWidth } from './text.ts';

const columns = [
  { title: 'RESOURCE', shrinks: true },
  { title: 'COUNT', align: 'right' as const },
  { title: 'REASON', shrinks: true },
];
const rows = [
  ['aws_s3_bucket.orders', '3', '検証環境のため'],
  ['aws_db_instance.orders', '12', 'accepted until the migration is done'],
];

test('columns line up whatever the script', () => {
  assert.deepEqual(renderGrid(columns, rows, { width: 100, indent: 2 }), [
    '  RESOURCE                COUNT  REASON',
    '  aws_s3_bucket.orders        3  検証環境のため',
    '  aws_db_instance.orders     12  accepted until the migration is done',
  ]);
});

test('the widest column that may shrink gives way, and no line is too wide', () => {
  assert.deepEqual(renderGrid(columns, rows, { width: 50 }), [
    'RESOURCE              COUNT  REASON',
    'aws_s3_bucket.orders      3  検証環境のため',
    'aws_db_instance.ord…     12  accepted until the m…',
  ]);
  for (const line of renderGrid(columns, rows, { width: 30 })) assert.ok(textWidth(line) <= 30, line);
});

test('cells of users cannot control the terminal, colors appear only when asked for', () => {
  const painted = [{ title: 'NAME', paint: (cell: string) => `<${cell}>` }];
  assert.deepEqual(renderGrid(painted, [['a\u001b[2J']], { width: 40 }), ['NAME', 'a␛[2J']);
  assert.deepEqual(renderGrid(painted, [['a']], { width: 40, color: true }).slice(1), ['<a>']);
});
