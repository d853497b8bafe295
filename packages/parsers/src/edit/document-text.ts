/** Values as YAML and JSON text. */
import type { EditValue } from '@kumomori/model';
import { meaningOf } from '../documents/index.ts';

export interface DocumentStyle {
  readonly isJson: boolean;
  /** Strings in single quotes; members and elements end with their line. */
  readonly isBicep: boolean;
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

type Syntax = Pick<DocumentStyle, 'isJson' | 'isBicep'>;

/** On one line: JSON, Bicep, or YAML in flow style. */
export function flowText(value: EditValue, style: Syntax): string {
  if (isEditList(value)) return `[${value.map((each) => flowText(each, style)).join(', ')}]`;
  if (isEditMap(value)) {
    const members = Object.entries(value).map(([key, each]) => `${keyText(key, style)}: ${flowText(each, style)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return scalarText(value, style);
}

/** `quote`: how the text it takes the place of was quoted. */
export function scalarText(value: EditValue, { isJson, isBicep }: Syntax, quote: 'plain' | 'double' | 'single' = 'plain'): string {
  if (typeof value !== 'string') return String(value);
  if (isBicep) return bicepString(value);
  if (quote === 'single' && !/['\n]/.test(value)) return `'${value}'`;
  return isJson || quote !== 'plain' || !isPlain(value) ? JSON.stringify(value) : value;
}

const BICEP_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\' };

function bicepString(text: string): string {
  return `'${text.replace(/[\n\r\t'\\]/g, (each) => BICEP_ESCAPES[each] ?? each).replaceAll('${', '\\${')}'`;
}

export function keyText(key: string, { isJson, isBicep }: Syntax): string {
  if (isBicep) return /^[A-Za-z_]\w*$/.test(key) ? key : bicepString(key);
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

/** JSON or Bicep over several lines, the first one not indented. */
export function linesOf(value: EditValue, indent: string, style: DocumentStyle): string {
  const { eol, unit, isBicep } = style;
  if (isBicep) return bicepLines(value, indent, style);
  return JSON.stringify(value, null, unit).replaceAll('\n', `${eol}${indent}`);
}

function bicepLines(value: EditValue, indent: string, style: DocumentStyle): string {
  const inner = indent + style.unit;
  const items = isEditList(value)
    ? value.map((each) => bicepLines(each, inner, style))
    : isEditMap(value)
      ? Object.entries(value).map(([key, each]) => `${keyText(key, style)}: ${bicepLines(each, inner, style)}`)
      : [];
  if (items.length === 0) return flowText(value, style);
  const [open, close] = isEditList(value) ? ['[', ']'] : ['{', '}'];
  return `${open}${style.eol}${items.map((each) => `${inner}${each}${style.eol}`).join('')}${indent}${close}`;
}
