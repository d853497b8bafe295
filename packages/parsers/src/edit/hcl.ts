/** Edits of one block of HCL. Each step parses the text anew: offsets of a tree hold until the first edit. */
import type { EditValue } from '@kumomori/model';
import type { Block, Expression } from '../hcl/index.ts';
import { parseHcl, parseTerraformJson } from '../hcl/index.ts';
import type { BlockEdit } from './block-edit.ts';
import { MAX_PLACES, headOf, isOne, makes } from './block-edit.ts';
import { editJsonBlock, isTerraformJson } from './terraform-json.ts';
import { Refused, indentAt, lineEndAt, lineEndOf, spliced } from './edit.ts';
import { hclText } from './hcl-text.ts';
import type { Holder, HclPlace } from './hcl-walk.ts';
import { holdersAt, insertPath, isLiteral, refuseExpression, valueIn, without } from './hcl-walk.ts';
import type { PathStep } from './path.ts';
import { parseEditPath } from './path.ts';

/** The block of an address without its modules and keys; undefined when the text has none. */
export function findBlock(file: string, text: string, address: string): Block | undefined {
  const [kind, ...labels] = headOf(address);
  return blocksOf(file, text).find(
    (each) => each.type === kind && each.labels.length === labels.length && each.labels.every((label, index) => label === labels[index]),
  );
}

/** The blocks of a file, in whichever syntax it is written. */
export function blocksOf(file: string, text: string): readonly Block[] {
  return (isTerraformJson(file) ? parseTerraformJson : parseHcl)({ path: file, text }).body.blocks;
}

/** Throws Refused when there is none. */
export function blockOf(file: string, text: string, address: string): Block {
  const block = findBlock(file, text, address);
  if (!block) throw new Refused('not-found', address);
  return block;
}

/** The text with one edit of the block with an address; the same text when nothing is left to do. */
export function editBlock(file: string, text: string, address: string, edit: BlockEdit): string {
  if (isTerraformJson(file)) return editJsonBlock(file, text, address, edit);
  const path = 'set' in edit ? edit.set : 'remove' in edit ? edit.remove : 'append' in edit ? edit.append : edit.drop;
  const steps = parseEditPath(path);
  let edited = text;
  // An edit of the first of several places moves the others: they are found again, and those that are done change nothing.
  for (let round = 0; round < MAX_PLACES; round++) {
    const next = editOnce(file, edited, address, { edit, steps });
    if (next === edited || isOne(edit, steps)) return next;
    edited = next;
  }
  throw new Refused('unsupported', `more than ${MAX_PLACES} places`);
}

interface Order {
  readonly edit: BlockEdit;
  readonly steps: readonly PathStep[];
}

function editOnce(file: string, text: string, address: string, order: Order): string {
  const { body, start } = blockOf(file, text, address);
  const place: HclPlace = {
    file,
    text,
    eol: lineEndOf(text),
    unit: unitOf(text, start, body.attributes[0]?.start ?? body.blocks[0]?.start),
  };
  return editIn(place, { kind: 'body', body, start }, order);
}

/** How far the block's own lines are indented. */
function unitOf(text: string, start: number, child: number | undefined): string {
  const outer = indentAt(text, start);
  const inner = child === undefined ? '' : indentAt(text, child);
  return inner.startsWith(outer) && inner.length > outer.length && inner.length - outer.length <= 8 ? inner.slice(outer.length) : '  ';
}

/** The text after the first change that is left to do below a holder. */
function editIn(place: HclPlace, holder: Holder, { edit, steps }: Order): string {
  const [step, ...rest] = steps;
  if (!step) return place.text;
  if (rest.length === 0) return editLast(place, holder, { edit, steps });
  const holders = holdersAt(place, holder, step);
  if (holders.length === 0) {
    if (!makes(edit) || steps.some(({ select }) => select?.kind === 'all')) return place.text;
    return insertPath(place, holder, steps, 'set' in edit ? edit.value : edit.values);
  }
  for (const each of holders) {
    const edited = editIn(place, each, { edit, steps: rest });
    if (edited !== place.text) return edited;
  }
  return place.text;
}

function editLast(place: HclPlace, holder: Holder, { edit, steps }: Order): string {
  const name = steps[0]?.name ?? '';
  const value = valueIn(holder, name);
  if ('remove' in edit) return removeIn(place, holder, { name, value, step: steps[0] });
  if (!value) {
    if (holder.kind === 'body') holdersAt(place, holder, { name, select: null, isMap: false }); // refuses a dynamic block
    return makes(edit) ? insertPath(place, holder, steps, 'set' in edit ? edit.value : edit.values) : place.text;
  }
  if ('append' in edit) return appendTo(place, value, edit.values);
  if ('drop' in edit) return dropFrom(place, value, edit.values);
  if (edit.unlessThere === true) return place.text;
  return replaceValue(place, value, edit.value);
}

function replaceValue(place: HclPlace, value: Expression, wanted: EditValue): string {
  const { text } = place;
  if (!isLiteral(value)) throw refuseExpression(place, value);
  const by = hclText(wanted);
  const written = text.slice(value.start, value.end);
  if (written === by || JSON.stringify(plainOf(value)) === JSON.stringify(wanted)) return text;
  if (/(?:^|\s)(?:#|\/\/|\/\*)/.test(written) && value.kind !== 'literal')
    throw new Refused('unsupported', 'a value with comments in it', { file: place.file, start: value.start });
  if (written.startsWith('<<')) throw new Refused('unsupported', 'a heredoc', { file: place.file, start: value.start });
  return spliced(text, value, by);
}

function plainOf(value: Expression): unknown {
  if (value.kind === 'list') return value.items.map(plainOf);
  return value.kind === 'literal' ? value.value : undefined;
}

interface Named {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly step: PathStep | undefined;
}

function removeIn(place: HclPlace, holder: Holder, { name, value, step }: Named): string {
  if (holder.kind === 'map') {
    if (value?.kind === 'list' && step?.select?.kind === 'index') return withoutItem(place, value, step.select.index);
    if (value) throw new Refused('unsupported', `an entry of a map: ${name}`, { file: place.file, start: value.start });
    return place.text;
  }
  const attribute = holder.body.attributes.find((each) => each.name === name);
  if (attribute) {
    if (!isLiteral(attribute.value)) throw refuseExpression(place, attribute.value);
    return without(place, attribute);
  }
  const fitting = holdersAt(place, holder, step ?? { name, select: null, isMap: false });
  const first = fitting[0];
  const block = first?.kind === 'body' ? holder.body.blocks.find((each) => each.body === first.body) : undefined;
  return block ? without(place, block) : place.text;
}

/** One of several elements of a list, with its comma. */
function withoutItem({ file, text }: HclPlace, { items, start }: Extract<Expression, { kind: 'list' }>, index: number): string {
  const [before, own, after] = [items[index - 1], items[index], items[index + 1]];
  if (!own) return text;
  if (after) return spliced(text, { start: own.start, end: after.start }, '');
  if (!before) throw new Refused('unsupported', 'the only element of a list', { file, start });
  return spliced(text, { start: before.end, end: own.end }, '');
}

function appendTo(place: HclPlace, list: Expression, values: readonly EditValue[]): string {
  const { text, eol } = place;
  if (list.kind !== 'list') throw refuseExpression(place, list);
  const held = new Set(list.items.map((each) => JSON.stringify(plainOf(each))));
  const missing = values.filter((each) => !held.has(JSON.stringify(each)));
  if (missing.length === 0) return text;
  const last = list.items.at(-1);
  if (!last) return spliced(text, { start: list.start + 1, end: list.start + 1 }, missing.map(hclText).join(', '));
  const tail = text.slice(last.end, list.end);
  const isOnLines = /\n/.test(text.slice(list.start, list.items[0]?.start ?? list.start));
  if (!isOnLines) return spliced(text, { start: last.end, end: last.end }, `, ${missing.map(hclText).join(', ')}`);
  const indent = indentAt(text, last.start);
  const comma = /^[ \t]*,/.exec(tail);
  const end = lineEndAt(text, last.end);
  if (end >= list.end)
    throw new Refused('unsupported', 'a list whose end is on the line of its last element', { file: place.file, start: last.start });
  const lines = missing.map((each) => `${eol}${indent}${hclText(each)}`).join(',') + (comma ? ',' : '');
  const withLines = spliced(text, { start: end, end }, lines);
  return comma ? withLines : spliced(withLines, { start: last.end, end: last.end }, ',');
}

function dropFrom(place: HclPlace, list: Expression, values: readonly EditValue[]): string {
  if (list.kind !== 'list') throw refuseExpression(place, list);
  const unwanted = new Set(values.map((each) => JSON.stringify(each)));
  const kept = list.items.filter((each) => !unwanted.has(JSON.stringify(plainOf(each))));
  if (kept.length === list.items.length) return place.text;
  const written = place.text.slice(list.start, list.end);
  if (/\n/.test(written)) {
    // One at a time, with its comma; what is left on its line stays.
    const item = list.items.find((each) => unwanted.has(JSON.stringify(plainOf(each))));
    if (!item) return place.text;
    const after = /^[ \t]*,/.exec(place.text.slice(item.end, list.end))?.[0].length ?? 0;
    const start = place.text.lastIndexOf('\n', item.start) + 1;
    const end = lineEndAt(place.text, item.end + after);
    const isAlone = place.text.slice(start, item.start).trim() === '' && place.text.slice(item.end + after, end).trim() === '';
    if (!isAlone) return spliced(place.text, { start: item.start, end: item.end + after }, '');
    const next = place.text.startsWith('\r\n', end) ? end + 2 : end + 1;
    return spliced(place.text, { start, end: next }, '');
  }
  return spliced(place.text, list, `[${kept.map((each) => place.text.slice(each.start, each.end)).join(', ')}]`);
}
