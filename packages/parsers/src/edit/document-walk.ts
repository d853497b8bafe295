/** Finds and makes what a path names in a YAML or JSON document. */
import type { EditValue } from '@kumomori/model';
import { Refused, indentAt, lineEndAt, lineStartAt, spliced } from './edit.ts';
import type { WrittenNode, WrittenPair } from './document.ts';
import type { DocumentStyle } from './document-text.ts';
import { blockItems, blockMap, blockValue, flowText, keyText, linesOf, scalarText } from './document-text.ts';
import type { PathStep } from './path.ts';

/** A text being edited. */
export interface DocumentPlace {
  readonly file: string;
  readonly text: string;
  readonly style: DocumentStyle;
}

export function refuseNode({ file, text }: DocumentPlace, code: 'expression' | 'shared' | 'unsupported', node: WrittenNode): Refused {
  const written = text.slice(node.start, node.end).replaceAll(/\s+/g, ' ').trim();
  const what = node.shared ?? `${node.tag ?? ''} ${written}`.trim();
  return new Refused(code, what, { file, start: node.start });
}

/** Refuses what is computed, and what an anchor shares with other places. */
export function ownNode(place: DocumentPlace, node: WrittenNode): WrittenNode {
  if (node.shared !== null) throw refuseNode(place, 'shared', node);
  if (node.tag !== null || isFunction(node)) throw refuseNode(place, 'expression', node);
  return node;
}

/** `{ "Ref": … }`, `{ "Fn::If": … }`, an ARM expression. */
export function isFunction(node: WrittenNode): boolean {
  const [only, ...others] = node.members;
  if (only && others.length === 0 && /^(?:Ref|Fn::[\w:]+|Condition)$/.test(only.key)) return true;
  return typeof node.value === 'string' && /^\[[^[]/.test(node.value) && node.value.endsWith(']');
}

export function isComputedInside(node: WrittenNode): boolean {
  return (
    node.shared !== null ||
    node.tag !== null ||
    isFunction(node) ||
    node.items.some(isComputedInside) ||
    node.members.some(({ value }) => value !== null && isComputedInside(value))
  );
}

export function pairOf(place: DocumentPlace, map: WrittenNode, key: string): WrittenPair | undefined {
  const found = map.members.findLast((each) => each.key === key);
  // What a merge brings in would be replaced as a whole, for this place only.
  if (!found && map.members.some((each) => each.key === '<<')) throw new Refused('shared', '<<', { file: place.file, start: map.start });
  return found;
}

/** The members of a list that a step chooses. */
export function chosen(list: WrittenNode, { select }: PathStep): readonly WrittenNode[] {
  if (select === null || select.kind === 'all') return list.items;
  if (select.kind === 'index') return list.items.slice(select.index, select.index + 1);
  return list.items.filter((item) => item.members.some(({ key, value }) => key === select.key && String(value?.value) === select.value));
}

/** The value that a path below a step stands for, made new. */
export function made(steps: readonly PathStep[], value: EditValue): EditValue {
  const [step, ...rest] = steps;
  if (!step) return value;
  const inner = made(rest, value);
  const own = step.select?.kind === 'match' && isPlainMap(inner) ? { [step.select.key]: step.select.value, ...inner } : inner;
  return { [step.name]: step.select === null ? own : [own] };
}

function isPlainMap(value: EditValue): value is { readonly [key: string]: EditValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of the path without the key that the path begins with. */
function valueOf(steps: readonly PathStep[], value: EditValue): EditValue {
  const whole = made(steps, value);
  return isPlainMap(whole) ? (Object.values(whole)[0] ?? null) : whole;
}

/** Where the last written character of a node stands: collections in block style end where their last member does. */
export function endOf(place: DocumentPlace, node: WrittenNode): number {
  if (!node.isFlow) {
    const last = node.kind === 'map' ? node.members.at(-1) : null;
    if (last) return last.value === null ? place.text.indexOf(':', last.keyEnd) + 1 : endOf(place, last.value);
    const item = node.items.at(-1);
    if (item) return endOf(place, item);
  }
  return place.text.slice(0, node.end).trimEnd().length;
}

export function columnOf(text: string, at: number): number {
  return at - lineStartAt(text, at);
}

/** The text with a path made in a map that does not have its first key. */
export function insertMember(place: DocumentPlace, map: WrittenNode, steps: readonly PathStep[], value: EditValue): string {
  const { text, style } = place;
  const name = steps[0]?.name ?? '';
  const inner = valueOf(steps, value);
  if (map.isFlow) return insertInFlow(place, map, { key: `${keyText(name, style)}: `, value: inner });
  const first = map.members[0];
  const indent = ' '.repeat(columnOf(text, first?.keyStart ?? map.start));
  const end = lineEndAt(text, endOf(place, map));
  return spliced(text, { start: end, end }, `${style.eol}${indent}${keyText(name, style)}:${blockValue(inner, indent, style)}`);
}

interface Insertion {
  /** With its colon; nothing in a list. */
  readonly key: string;
  readonly value: EditValue;
}

function insertInFlow(place: DocumentPlace, node: WrittenNode, { key, value }: Insertion): string {
  const { text, style } = place;
  const last = node.members.at(-1) ?? node.items.at(-1);
  const isMap = node.kind === 'map';
  if (!last) {
    if (text.slice(node.start + 1, node.end - 1).trim() !== '') throw refuseNode(place, 'unsupported', node);
    const [open, close] = isMap ? ['{', '}'] : ['[', ']'];
    if (!style.isJson && !style.isBicep)
      return spliced(text, node, isMap ? `{ ${key}${flowText(value, style)} }` : `[${flowText(value, style)}]`);
    const outer = indentAt(text, node.start);
    const inner = outer + style.unit;
    return spliced(text, node, `${open}${style.eol}${inner}${key}${linesOf(value, inner, style)}${style.eol}${outer}${close}`);
  }
  const lastStart = 'keyStart' in last ? last.keyStart : last.start;
  const lastEnd = 'keyStart' in last ? (last.value?.end ?? last.keyEnd) : last.end;
  const isOnLines = text.slice(node.start, lastStart).includes('\n');
  if (!isOnLines) return spliced(text, { start: lastEnd, end: lastEnd }, `, ${key}${flowText(value, style)}`);
  const indent = indentAt(text, lastStart);
  const shown = style.isJson || style.isBicep ? linesOf(value, indent, style) : flowText(value, style);
  // Lines of Bicep end without a comma, and may have a comment behind them.
  const at = style.isBicep ? lineEndAt(text, lastEnd) : lastEnd;
  if (at > node.end) throw refuseNode(place, 'unsupported', node);
  return spliced(text, { start: at, end: at }, `${style.isBicep ? '' : ','}${style.eol}${indent}${key}${shown}`);
}

/** The text with elements behind the last of a list. */
export function appendItems(place: DocumentPlace, list: WrittenNode, values: readonly EditValue[]): string {
  const { text, style } = place;
  if (list.isFlow && list.items.length === 0) {
    const shown =
      style.isBicep || (style.isJson && values.some((each) => typeof each === 'object'))
        ? linesOf(values, indentAt(text, list.start), style)
        : flowText(values, style);
    return spliced(text, list, shown);
  }
  if (list.isFlow) {
    const [first, ...others] = values;
    if (first === undefined) return text;
    const last = list.items.at(-1);
    const edited = insertInFlow(place, list, { key: '', value: first });
    if (others.length === 0 || !last) return edited;
    // The rest behind the one just written: it stands right behind the former last one.
    const added = edited.length - text.length;
    const node = { ...last, start: last.start, end: last.end + added };
    return appendItems({ ...place, text: edited }, { ...list, end: list.end + added, items: [...list.items, node] }, others);
  }
  const end = lineEndAt(text, endOf(place, list));
  const indent = ' '.repeat(columnOf(text, list.start));
  return spliced(text, { start: end, end }, style.eol + blockItems(values, indent, style));
}

/** The text with a value behind a key that has none. */
export function fillIn(
  place: DocumentPlace,
  { map, pair }: { readonly map: WrittenNode; readonly pair: WrittenPair },
  value: EditValue,
): string {
  const { text, style } = place;
  const colon = text.indexOf(':', pair.keyEnd) + 1;
  if (colon === 0 || map.isFlow) throw new Refused('unsupported', pair.key, { file: place.file, start: pair.keyStart });
  const indent = ' '.repeat(columnOf(text, pair.keyStart));
  const shown = blockValue(value, indent, style);
  const at = shown.startsWith(' ') ? colon : lineEndAt(text, colon);
  return spliced(text, { start: at, end: at }, shown);
}

/** The text with a value in place of another. */
export function replaceNode(place: DocumentPlace, node: WrittenNode, wanted: EditValue): string {
  const { text, style } = place;
  if (isComputedInside(node)) throw refuseNode(place, node.shared === null ? 'expression' : 'shared', node);
  if (JSON.stringify(plainOf(node)) === JSON.stringify(wanted)) return text;
  if (node.kind === 'scalar') {
    if (node.style === 'block') throw refuseNode(place, 'unsupported', node);
    if (typeof wanted === 'object' && wanted !== null) throw refuseNode(place, 'unsupported', node);
    return spliced(text, node, scalarText(wanted, style, style.isJson ? 'plain' : node.style));
  }
  const end = endOf(place, node);
  if (!style.isJson && (style.isBicep ? /\/[/*]/ : /#/).test(text.slice(node.start, end))) throw refuseNode(place, 'unsupported', node);
  if (node.isFlow)
    return spliced(
      text,
      node,
      style.isJson || style.isBicep ? linesOf(wanted, indentAt(text, node.start), style) : flowText(wanted, style),
    );
  const indent = ' '.repeat(columnOf(text, node.start));
  if (node.kind === 'list' && Array.isArray(wanted))
    return spliced(text, { start: node.start, end }, blockItems(wanted, indent, style).trimStart());
  if (node.kind === 'map' && isPlainMap(wanted))
    return spliced(text, { start: node.start, end }, blockMap(wanted, indent, style).trimStart());
  throw refuseNode(place, 'unsupported', node);
}

export function plainOf(node: WrittenNode): unknown {
  if (node.kind === 'list') return node.items.map(plainOf);
  if (node.kind === 'map') return Object.fromEntries(node.members.map(({ key, value }) => [key, value && plainOf(value)]));
  return node.value;
}

/** How far the first nested map is indented. */
export function unitOf(text: string, documents: readonly WrittenNode[]): string {
  for (const document of documents) {
    for (const { keyStart, value } of document.members) {
      const child = value?.members[0];
      if (!child) continue;
      const width = columnOf(text, child.keyStart) - columnOf(text, keyStart);
      if (width > 0 && width <= 8 && text.slice(keyStart, child.keyStart).includes('\n')) return ' '.repeat(width);
    }
  }
  return '  ';
}
