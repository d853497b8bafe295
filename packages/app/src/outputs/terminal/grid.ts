/** Columns of text without frames: for lists of checks, frameworks, diagnostics. */
import { cut, pad, plain, textWidth } from './text.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';

export interface GridColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** This column gives way when the line is too long; of several the widest does. */
  readonly shrinks?: boolean;
  /** Colors a cell after it was cut and filled. */
  paint?(cell: string, row: number): string;
}

export interface GridOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color?: boolean;
  readonly indent?: number;
  /** Blanks between two columns. */
  readonly gap?: number;
}

const LEAST_COLUMN = 8;

/** Lines of a grid, the first one the titles. Cells are made safe to print; what does not fit is cut with `…`. O(cells). */
export function renderGrid(columns: readonly GridColumn[], rows: readonly (readonly string[])[], options: GridOptions): readonly string[] {
  const { width, color = false, indent = 0, gap = 2 } = options;
  const paint: Paint = painter(color);
  const cells = rows.map((row) => row.map((cell) => plain(cell)));
  const widths = columns.map(({ title }, index) =>
    cells.reduce((widest, row) => Math.max(widest, textWidth(row[index] ?? '')), textWidth(title)),
  );
  shrink(columns, widths, width - indent - gap * (columns.length - 1));
  const margin = ' '.repeat(indent);
  const cellText = (row: readonly string[], index: number): string => {
    const text = cut(row[index] ?? '', widths[index] ?? 0);
    const isLast = index === columns.length - 1 && columns[index]?.align !== 'right';
    return isLast ? text : pad(text, widths[index] ?? 0, columns[index]?.align);
  };
  const line = (row: readonly string[], finish: (text: string, column: GridColumn) => string): string =>
    (margin + columns.map((column, index) => finish(cellText(row, index), column)).join(' '.repeat(gap))).trimEnd();
  const titles = columns.map(({ title }) => title);
  return [
    line(titles, (text) => paint('dim', text)),
    ...cells.map((row, number) => line(row, (text, column) => (color && column.paint ? column.paint(text, number) : text))),
  ];
}

/** Takes from the widest column that may shrink until the line fits, so that no column vanishes for another. */
function shrink(columns: readonly GridColumn[], widths: number[], available: number): void {
  let excess = widths.reduce((sum, one) => sum + one, 0) - available;
  while (excess > 0) {
    const widest = widths.reduce((found, width, index) => (columns[index]?.shrinks && width > (widths[found] ?? 0) ? index : found), -1);
    const width = widths[widest] ?? 0;
    if (width <= LEAST_COLUMN) return;
    widths[widest] = width - 1;
    excess -= 1;
  }
}
