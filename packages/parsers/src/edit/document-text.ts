/** Values as YAML and JSON text. */
import type { EditValue } from '@kumomori/model';
import { meaningOf } from '../documents/index.ts';

export interface DocumentStyle {
  readonly isJson: boolean;
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
}

type EditMap = { readonly [key: string]: EditValue };

export function isEditMap(value: EditValue): value is EditMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEditList(value: EditValue): value is readonly EditValue[] {
  return Array.isArray(value);
}

/** On one line: JSON, or YAML in flow style. */
export function flowText(value: EditValue, style: Pick<DocumentStyle, 'isJson'>): string {
  if (isEditList(value)) return `[${value.map((each) => flowText(each, style)).join(', ')}]`;
  if (isEditMap(value)) {
    const members = Object.entries(value).map(([key, each]) => `${keyText(key, style)}: ${flowText(each, style)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return scalarText(value, style);
}

/** `quote`: how the text it takes the place of was quoted. */
export function scalarText(
  value: EditValue,
  { isJson }: Pick<DocumentStyle, 'isJson'>,
  quote: 'plain' | 'double' | 'single' = 'plain',
): string {
  if (typeof value !== 'string') return String(value);
  if (quote === 'single' && !/['\n]/.test(value)) return `'${value}'`;
  return isJson || quote !== 'plain' || !isPlain(value) ? JSON.stringify(value) : value;
}

export function keyText(key: string, { isJson }: Pick<DocumentStyle, 'isJson'>): string {
  return isJson || !isPlain(key) ? JSON.stringify(key) : key;
}

/** Reads as the same text without quotes, in every context. */
function isPlain(text: string): boolean {
  if (!/^[A-Za-z_/][\w ./:@+-]*$/.test(text) || /:(?:\s|$)|\s$/.test(text)) return false;
  const meaning = meaningOf({ text, isPlain: true, isQuoted: false, tag: null });
  return 'plain' in meaning && meaning.plain === text;
}

/** What stands behind `key:` in block style: ` value`, or lines of their own below. `indent`: of the key. */
export function blockValue(value: EditValue, indent: string, style: DocumentStyle): string {
  if (isEditMap(value) && Object.keys(value).length > 0) return style.eol + blockMap(value, indent + style.unit, style);
  if (isEditList(value) && value.length > 0) return style.eol + blockItems(value, indent + style.unit, style);
  return ` ${flowText(value, style)}`;
}

/** Lines `key: value`, the first one indented too; no line end behind the last. */
export function blockMap(value: EditMap, indent: string, style: DocumentStyle): string {
  return Object.entries(value)
    .map(([key, each]) => `${indent}${keyText(key, style)}:${blockValue(each, indent, style)}`)
    .join(style.eol);
}

export function blockItems(values: readonly EditValue[], indent: string, style: DocumentStyle): string {
  return values
    .map((each) => {
      if (!isEditMap(each) || Object.keys(each).length === 0) return `${indent}- ${flowText(each, style)}`;
      return `${indent}- ${blockMap(each, `${indent}  `, style).slice(indent.length + 2)}`;
    })
    .join(style.eol);
}

/** JSON over several lines, the first one not indented. */
export function jsonLines(value: EditValue, indent: string, { eol, unit }: DocumentStyle): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `${eol}${indent}`);
}
