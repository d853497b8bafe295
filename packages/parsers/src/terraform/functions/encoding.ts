/** base64, character sets, URL encoding, CSV. */
import { listValue, mapValue, stringValue, unknownValue } from '@kumomori/model';
import type { Range, Value } from '@kumomori/model';
import type { Failure, FunctionTable } from './context.ts';
import { fromBase64, toBase64 } from './hash-bits.ts';
import { MAX_ITEMS, define, fail, own, tooLarge, variadic } from './support.ts';

const encoder = new TextEncoder();

export const encodingFunctions: FunctionTable = {
  base64encode: define(['string'], ([text]) => toBase64(encoder.encode(text))),
  base64decode: define(['string'], ([text]) => {
    const bytes = fromBase64(text);
    return bytes ? (decodeUtf8(bytes) ?? fail('the decoded bytes are not UTF-8')) : fail('the text is not base64');
  }),
  base64gzip: variadic(1, 1, (_, { range }) => unknownValue('unsupported', 'base64gzip() is not evaluated', range)),
  textencodebase64: define(['string', 'string'], ([text, encoding], { range }) => {
    const charset = own(charsets, normalName(encoding));
    if (!charset) return unsupported(encoding, range);
    const bytes = charset.encode(text);
    return bytes ? toBase64(bytes) : fail(`a character does not exist in ${encoding}`);
  }),
  textdecodebase64: define(['string', 'string'], ([text, encoding], { range }) => {
    const bytes = fromBase64(text);
    if (!bytes) return fail('the text is not base64');
    const charset = own(charsets, normalName(encoding));
    return charset ? (charset.decode(bytes) ?? fail(`the bytes are not ${encoding}`)) : unsupported(encoding, range);
  }),
  urlencode: define(['string'], ([text]) => urlEncode(text)),
  urldecode: define(['string'], ([text]) => urlDecode(text) ?? fail('the text is not URL-encoded')),
  csvdecode: define(['string'], ([text], { range }) => decodeCsv(text, range)),
};

function unsupported(encoding: string, range: Range | null): Value {
  return unknownValue('unsupported', `the character set ${encoding.slice(0, 40)} is not supported`, range);
}

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

interface Charset {
  readonly encode: (text: string) => Uint8Array | null;
  readonly decode: (bytes: Uint8Array) => string | null;
}

function normalName(encoding: string): string {
  return encoding.toLowerCase().replaceAll('_', '-');
}

const charsets: Readonly<Record<string, Charset>> = {
  'utf-8': { encode: (text) => encoder.encode(text), decode: decodeUtf8 },
  'utf-16le': utf16(true),
  'utf-16be': utf16(false),
  'us-ascii': singleByte(0x7f),
  'iso-8859-1': singleByte(0xff),
};

function utf16(littleEndian: boolean): Charset {
  return {
    encode: (text) => {
      const bytes = new Uint8Array(text.length * 2);
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
      return bytes;
    },
    decode: (bytes) => {
      if (bytes.length % 2 === 1) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const units: string[] = [];
      for (let at = 0; at < bytes.length; at += 2) units.push(String.fromCharCode(view.getUint16(at, littleEndian)));
      return units.join('');
    },
  };
}

function singleByte(highest: number): Charset {
  return {
    encode: (text) => {
      const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      return codes.every((code) => code <= highest) ? Uint8Array.from(codes) : null;
    },
    decode: (bytes) => (bytes.every((byte) => byte <= highest) ? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('') : null),
  };
}

/** Query escaping as Go does it: blanks become "+", only letters, digits and - _ . ~ stay. */
function urlEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function urlDecode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** RFC 4180 with a header line: a list of maps, all values strings. */
function decodeCsv(text: string, range: Range | null): Value | Failure {
  const rows = readCsv(text);
  if (rows === null) return fail('a quote is not closed or stands in the wrong place');
  const [header, ...records] = rows;
  if (!header) return fail('the header line is missing');
  if (new Set(header).size < header.length) return fail('two columns have the same name');
  if (records.length * header.length > MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} fields`);
  const items: Value[] = [];
  for (const [at, record] of records.entries()) {
    if (record.length !== header.length) return fail(`record ${at + 1} has ${record.length} fields, not ${header.length}`);
    items.push(mapValue(new Map(header.map((name, column) => [name, stringValue(record[column] ?? '', range)])), range));
  }
  return listValue(items, range);
}

/** One field and what ends it: a comma, a line break, or the end of the text. */
const CSV_FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function readCsv(text: string): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    CSV_FIELD.lastIndex = at;
    const match = CSV_FIELD.exec(text);
    if (!match) return null;
    const [whole, quoted, bare = '', end] = match;
    at += whole.length;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    // Empty lines are skipped.
    if (row.length > 1 || quoted !== undefined || bare !== '') rows.push(row);
    row = [];
  }
  return rows;
}
