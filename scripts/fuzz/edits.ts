/** Sound Terraform with single attributes and blocks changed, at the positions our own parser gives: aims at readers and checks. */
import type { Random } from '../../bench/estate/random.ts';
import type { Body, Span } from '../../packages/parsers/src/hcl/index.ts';
import { parseHcl } from '../../packages/parsers/src/hcl/index.ts';

const VALUES = [
  'null',
  'var.unset',
  '"${var.unset}-x"',
  '""',
  '[]',
  '{}',
  '[null]',
  '[var.unset]',
  '-1',
  '0',
  'true',
  '"true"',
  '"0.0.0.0/0"',
  '"*"',
  '["*"]',
  '{ a = var.unset }',
  'jsonencode({ Statement = var.unset })',
  'jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = var.unset }] })',
  '"{"',
  'sensitive("x")',
  'aws_kms_key.missing.arn',
  'each.value',
  'tolist(var.unset)',
  '99999999999',
  '"10.0.0.0/99"',
  '"::/0"',
  'data.aws_iam_policy_document.missing.json',
  'merge(var.unset, { a = 1 })',
  'concat(["a"], var.unset)',
  '"text that is no number"',
] as const;

const ADDED = [
  'count = var.unset\n',
  'count = 0\n',
  'count = 2\n',
  'for_each = var.unset\n',
  'for_each = toset(["a", "b"])\n',
  'region = var.unset\n',
  'tags = var.unset\n',
  'provider = aws.other\n',
  'policy = var.unset\n',
  'enabled = false\n',
  'lifecycle {}\n',
] as const;

interface Edit extends Span {
  readonly text: string;
}

/** One to four attributes or blocks replaced, dropped, doubled, emptied or made dynamic over something unknown. */
export function editBlocks(text: string, random: Random): string {
  let edited = text;
  for (let changes = random.int(1, 4); changes > 0; changes--) edited = applyOne(edited, random);
  return `${edited}\nvariable "unset" {}\n`;
}

function applyOne(text: string, random: Random): string {
  const edits = editsOf(text, parseHcl({ path: 'main.tf', text }).body, random);
  if (edits.length === 0) return text;
  const { start, end, text: replacement } = random.pick(edits);
  return text.slice(0, start) + replacement + text.slice(end);
}

/** One possible edit for each attribute and block of the file. */
function editsOf(text: string, { attributes, blocks }: Body, random: Random): readonly Edit[] {
  const ofAttributes = attributes.map(({ start, end, value }): Edit => {
    if (random.chance(0.3)) return { start, end, text: '' };
    return { start: value.start, end: value.end, text: random.pick(VALUES) };
  });
  const ofBlocks = blocks.flatMap(({ start, end, type, labels, head, body }): readonly Edit[] => {
    const inside = text.slice(head.end, end);
    const dynamic = `dynamic "${type}" {\nfor_each = ${random.pick(['var.unset', '[]', '[1, 2]', '[var.unset]'])}\ncontent ${inside}\n}`;
    const changes = [
      '',
      `${text.slice(start, end)}\n${text.slice(start, end)}`,
      `${text.slice(head.start, head.end)} {}`,
      labels.length === 0 ? dynamic : '',
    ];
    const added: Edit = { start: body.start, end: body.start, text: `\n${random.pick(ADDED)}` };
    return [{ start, end, text: random.pick(changes) }, added, ...editsOf(text, body, random)];
  });
  return [...ofAttributes, ...ofBlocks];
}
