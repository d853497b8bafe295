/** Values and attributes as HCL text, written the way `terraform fmt` would. */
import type { EditValue } from '@kumomori/model';
import type { Attribute, Body } from '../hcl/index.ts';
import { lineEndAt, lineStartAt } from './edit.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

export function hclText(value: EditValue): string {
  if (typeof value === 'string') return `"${value.replace(/[\n\r\t"\\]/g, (each) => ESCAPES[each] ?? each).replace(/([$%])\{/g, '$1$1{')}"`;
  if (isList(value)) return `[${value.map(hclText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, each]) => `${hclKey(key)} = ${hclText(each)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

export function hclKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && key !== 'for' ? key : hclText(key);
}

export function isList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}

interface AlignedLine {
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Offset of the `=`. */
  readonly equals: number;
}

/** Attributes on lines of their own right above and below one, itself included: what `terraform fmt` aligns together. */
function aligned(text: string, body: Body, around: Attribute): readonly AlignedLine[] {
  const lines = new Map<number, AlignedLine>();
  for (const attribute of body.attributes) {
    const start = lineStartAt(text, attribute.start);
    if (text.slice(start, attribute.start).trim() !== '' || lineStartAt(text, attribute.end) !== start) continue;
    const equals = text.indexOf('=', attribute.nameSpan.end);
    lines.set(start, { nameStart: attribute.start, nameEnd: attribute.nameSpan.end, equals });
  }
  const first = lineStartAt(text, around.start);
  const own = lines.get(first);
  if (!own) return [];
  const group = [own];
  for (let at = first; at > 0;) {
    at = lineStartAt(text, at - 1);
    const line = lines.get(at);
    if (!line) break;
    group.unshift(line);
  }
  for (let at = text.indexOf('\n', around.end) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const line = lines.get(at);
    if (!line) break;
    group.push(line);
  }
  return group;
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A line `name = value` below an attribute, its `=` below those of its neighbors; they move when the new name is longer, if they were in line. */
export function lineBelow(
  text: string,
  { body, after, eol }: { readonly body: Body; readonly after: Attribute; readonly eol: string },
  [name, value]: readonly [string, string],
): readonly Replacement[] {
  const indent = text.slice(lineStartAt(text, after.start), after.start);
  const end = lineEndAt(text, after.end);
  const group = aligned(text, body, after);
  const widest = Math.max(0, ...group.map(({ nameStart, nameEnd }) => nameEnd - nameStart));
  const isInLine = group.length > 0 && group.every(({ nameStart, equals }) => equals - nameStart === widest + 1);
  if (!isInLine) return [{ start: end, end, by: `${eol}${indent}${name} = ${value}` }];
  const width = Math.max(widest, name.length);
  const moved =
    width === widest
      ? []
      : group.map(({ nameStart, nameEnd, equals }) => ({
          start: nameEnd,
          end: equals,
          by: ' '.repeat(width - (nameEnd - nameStart) + 1),
        }));
  return [...moved, { start: end, end, by: `${eol}${indent}${name.padEnd(width)} = ${value}` }].sort((a, b) => a.start - b.start);
}

/** Carries out replacements that do not overlap. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements
    .toSorted((a, b) => b.start - a.start)
    .reduce((edited, { start, end, by }) => edited.slice(0, start) + by + edited.slice(end), text);
}
