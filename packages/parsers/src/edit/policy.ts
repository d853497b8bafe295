/** A statement more in the policy of a Terraform resource, where that policy is written: jsonencode, aws_iam_policy_document, or a resource of its own. */
import type { StatementEdit } from '@kumomori/model';
import type { Block, Expression } from '../hcl/index.ts';
import { Refused, indentAt, lineEndAt, lineEndOf, lineStartAt } from './edit.ts';
import { blockOf, findBlock } from './hcl.ts';
import type { Replacement } from './hcl-text.ts';
import { hclText, replaced } from './hcl-text.ts';
import { jsonOf, refuseExpression, valueIn } from './hcl-walk.ts';
import type { TerraformPlace } from './terraform.ts';
import { isTerraformJson } from './terraform-json.ts';

/** A resource that holds the policy of the one at fault, and the texts of its module. */
export interface PolicyHolder {
  readonly texts: ReadonlyMap<string, string>;
  readonly place: TerraformPlace;
  /** Of the resource at fault: `aws_s3_bucket.orders[count.index].arn` */
  readonly arn: string;
}

/** The texts with the statement in the policy that the resource `place` names; as they are when one of that name is there. Throws Refused. */
export function withStatement({ texts, place, arn }: PolicyHolder, edit: StatementEdit): ReadonlyMap<string, string> {
  const { file, address } = place;
  const text = texts.get(file) ?? '';
  if (isTerraformJson(file)) throw new Refused('unsupported', 'a policy of Terraform in JSON');
  const { body, start } = blockOf(file, text, address);
  const written = valueIn({ kind: 'body', body, start }, edit.attribute);
  if (!written) throw new Refused('unsupported', address, { file, start });
  const value = jsonOf(written);
  if (value.kind === 'object') return new Map(texts).set(file, inJson({ file, text, arn }, value, edit));
  const name = documentIn(written);
  if (name === null) throw refuseExpression({ file, text, eol: '', unit: '' }, written);
  return inDocument({ texts, place, arn }, name, edit);
}

/** What a policy of its own says, as the value of an attribute in a resource that is not indented. */
export function newPolicy(edit: StatementEdit, arn: string, eol: string): string {
  const item = itemText(edit, arn, '    ', eol);
  return `jsonencode({${eol}    Version = "2012-10-17"${eol}    Statement = [${item}]${eol}  })`;
}

interface JsonPlace {
  readonly file: string;
  readonly text: string;
  readonly arn: string;
}

function inJson({ file, text, arn }: JsonPlace, document: Extract<Expression, { kind: 'object' }>, edit: StatementEdit): string {
  const list = valueIn({ kind: 'map', map: document }, 'Statement');
  if (list?.kind !== 'list') throw new Refused('unsupported', 'a policy without a list of statements', { file, start: document.start });
  const hasIt = list.items.some((each) => each.kind === 'object' && isText(valueIn({ kind: 'map', map: each }, 'Sid'), edit.statement.sid));
  return hasIt
    ? text
    : replaced(
        text,
        appended(text, list, (indent) => itemText(edit, arn, indent, lineEndOf(text))),
      );
}

function isText(value: Expression | undefined, text: string): boolean {
  return value?.kind === 'literal' && value.value === text;
}

/** Behind the last element, in the layout of the list. */
function appended(text: string, list: Extract<Expression, { kind: 'list' }>, item: (indent: string) => string): readonly Replacement[] {
  const last = list.items.at(-1);
  if (!last) return [{ start: list.start, end: list.end, by: `[${item(indentAt(text, list.start))}]` }];
  const comma = /^[ \t]*,/.exec(text.slice(last.end, list.end))?.[0].length ?? 0;
  const end = lineEndAt(text, last.end + comma);
  const isOnLines = lineStartAt(text, last.start) !== lineStartAt(text, list.start) && end < list.end;
  if (!isOnLines) return [{ start: last.end, end: last.end, by: `, ${item(indentAt(text, last.end))}` }];
  const indent = indentAt(text, last.start);
  const own = { start: end, end, by: `${lineEndOf(text)}${indent}${item(indent)}${comma > 0 ? ',' : ''}` };
  return comma > 0 ? [own] : [{ start: last.end, end: last.end, by: ',' }, own];
}

function itemText({ statement }: StatementEdit, arn: string, indent: string, eol: string): string {
  const { sid, actions, resources, condition } = statement;
  const { test, variable, value } = condition;
  const lines = [
    `Sid       = ${hclText(sid)}`,
    'Effect    = "Deny"',
    'Principal = "*"',
    `Action    = ${actions.length === 1 ? hclText(actions[0] ?? '') : hclText(actions)}`,
    `Resource  = ${resourcesText(resources, arn)}`,
    `Condition = { ${test} = { ${hclText(variable)} = ${hclText(value)} } }`,
  ];
  return `{${eol}${lines.map((line) => `${indent}  ${line}${eol}`).join('')}${indent}}`;
}

/** Behind the ARN of the resource: nothing, or `/*`. */
function resourcesText(suffixes: readonly string[], arn: string): string {
  return `[${suffixes.map((each) => (each === '' ? arn : `"\${${arn}}${each}"`)).join(', ')}]`;
}

/** `data.aws_iam_policy_document.orders.json` → `orders` */
function documentIn(value: Expression): string | null {
  if (value.kind !== 'attribute' || value.name !== 'json') return null;
  const named = value.target.kind === 'index' ? value.target.target : value.target;
  if (named.kind !== 'attribute' || named.target.kind !== 'attribute' || named.target.name !== 'aws_iam_policy_document') return null;
  return named.target.target.kind === 'name' && named.target.target.name === 'data' ? named.name : null;
}

/** A document that nobody else uses gets a block. */
function inDocument({ texts, place, arn }: PolicyHolder, name: string, { statement }: StatementEdit): ReadonlyMap<string, string> {
  const address = `data.aws_iam_policy_document.${name}`;
  const file = [...texts.keys()].find((each) => !isTerraformJson(each) && findBlock(each, texts.get(each) ?? '', address));
  const text = texts.get(file ?? '') ?? '';
  const block = file === undefined ? undefined : findBlock(file, text, address);
  if (file === undefined || !block) throw new Refused('not-found', address);
  const at = { file, start: block.start };
  if (block.body.blocks.some((each) => isText(sidOf(each), statement.sid))) return texts;
  const uses = [...texts.values()].reduce(
    (sum, each) => sum + (each.match(new RegExp(`\\baws_iam_policy_document\\.${name}\\b`, 'g')) ?? []).length,
    0,
  );
  if (uses > 1) throw new Refused('shared', address, at);
  const isRepeated = block.body.attributes.some((each) => each.name === 'count' || each.name === 'for_each');
  if (/\b(?:count|each)\./.test(arn) && !isRepeated) throw new Refused('generated', place.address, at);
  const eol = lineEndOf(text);
  const outer = indentAt(text, block.start);
  const lines = documentLines(statement, arn).map((line) => (line === '' ? '' : `${outer}  ${line}`));
  const end = block.body.end - 1;
  const isEmpty = text.slice(block.body.start + 1, end).trim() === '';
  const isAlone = text.slice(lineStartAt(text, end), end).trim() === '';
  const start = isAlone ? lineStartAt(text, end) : end;
  const by = `${isAlone ? '' : eol}${isEmpty ? '' : eol}${lines.join(eol)}${eol}`;
  return new Map(texts).set(file, replaced(text, [{ start, end: start, by }]));
}

function sidOf({ body, start }: Block): Expression | undefined {
  return valueIn({ kind: 'body', body, start }, 'sid');
}

function documentLines({ sid, actions, resources, condition }: StatementEdit['statement'], arn: string): readonly string[] {
  const { test, variable, value } = condition;
  return [
    'statement {',
    `  sid       = ${hclText(sid)}`,
    '  effect    = "Deny"',
    `  actions   = ${hclText(actions)}`,
    `  resources = ${resourcesText(resources, arn)}`,
    '',
    '  principals {',
    '    type        = "*"',
    '    identifiers = ["*"]',
    '  }',
    '',
    '  condition {',
    `    test     = ${hclText(test)}`,
    `    variable = ${hclText(variable)}`,
    `    values   = [${hclText(value)}]`,
    '  }',
    '}',
  ];
}
