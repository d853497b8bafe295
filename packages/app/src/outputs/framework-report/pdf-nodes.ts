/** The pieces pdfmake puts on paper, as far as the report uses them, and our colors. */
import type { ControlStatus, Severity } from '@kumomori/model';

export type PdfNode = string | PdfObject;

export interface PdfObject {
  readonly [key: string]: unknown;
}

/** A4 in points, and what is left within the margins. */
export const PAGE = { width: 595.28, height: 841.89, margin: 44 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;

export const ink = { text: '#1f2440', dim: '#626a8a', line: '#dfe2ef', accent: '#3a43b5', soft: '#f3f4fb', white: '#ffffff' } as const;

export const severityInk: Readonly<Record<Severity, string>> = {
  critical: '#b01657',
  high: '#c83a26',
  medium: '#9a6a0c',
  low: '#1f6ba8',
  info: '#626a8a',
};

export const statusInk: Readonly<Record<ControlStatus, { readonly text: string; readonly fill: string }>> = {
  pass: { text: '#1c6e4b', fill: '#dff2e9' },
  fail: { text: '#b3321f', fill: '#fdeae6' },
  unknown: { text: '#6a4bb3', fill: '#efe9fb' },
  'not-assessed': { text: '#5d6482', fill: '#eceef6' },
  manual: { text: '#3a43b5', fill: '#e8eafc' },
};

// No font has them, and they would hide or reorder others.
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of others as it may stand on paper, at most `most` characters. */
export function printable(text: string, most = 600): string {
  const clean = text.replace(INVISIBLE, '').replaceAll(/\s+/g, ' ').trim();
  return clean.length > most ? `${clean.slice(0, most)} …` : clean;
}

/** A table with hair lines between its rows; widths in points, which together should be {@link CONTENT_WIDTH}. */
export function tableNode(
  widths: readonly number[],
  rows: readonly (readonly PdfNode[])[],
  { head = true }: { readonly head?: boolean } = {},
): PdfObject {
  // Padding stands beside the width of a column.
  const inner = widths.map((width, index) => width - (index === widths.length - 1 ? 0 : 8));
  return {
    table: { widths: inner, headerRows: head ? 1 : 0, keepWithHeaderRows: head ? 1 : 0, dontBreakRows: true, body: rows },
    layout: {
      hLineWidth: (line: number, node: { readonly table: { readonly body: readonly unknown[] } }) =>
        line === 0 || line === node.table.body.length ? 0 : 0.5,
      vLineWidth: () => 0,
      hLineColor: () => ink.line,
      paddingLeft: () => 0,
      paddingRight: (column: number, node: { readonly table: { readonly widths: readonly unknown[] } }) =>
        column === node.table.widths.length - 1 ? 0 : 8,
      paddingTop: () => 3.5,
      paddingBottom: () => 3.5,
    },
  };
}

/**
 * Whatever comes next begins on a page that has `height` points left: an invisible block of that height has to fit, then the text goes back to
 * where the block began.
 */
export function keptTogether(height: number): readonly PdfObject[] {
  const block = { type: 'rect', x: 0, y: 0, w: 0, h: height, lineWidth: 0, lineColor: ink.white };
  return [
    { unbreakable: true, stack: [{ canvas: [block] }] },
    { canvas: [{ ...block, h: 0 }], margin: [0, -height, 0, 0] },
  ];
}

export function headCell(text: string): PdfObject {
  return { text, color: ink.dim, fontSize: 7.5 };
}

/** A status as a small filled box. */
export function badge(status: ControlStatus, text: string): PdfObject {
  const { text: color, fill } = statusInk[status];
  return { text: ` ${text} `, bold: true, fontSize: 8, color, background: fill, alignment: 'right', noWrap: true };
}
