/** Finds and makes what a path names in a body of HCL. */
import type { EditValue } from '@kumomori/model';
import type { Attribute, Block, Body, Expression } from '../hcl/index.ts';
import { parseHcl } from '../hcl/index.ts';
import { Refused, indentAt, lineEndAt, lineStartAt, spliced } from './edit.ts';
import { hclKey, hclText, lineBelow, replaced } from './hcl-text.ts';
import type { PathStep } from './path.ts';

/** A text being edited, with what new lines are written like. */
export interface HclPlace {
  readonly file: string;
  readonly text: string;
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
}

type ObjectExpression = Extract<Expression, { kind: 'object' }>;
/** What holds attributes: a block's body, or a map. */
export type Holder =
  | { readonly kind: 'body'; readonly body: Body; readonly start: number }
  | { readonly kind: 'map'; readonly map: ObjectExpression };

/** A value whose meaning stands in its own text. */
export function isLiteral(value: Expression): boolean {
  if (value.kind === 'list') return value.items.every(isLiteral);
  if (value.kind === 'object') return value.entries.every(({ value: each }) => isLiteral(each));
  if (value.kind === 'unary') return isLiteral(value.operand);
  return value.kind === 'literal';
}

export function refuseExpression({ file, text }: HclPlace, { start, end }: { readonly start: number; readonly end: number }): Refused {
  return new Refused('expression', text.slice(start, end).replaceAll(/\s+/g, ' '), { file, start });
}

/** The value that stands under a name; undefined when nothing does. */
export function valueIn(holder: Holder, name: string): Expression | undefined {
  if (holder.kind === 'body') return holder.body.attributes.findLast((each) => each.name === name)?.value;
  return holder.map.entries.findLast(({ key }) => keyOf(key) === name)?.value;
}

/** What `jsonencode(…)` is given; other values as they are. */
export function jsonOf(value: Expression): Expression {
  const [only, ...others] = value.kind === 'call' && value.name === 'jsonencode' ? value.args : [];
  return only && others.length === 0 ? only : value;
}

export function keyOf(key: Expression): string | null {
  if (key.kind === 'literal') return String(key.value);
  return key.kind === 'name' ? key.name : null;
}

/** Holders that a step leads to; empty when they have to be made. Refuses what is generated or computed. */
export function holdersAt(place: HclPlace, holder: Holder, { name, select }: PathStep): readonly Holder[] {
  const written = valueIn(holder, name);
  if (written) {
    const value = jsonOf(written);
    if (value.kind === 'object') return [{ kind: 'map', map: value }];
    if (value.kind === 'list' && value.items.every((each) => each.kind === 'object')) {
      const maps = value.items.map((map): Holder => ({ kind: 'map', map: map as ObjectExpression })); // every one is, as just seen
      return selected(maps, select);
    }
    throw refuseExpression(place, value);
  }
  if (holder.kind === 'map') return [];
  const generated = holder.body.blocks.find((each) => each.type === 'dynamic' && each.labels[0] === name);
  if (generated) throw new Refused('generated', `dynamic "${name}"`, { file: place.file, start: generated.start });
  const blocks = holder.body.blocks.filter((each) => each.type === name);
  return selected(
    blocks.map(({ body, start }): Holder => ({ kind: 'body', body, start })),
    select,
  );
}

function selected(holders: readonly Holder[], select: PathStep['select']): readonly Holder[] {
  if (select === null || select.kind === 'all') return holders;
  if (select.kind === 'index') return holders.slice(select.index, select.index + 1);
  return holders.filter((each) => {
    const value = valueIn(each, select.key);
    return value?.kind === 'literal' && String(value.value) === select.value;
  });
}

/** Lines of attributes and blocks that make a path with a value. */
export function nested(
  steps: readonly PathStep[],
  value: EditValue,
  indent: string,
  { eol, unit }: Pick<HclPlace, 'eol' | 'unit'>,
): string {
  const [step, ...rest] = steps;
  if (!step) return '';
  if (rest.length === 0) return `${indent}${step.name} = ${hclText(value)}${eol}`;
  const inner = indent + unit;
  if (step.isMap) return `${indent}${step.name} = {${eol}${mapLines(rest, value, inner, { eol, unit })}${indent}}${eol}`;
  const match = step.select?.kind === 'match' ? step.select : null;
  const last = rest.length === 1 ? (rest[0]?.name ?? '') : '';
  const width = match ? Math.max(match.key.length, last.length) : last.length;
  const lines = last === '' ? nested(rest, value, inner, { eol, unit }) : `${inner}${last.padEnd(width)} = ${hclText(value)}${eol}`;
  const own = match ? `${inner}${match.key.padEnd(last === '' ? match.key.length : width)} = ${hclText(match.value)}${eol}` : '';
  return `${indent}${step.name} {${eol}${own}${match && last === '' ? eol : ''}${lines}${indent}}${eol}`;
}

function mapLines(steps: readonly PathStep[], value: EditValue, indent: string, style: Pick<HclPlace, 'eol' | 'unit'>): string {
  const [step, ...rest] = steps;
  if (!step) return '';
  if (rest.length === 0) return `${indent}${hclKey(step.name)} = ${hclText(value)}${style.eol}`;
  return `${indent}${hclKey(step.name)} = {${style.eol}${mapLines(rest, value, indent + style.unit, style)}${indent}}${style.eol}`;
}

/** The text with a path made in a holder that has nothing of it. */
export function insertPath(place: HclPlace, holder: Holder, steps: readonly PathStep[], value: EditValue): string {
  const [step] = steps;
  if (!step) return place.text;
  if (holder.kind === 'map') return insertEntry(place, holder.map, steps, value);
  const isBlock = steps.length > 1;
  if (!isBlock && holder.body.blocks.some((each) => each.type === step.name))
    throw new Refused('unsupported', step.name, { file: place.file, start: holder.start });
  const { text } = place;
  const { body } = holder;
  const open = text.slice(body.start, body.end);
  if (!open.includes('\n')) return insertInLine(place, holder, nestedAt(steps, value, place, holder.start));
  const firstBlock = body.blocks[0]?.start ?? Number.POSITIVE_INFINITY;
  const single = body.attributes.filter((each) => each.start < firstBlock && isOnOneLine(text, each));
  const after =
    single.findLast((each) => !META.has(each.name)) ?? single.at(-1) ?? body.attributes.findLast((each) => each.start < firstBlock);
  if (!isBlock && after) return replaced(text, lineBelow(text, { body, after, eol: place.eol }, [step.name, hclText(value)]));
  const lines = nestedAt(steps, value, place, holder.start);
  if (!isBlock) {
    // Before the blocks; behind what comments there are when there is nothing else.
    const isEmpty = body.attributes.length + body.blocks.length === 0;
    const start = isEmpty ? lineStartAt(text, closingBrace(text, body)) : text.indexOf('\n', body.start) + 1;
    const gap = body.blocks.length > 0 && body.attributes.length === 0 ? place.eol : '';
    return spliced(text, { start, end: start }, lines + gap);
  }
  return insertAtEnd(place, body, lines);
}

/** Attributes that people keep at a resource's beginning or end. */
const META: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);

function isOnOneLine(text: string, { start, end }: Attribute): boolean {
  return lineStartAt(text, start) === lineStartAt(text, end);
}

function nestedAt(steps: readonly PathStep[], value: EditValue, place: HclPlace, blockStart: number): string {
  return nested(steps, value, indentAt(place.text, blockStart) + place.unit, place);
}

/** Before the closing brace, with an empty line between unless the body is empty. */
function insertAtEnd(place: HclPlace, body: Body, lines: string): string {
  const { text, eol } = place;
  const close = closingBrace(text, body);
  const lineStart = lineStartAt(text, close);
  const isAlone = text.slice(lineStart, close).trim() === '';
  const at = isAlone ? lineStart : close;
  const before = text.slice(body.start, at).trimEnd();
  const isEmpty = body.attributes.length + body.blocks.length === 0 && /^\{?$/.test(before.trim());
  const hasGap = /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, at));
  return spliced(text, { start: at, end: at }, `${isAlone ? '' : eol}${isEmpty || hasGap ? '' : eol}${lines}`);
}

/** A body is its braces and what is between them. */
function closingBrace(text: string, { end }: Body): number {
  if (text[end - 1] !== '}') throw new Refused('unsupported', 'a block without an end');
  return end - 1;
}

/** `{}` or `{ a = b }`: opened, what it holds on a line of its own. */
function insertInLine(place: HclPlace, holder: Extract<Holder, { kind: 'body' }>, lines: string): string {
  const { text, eol, unit } = place;
  const close = closingBrace(text, holder.body);
  const open = holder.body.start;
  const indent = indentAt(text, holder.start);
  const held = text.slice(open + 1, close).trim();
  if (/#|\/\/|\/\*/.test(held)) throw new Refused('unsupported', 'a comment inside of a one-line block');
  const own = held === '' ? '' : `${indent}${unit}${held}${eol}`;
  return spliced(text, { start: open + 1, end: close }, `${eol}${own}${lines}${indent}`);
}

function insertEntry(place: HclPlace, map: ObjectExpression, steps: readonly PathStep[], value: EditValue): string {
  const { text, eol, unit } = place;
  const close = text.lastIndexOf('}', map.end);
  const last = map.entries.at(-1);
  const inner = steps.length === 1 ? hclText(value) : objectText(steps.slice(1), value);
  const key = hclKey(steps[0]?.name ?? '');
  if (!last) {
    if (text.slice(map.start + 1, close).trim() !== '') throw new Refused('unsupported', 'a comment inside of an empty map');
    return spliced(text, { start: map.start, end: close + 1 }, `{ ${key} = ${inner} }`);
  }
  const sign = /:\s*$/.test(text.slice(last.key.end, last.value.start)) ? ':' : '=';
  if (!text.slice(map.start, close).includes('\n'))
    return spliced(text, { start: last.value.end, end: last.value.end }, `, ${key} ${sign} ${inner}`);
  const end = lineEndAt(text, last.value.end);
  const comma = /^[ \t]*,/.test(text.slice(last.value.end, end)) ? ',' : '';
  if (end > close) throw new Refused('unsupported', 'a map whose end is on the line of its last entry');
  const indent = indentAt(text, last.key.start) || indentAt(text, map.start) + unit;
  const before = sign === ':' ? ': ' : ' = ';
  return spliced(text, { start: end, end }, `${eol}${indent}${key}${before}${inner}${comma}`);
}

function objectText(steps: readonly PathStep[], value: EditValue): string {
  const [step, ...rest] = steps;
  if (!step) return hclText(value);
  return `{ ${hclKey(step.name)} = ${objectText(rest, value)} }`;
}

/** The text without an attribute or block, and without its line when nothing else stands there. */
export function without(place: HclPlace, span: Attribute | Block): string {
  const { text } = place;
  const { comments } = parseHcl({ path: place.file, text });
  if (comments.some(({ start }) => span.start <= start && start < span.end))
    throw new Refused('unsupported', 'comments inside of what would go', { file: place.file, start: span.start });
  const start = lineStartAt(text, span.start);
  const end = lineEndAt(text, span.end);
  const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
  if (!isAlone) return spliced(text, span, '');
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
  return spliced(text, { start, end: next }, '');
}
