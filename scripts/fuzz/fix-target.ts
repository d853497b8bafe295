/** An edit changes what it was asked to change and nothing else; comments stay; done twice it does nothing more. */
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { EditedFormat, FixEdit } from '../../packages/model/src/index.ts';
import { isRecord } from '../../packages/model/src/index.ts';
import type { Body, Expression } from '../../packages/parsers/src/hcl/index.ts';
import { parseHcl } from '../../packages/parsers/src/hcl/index.ts';
import { commentsIn, editCode } from '../../packages/parsers/src/index.ts';
import { ORDER } from './fixes.ts';
import type { Files } from './programs.ts';

interface Order {
  readonly format: EditedFormat;
  readonly file: string;
  readonly address: string;
  readonly edit: FixEdit;
}

/** Maps in lists, whatever they are written as, by name. */
type Meaning = Map<string, unknown>;

/** What became of it, for the comparison of two runs. Throws where a property is violated. */
export function runFix(files: Files): readonly string[] {
  const order = JSON.parse(files.get(ORDER) ?? '{}') as Order; // written by `fixTexts`
  const before = files.get(order.file) ?? '';
  const { edit } = order;
  const outcome = editCode(new Map([[order.file, before]]), order, [edit]);
  if (outcome.kind === 'refused') return [`refused ${outcome.code}: ${outcome.what}`];
  const after = outcome.changed.get(order.file) ?? before;
  assert.deepEqual(
    meaningOf(order, after),
    expected(meaningOf(order, before), edit),
    `${JSON.stringify(edit)} changed something else:\n${after}`,
  );
  const left = [...commentsIn(order.file, after)];
  for (const each of commentsIn(order.file, before)) {
    const at = left.indexOf(each);
    assert.ok(at !== -1, `lost the comment ${each}`);
    left.splice(at, 1);
  }
  const again = editCode(new Map([[order.file, after]]), order, [edit]);
  assert.ok(again.kind === 'edited' && again.changed.size === 0, `${JSON.stringify(edit)} is not done: ${JSON.stringify(again)}\n${after}`);
  const isWindows = /\r\n/.test(before) && !/[^\r]\n/.test(before);
  assert.ok(!isWindows || !/(?:^|[^\r])\n/.test(after), 'line ends are mixed');
  return [after];
}

function meaningOf({ format, file }: Order, text: string): Meaning {
  if (format === 'terraform') {
    const { body, diagnostics } = parseHcl({ path: file, text });
    assert.equal(diagnostics.length, 0, `the file is broken: ${diagnostics[0]?.message}\n${text}`);
    const [block] = body.blocks;
    assert.ok(block, 'the block is gone');
    return ofBody(block.body);
  }
  const value = file.endsWith('.json') ? (JSON.parse(text.replace(/^\uFEFF/, '')) as unknown) : (parse(text) as unknown);
  return ofMap(value);
}

/** Blocks and maps become lists of maps, so that both are compared alike. */
function ofMap(value: unknown): Meaning {
  assert.ok(isRecord(value), 'a map is gone');
  return new Map(
    Object.entries(value).map(([name, each]) => {
      if (name.startsWith('a') || !isHolder(each)) return [name, each];
      return [name, each === null ? [] : (Array.isArray(each) ? each : [each]).map(ofMap)];
    }),
  );
}

function isHolder(value: unknown): boolean {
  return value === null || (Array.isArray(value) ? value.every(isRecord) : isRecord(value));
}

function ofBody({ attributes, blocks }: Body): Meaning {
  const meaning: Meaning = new Map(attributes.map(({ name, value }) => [name, ofExpression(value)]));
  for (const { type, body } of blocks) meaning.set(type, [...((meaning.get(type) as unknown[] | undefined) ?? []), ofBody(body)]); // only blocks stand there
  return meaning;
}

function ofExpression(value: Expression): unknown {
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'list') return value.items.map(ofExpression);
  if (value.kind === 'unary' && value.operand.kind === 'literal') return -Number(value.operand.value);
  if (value.kind === 'template') return JSON.stringify(value);
  return value.kind;
}

/** What the edit means, carried out on the meaning. */
function expected(meaning: Meaning, edit: FixEdit): Meaning {
  const path = 'set' in edit ? edit.set : 'append' in edit ? edit.append : 'drop' in edit ? edit.drop : 'remove' in edit ? edit.remove : '';
  const root = meaning.get('Resources') === undefined ? meaning : propertiesOf(meaning);
  carryOut(root, path.split('.'), edit);
  return meaning;
}

function propertiesOf(meaning: Meaning): Meaning {
  return ['Resources', 'Orders', 'Properties'].reduce((at, name) => {
    const [first] = at.get(name) as Meaning[]; // as `fixTexts` writes it
    assert.ok(first, `${name} is gone`);
    return first;
  }, meaning);
}

function carryOut(holder: Meaning, [step = '', ...rest]: readonly string[], edit: FixEdit): void {
  const name = step.replace('[*]', '');
  const makes = 'append' in edit || ('set' in edit && edit.ifThere !== true);
  const isEach = [step, ...rest].some((each) => each.endsWith('[*]'));
  if (rest.length > 0) {
    const below = (holder.get(name) ?? []) as Meaning[]; // names with b hold maps
    if (below.length === 0 && makes && !isEach) below.push(new Map());
    if (below.length > 0) holder.set(name, below);
    for (const each of below) carryOut(each, rest, edit);
    return;
  }
  const value = holder.get(name);
  if ('remove' in edit) holder.delete(name);
  else if ('set' in edit && (value === undefined ? makes : edit.unlessThere !== true)) holder.set(name, edit.value);
  else if ('append' in edit) holder.set(name, [...listOf(value), ...edit.values.filter((each) => !listOf(value).includes(each))]);
  else if ('drop' in edit && value !== undefined)
    holder.set(
      name,
      listOf(value).filter((each) => !(edit.values as readonly unknown[]).includes(each)),
    );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
