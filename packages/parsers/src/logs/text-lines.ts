/** Logs as lines of text: with a header (VPC Flow Logs, W3C), as a table, or each line by itself. */
import { ACCESS_NUMBERS, VPC_FLOW_FIELDS, VPC_FLOW_NUMBERS } from './columns.ts';
import { readCsv } from './csv.ts';
import type { Found } from './found.ts';
import { readJsonLine } from './json-text.ts';
import { lineEnd } from './pieces.ts';
import { named, readLine } from './line.ts';
import { sourceOfRecord } from './recognize.ts';
import type { LogRecord } from './types.ts';
import { MAX_RECORD } from './types.ts';

const FEWEST_FLOW_FIELDS = 3;

/** Reads a text that does not begin like JSON. */
export function readTextLines(text: string, name: string, found: Found): void {
  const first = text.slice(0, lineEnd(text, 0)).trim();
  const delimiter = tableDelimiter(first, name);
  if (delimiter !== null) return readCsv(text, delimiter, found);
  // Counts only where nothing but a header follows.
  found.skip('empty');
  let columns: Columns | null = null;
  let line = 1;
  for (let start = 0; start < text.length; line += 1) {
    const end = lineEnd(text, start);
    const content = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const place = { line, offset: start, isLast: end === text.length };
    columns = readOne(content, columns, place, found);
    start = end + 1;
  }
}

interface Columns {
  readonly kind: 'flow' | 'w3c';
  readonly names: readonly string[];
}

interface LinePlace {
  readonly line: number;
  readonly offset: number;
  readonly isLast: boolean;
}

/** Reads a line and returns the columns that hold from here on. */
function readOne(content: string, columns: Columns | null, place: LinePlace, found: Found): Columns | null {
  if (content.trim() === '') return columns;
  found.at(place.line, place.offset);
  if (content.startsWith('#')) {
    const fields = /^#Fields:\s*(.+)$/.exec(content)?.[1];
    return fields === undefined ? columns : { kind: 'w3c', names: fields.trim().split(/\s+/) };
  }
  const header = flowHeader(content);
  if (header) return { kind: 'flow', names: header };
  if (content.length > MAX_RECORD) found.problem('too-large', `${content.length} characters`);
  else if (columns) readRow(content, columns, place, found);
  else if (content.startsWith('{') || content.startsWith('[')) readJsonLine(content, place, found);
  else {
    const event = readLine(content);
    if (event) found.event(event);
    else badLine(content, place, found);
  }
  return columns;
}

function readRow(content: string, { kind, names }: Columns, place: LinePlace, found: Found): void {
  const parts = kind === 'w3c' && content.includes('\t') ? content.split('\t') : content.trim().split(/ +/);
  if (parts.length !== names.length) return badLine(content, place, found);
  if (kind === 'flow') return found.event({ source: 'aws.vpc-flow', record: named(parts, names, VPC_FLOW_NUMBERS) });
  const record = named(parts, names, ACCESS_NUMBERS);
  if (isCloudFront(record)) found.event({ source: 'aws.cloudfront', record });
  else found.unknown(names);
}

const isCloudFront = (record: LogRecord): boolean => 'x-edge-location' in record || 'x-edge-request-id' in record;

function badLine(content: string, { isLast }: LinePlace, found: Found): void {
  found.problem(isLast ? 'half-record' : 'bad-line', content.slice(0, 20));
}

/** The fields of a header of VPC Flow Logs: nothing but names of its fields; a record has at least one number or address. */
function flowHeader(line: string): readonly string[] | null {
  if (!/^[a-z][a-z -]+$/.test(line.trimEnd())) return null;
  const names = line.trim().split(/ +/);
  return names.length >= FEWEST_FLOW_FIELDS && names.every((each) => VPC_FLOW_FIELDS.has(each)) ? names : null;
}

/** The delimiter of a table with a header: a file called so, or a header that a known log has. */
function tableDelimiter(header: string, name: string): string | null {
  if (header.startsWith('#') || header.length > 16_384) return null;
  const delimiter = header.includes('\t') ? '\t' : header.includes(',') ? ',' : null;
  if (delimiter === null) return null;
  if (/\.[ct]sv(?:\.gz)?$/i.test(name)) return delimiter;
  const names = header.split(delimiter).map((each) => each.trim().replaceAll('"', ''));
  if (names.length < 2 || names.some((each) => !/^[A-Za-z_][\w .:()[\]/-]{0,80}$/.test(each))) return null;
  return names.includes('AuditData') || isKnownHeader(names) ? delimiter : null;
}

/** Would a record with these names be of a known log? Values do not count; CloudTrail's are in lower case in Athena's tables. */
function isKnownHeader(names: readonly string[]): boolean {
  const lower = new Set(names.map((each) => each.toLowerCase()));
  if (lower.has('eventname') && lower.has('eventsource')) return true;
  return sourceOfRecord(Object.fromEntries(names.map((each) => [each.replace(/ \[[^\]]+\]$/, ''), '-']))) !== null;
}
