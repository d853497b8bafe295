/** Tables with a header: exports of portals and queries, and the W3C form of CloudFront. */
import type { Found } from './found.ts';
import { parsed } from './pieces.ts';
import { lakeRecord } from './lake-row.ts';
import type { LogRecord } from './types.ts';
import { MAX_RECORD } from './types.ts';
import { unwrap } from './unwrap.ts';

export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly offset: number;
  /** A quoted cell that is never closed, or a last row without its line break. */
  readonly isOpen: boolean;
}

/** Rows of RFC 4180, whatever the line breaks; empty rows are left out. Linear time. */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  let line = 1;
  for (let at = 0; at < text.length;) {
    const offset = at;
    const first = line;
    const cells: string[] = [];
    let isOpen = false;
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, delimiter);
      cells.push(cell.value);
      for (let breaks = text.indexOf('\n', at); breaks !== -1 && breaks < cell.end; breaks = text.indexOf('\n', breaks + 1)) line += 1;
      at = cell.end;
      isOpen ||= cell.isOpen;
      if (text.startsWith(delimiter, at)) at += delimiter.length;
      else break;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') {
      at += 1;
      line += 1;
    } else if (at < text.length) at = Math.max(at, offset + 1);
    else isOpen = true;
    if (cells.length > 1 || cells[0] !== '') yield { cells, line: first, offset, isOpen };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly isOpen: boolean;
}

function quoted(text: string, open: number): Cell {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return { value: text.slice(open + 1), end: text.length, isOpen: true };
    if (text[at + 1] === '"') continue;
    return { value: text.slice(open + 1, at).replaceAll('""', '"'), end: afterQuote(text, at + 1), isOpen: false };
  }
}

/** What stands between a closing quote and the delimiter is against the format; it is skipped. */
function afterQuote(text: string, from: number): number {
  let at = from;
  while (at < text.length && !',;\t\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
}

function plain(text: string, from: number, delimiter: string): Cell {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), end: at, isOpen: false };
}

/** Reads a table into records, each unwrapped like one of JSON. A row with fewer cells than half the header has is damaged. */
export function readCsv(text: string, delimiter: string, found: Found): void {
  let header: readonly string[] | null = null;
  for (const row of csvRows(text, delimiter)) {
    if (!header) {
      header = row.cells.map((cell) => cell.trim());
      continue;
    }
    found.at(row.line, row.offset);
    if (row.cells.length * 2 < header.length) found.problem(row.isOpen ? 'half-record' : 'bad-line', '');
    else if (row.cells.some((cell) => cell.length > MAX_RECORD)) found.problem('too-large', '');
    else {
      const record = rowRecord(row.cells, header);
      unwrap(lakeRecord(record) ?? record, found);
    }
  }
}

/** Names of Log Analytics end in ` [UTC]`, with times as people in the United States write them. */
const UTC = / \[[^\]]+\]$/;

function rowRecord(cells: readonly string[], header: readonly string[]): LogRecord {
  const entries: (readonly [string, unknown])[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = header[index] ?? `column${index + 1}`;
    if (cell === '') continue;
    entries.push([name.replace(UTC, ''), UTC.test(name) || name.endsWith('(UTC)') ? isoTime(cell) : cellValue(cell)]);
  }
  return Object.fromEntries(entries);
}

/** A cell that is a list or an object of JSON is one; anything else is text. */
function cellValue(cell: string): unknown {
  return cell.startsWith('{') || cell.startsWith('[') ? (parsed(cell) ?? cell) : cell;
}

const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(\.\d{1,9})? ([AP])M$/;

/** `7/10/2023, 11:42:31.123 AM` as `2023-07-10T11:42:31.123Z`; any other text as it is. */
function isoTime(text: string): string {
  const match = AMERICAN.exec(text);
  if (!match) return text;
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '', fraction = '', half = ''] = match;
  const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${String(hours).padStart(2, '0')}:${minute}:${second}${fraction}Z`;
}
