/**
 * Workbooks for spreadsheets (Office Open XML, ECMA-376 part 1), written as a stream so that a long sheet never stands in memory as text.
 * A text is always a text: no cell is a formula, and one that looks like a formula stays a text when somebody edits it (`quotePrefix`).
 * The same content makes the same bytes.
 */
import { Zip, ZipDeflate } from 'fflate';
import { textWidth } from './terminal/index.ts';
import { escapeQuotedXml } from './xml.ts';
import { STYLE, contentTypes, packageRelations, styles, workbookPart, workbookRelations } from './xlsx-parts.ts';

/** A number stays a number, a Date is shown in UTC to the second; null, an invalid date and a number that is none are empty cells. */
export type CellValue = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly name: string;
  /** In characters; without it, as wide as its first rows, 8 to 60. */
  readonly width?: number;
  /** Long texts are shown on several lines. */
  readonly wrap?: boolean;
}

export interface Sheet {
  /** Cut to 31 characters; what a sheet's name may not hold becomes a space, names that are taken get a number. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Rows beyond the 1,048,575 a sheet holds go on in another sheet with the same columns. */
  readonly rows: Iterable<readonly CellValue[]>;
}

/** "Excel specifications and limits", support.microsoft.com, read 2026-11-22. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_TEXT = 32_767;
const MAX_COLUMNS = 16_384;
const MAX_NAME = 31;
/** How many rows tell the width of a column. */
const MEASURED_ROWS = 200;
const WIDTHS = { least: 8, most: 60 };
const PIECE_CHARACTERS = 1 << 16;
/** The first day ZIP can say; fflate reads it in local time. */
const EPOCH = new Date(1980, 0, 1);
/** Days from 1899-12-30, where the serial numbers of dates begin, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;
const MS_PER_DAY = 86_400_000;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of an .xlsx file with a frozen, filterable first row on each sheet. Throws RangeError without sheets and for more columns than a sheet holds. */
export function workbook({ sheets }: { readonly sheets: readonly Sheet[] }): Uint8Array {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const names: string[] = [];
  for (const sheet of sheets) {
    if (sheet.columns.length > MAX_COLUMNS) throw new RangeError('more columns than a sheet holds');
    const rows = sheet.rows[Symbol.iterator]();
    // A sheet without rows still has its header.
    let isDone = false;
    while (!isDone) {
      names.push(sheetName(sheet.name, names));
      const piece = sheetPieces(sheet.columns, rows);
      isDone = addPart(zip, `xl/worksheets/sheet${names.length}.xml`, piece);
    }
  }
  for (const [path, text] of [
    ['xl/workbook.xml', workbookPart(names.map(escapeCell))],
    ['xl/_rels/workbook.xml.rels', workbookRelations(names.length)],
    ['xl/styles.xml', styles()],
    ['_rels/.rels', packageRelations()],
    ['[Content_Types].xml', contentTypes(names.length)],
  ] as const)
    addPart(zip, path, [HEAD + text]);
  zip.end();
  return Buffer.concat(chunks);
}

/** What the pieces return: for a sheet, whether its rows are at their end. */
function addPart(zip: Zip, path: string, pieces: Iterable<string, boolean | undefined>): boolean {
  const file = new ZipDeflate(path, { level: 6 });
  file.mtime = EPOCH;
  zip.add(file);
  const iterator = pieces[Symbol.iterator]();
  let waiting = '';
  for (;;) {
    const next = iterator.next();
    if (next.done === true) {
      file.push(Buffer.from(waiting, 'utf8'), true);
      return next.value ?? true;
    }
    waiting += next.value;
    if (waiting.length < PIECE_CHARACTERS) continue;
    file.push(Buffer.from(waiting, 'utf8'));
    waiting = '';
  }
}

/** One sheet; true when no row is left, false when it is full. */
function* sheetPieces(columns: readonly SheetColumn[], rows: Iterator<readonly CellValue[]>): Generator<string, boolean> {
  const first = takeRows(rows, MEASURED_ROWS);
  const last = `${columnName(Math.max(0, columns.length - 1))}`;
  yield `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield columnWidths(columns, first.rows);
  yield '<sheetData>';
  yield rowXml(
    columns.map(({ name }) => name),
    { row: 1, columns, isHeader: true },
  );
  let row = 1;
  for (const each of first.rows) yield rowXml(each, { row: ++row, columns, isHeader: false });
  let isDone = first.isDone;
  while (!isDone && row < MAX_ROWS) {
    const next = rows.next();
    isDone = next.done === true;
    if (next.done !== true) yield rowXml(next.value, { row: ++row, columns, isHeader: false });
  }
  yield `</sheetData>${columns.length > 0 ? `<autoFilter ref="A1:${last}${row}"/>` : ''}</worksheet>`;
  return isDone;
}

function takeRows(
  rows: Iterator<readonly CellValue[]>,
  count: number,
): { readonly rows: readonly (readonly CellValue[])[]; readonly isDone: boolean } {
  const taken: (readonly CellValue[])[] = [];
  while (taken.length < count) {
    const next = rows.next();
    if (next.done === true) return { rows: taken, isDone: true };
    taken.push(next.value);
  }
  return { rows: taken, isDone: false };
}

function columnWidths(columns: readonly SheetColumn[], rows: readonly (readonly CellValue[])[]): string {
  if (columns.length === 0) return '';
  const widths = columns.map(({ name, width }, index) => {
    if (width !== undefined) return Math.min(255, Math.max(1, width));
    const longest = rows.reduce((most, row) => Math.max(most, shownWidth(row[index] ?? null)), textWidth(name) + 2);
    return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 1));
  });
  const cols = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${cols.join('')}</cols>`;
}

/** Of the widest line; a long text need not be measured to its end. */
function shownWidth(value: CellValue): number {
  if (value === null) return 0;
  if (value instanceof Date) return 19;
  const lines = String(value)
    .slice(0, 4 * WIDTHS.most)
    .split('\n');
  return Math.max(...lines.map(textWidth));
}

interface RowPlace {
  readonly row: number;
  readonly columns: readonly SheetColumn[];
  readonly isHeader: boolean;
}

function rowXml(values: readonly CellValue[], { row, columns, isHeader }: RowPlace): string {
  let cells = '';
  for (let index = 0; index < columns.length; index++) {
    const value = values[index] ?? null;
    if (value === null) continue;
    cells += cellXml(value, `${columnName(index)}${row}`, isHeader ? STYLE.header : columns[index]?.wrap === true ? STYLE.wrapped : null);
  }
  return `<row r="${row}">${cells}</row>`;
}

function cellXml(value: Exclude<CellValue, null>, at: string, style: number | null): string {
  const styled = style === null ? '' : ` s="${style}"`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"${styled}><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}"${styled}><v>${value}</v></c>` : '';
  if (value instanceof Date) {
    const serial = value.getTime() / MS_PER_DAY + EPOCH_SERIAL;
    // Before 1900-03-01 spreadsheets disagree; such a time is told as a text.
    if (Number.isNaN(serial)) return '';
    return serial < 61 ? cellXml(value.toISOString(), at, style) : `<c r="${at}" s="${STYLE.time}"><v>${serial}</v></c>`;
  }
  const text = cellText(value);
  if (text === '') return '';
  const quoted = style === STYLE.header ? style : looksLikeFormula(text) ? (style === null ? STYLE.quoted : STYLE.quotedWrapped) : style;
  return `<c r="${at}" t="inlineStr"${quoted === null ? '' : ` s="${quoted}"`}><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

/** Full-width signs count as well: some spreadsheets take them for the others. */
function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠|%]/.test(text);
}

/** Without what reverses the direction of reading or is not seen, and at most as long as a cell holds. */
function cellText(text: string): string {
  const visible = text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu, '');
  return visible.length <= MAX_CELL_TEXT ? visible : `${visible.slice(0, MAX_CELL_TEXT - 1).toWellFormed()}…`;
}

/** `_x000D_` in a text would be read as a character (ECMA-376 part 1, 22.9.2.19): its underscore is written in that very form. */
function escapeCell(text: string): string {
  return escapeQuotedXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_'));
}

/** A to Z, AA to ZZ, AAA to XFD. */
function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = cellText(wanted)
    .replace(/[[\]:*?/\\\t\n\r]/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  const name = clean === '' || clean.toLowerCase() === 'history' ? `${clean} sheet`.trim() : clean;
  const lower = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const candidate = name.slice(0, MAX_NAME - suffix.length).toWellFormed() + suffix;
    if (!lower.has(candidate.toLowerCase())) return candidate;
  }
}
