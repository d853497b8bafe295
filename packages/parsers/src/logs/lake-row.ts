import { CLOUDTRAIL_NAMES, isRecord, withNames } from '@kumomori/model';
import { parsed } from './pieces.ts';
import type { LogRecord } from './types.ts';

const OBJECTS: ReadonlySet<string> = new Set([
  'userIdentity',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
  'resources',
  'tlsDetails',
  'addendum',
]);
const MAX_DEPTH = 6;

/**
 * A CloudTrail event from a row of CloudTrail Lake or Athena: names in CloudTrail's spelling, nested values out of their text (JSON, or `{type=IAMUser,
 * principalid=…}` as both print structures). Null where the row is no CloudTrail event.
 */
export function lakeRecord(row: LogRecord): LogRecord | null {
  const event = withNames(row, CLOUDTRAIL_NAMES);
  if (typeof event['eventName'] !== 'string' || typeof event['eventSource'] !== 'string') return null;
  const entries = Object.entries(event).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (value === '' || value === 'null') return [];
    return [[name, typeof value === 'string' && OBJECTS.has(name) ? structure(value) : value]];
  });
  return withNames(Object.fromEntries(entries), CLOUDTRAIL_NAMES);
}

function structure(text: string): unknown {
  const json = parsed(text);
  if (json !== undefined) return json;
  if (!/^\[?\{/.test(text)) return text;
  const reader = { text, at: 0 };
  const value = printed(reader, 0);
  return isRecord(value) || Array.isArray(value) ? value : text;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** `{name=value, name={…}, name=[…]}`; a plain value goes on until `, name=` or the closing bracket. */
function printed(reader: Reader, depth: number): unknown {
  const { text } = reader;
  const open = text[reader.at];
  if (depth > MAX_DEPTH) {
    reader.at = text.length;
    return null;
  }
  if (open === '[') {
    const list: unknown[] = [];
    reader.at += 1;
    while (reader.at < text.length && text[reader.at] !== ']') {
      list.push(printed(reader, depth + 1));
      skip(reader, ', ');
    }
    reader.at += 1;
    return list;
  }
  if (open === '{') return members(reader, depth);
  const end = plainEnd(text, reader.at);
  const plain = text.slice(reader.at, end);
  reader.at = Math.max(end, reader.at + 1);
  return plain === 'null' ? null : plain;
}

function members(reader: Reader, depth: number): LogRecord {
  const { text } = reader;
  const entries: (readonly [string, unknown])[] = [];
  reader.at += 1;
  while (reader.at < text.length && text[reader.at] !== '}') {
    const equals = text.indexOf('=', reader.at);
    if (equals === -1) {
      reader.at = text.length;
      break;
    }
    const name = text.slice(reader.at, equals).trim();
    reader.at = equals + 1;
    const value = '},'.includes(text[reader.at] ?? '}') ? '' : printed(reader, depth + 1);
    if (name !== '__proto__') entries.push([name, value]);
    skip(reader, ', ');
  }
  reader.at += 1;
  return Object.fromEntries(entries);
}

function skip(reader: Reader, characters: string): void {
  while (reader.at < reader.text.length && characters.includes(reader.text[reader.at] ?? '')) reader.at += 1;
}

const NEXT = /[\]}]|, ?[A-Za-z_][\w-]*=/g;

function plainEnd(text: string, from: number): number {
  NEXT.lastIndex = from;
  return NEXT.exec(text)?.index ?? text.length;
}
