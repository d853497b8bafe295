/** JSON into a tree with positions. */
import type { Diagnostic, Source } from '@kumomori/model';
import type { JsonMember, JsonNode } from './ast.ts';
import type { JsonReader } from './scan.ts';
import { readJsonString, reportJson, skipJsonBlanks } from './scan.ts';

/** Arrays and objects inside one another. */
export const MAX_JSON_DEPTH = 256;

/** Plan and state files grow to some 100 MB; beyond that a string does not fit into memory several times. */
export const DEFAULT_MAX_JSON_BYTES = 256 * 1024 * 1024;

export interface JsonOptions {
  /** Longer texts are not read. Counted in UTF-16 code units. */
  readonly maxBytes?: number;
  /** Accept line ends inside strings, as ARM templates have them. */
  readonly multilineStrings?: boolean;
}

export interface ParsedJson {
  /** Null only when there is no value at all. */
  readonly value: JsonNode | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The tree of a JSON text. Never throws: comments and trailing commas are accepted, everything else that is wrong is a diagnostic
 * (`json-syntax`, `limit`, `binary`, `too-large`), and what could be read is in the tree. O(length).
 */
export function parseJson(source: Source, options: JsonOptions = {}): ParsedJson {
  const opened = openJson(source, options);
  if (!('reader' in opened)) return { value: null, diagnostics: opened.diagnostics };
  const { reader } = opened;
  const value = parseNode(reader);
  skipJsonBlanks(reader);
  if (value && reader.pos < reader.end) reportJson(reader, reader.pos, `end of the file expected, found ${describe(reader)}`);
  return { value, diagnostics: reader.diagnostics };
}

/** A reader at the first character of the value, or why the text is not read. */
export function openJson(
  source: Source,
  { maxBytes = DEFAULT_MAX_JSON_BYTES, multilineStrings = false }: JsonOptions = {},
): { readonly reader: JsonReader } | { readonly diagnostics: readonly Diagnostic[] } {
  const end = source.text.length;
  const whole = { severity: 'error', file: source.path, line: null, column: null } as const;
  if (end > maxBytes) {
    const message = `file is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB and was not read`;
    return { diagnostics: [{ ...whole, code: 'too-large', message }] };
  }
  if (source.text.includes('\0')) {
    return { diagnostics: [{ ...whole, code: 'binary', message: 'file is binary: it contains NUL bytes' }] };
  }
  const pos = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reader: JsonReader = {
    source,
    text: source.text,
    end,
    multilineStrings,
    pos,
    depth: 0,
    lastErrorAt: -1,
    diagnostics: [],
  };
  skipJsonBlanks(reader);
  return { reader };
}

/** Null, with a diagnostic, when no value begins here; then nothing is consumed. */
export function parseNode(reader: JsonReader): JsonNode | null {
  const { text, pos: start } = reader;
  const code = text.charCodeAt(start);
  if (code === 34) {
    const value = readJsonString(reader);
    return { kind: 'string', value, start, end: reader.pos };
  }
  if (code === 123 || code === 91) return parseNested(reader, code);
  if (code === 45 || (code >= 48 && code <= 57)) return parseNumber(reader);
  if (code === 116 && takeWord(reader, 'true')) return { kind: 'boolean', value: true, start, end: reader.pos };
  if (code === 102 && takeWord(reader, 'false')) return { kind: 'boolean', value: false, start, end: reader.pos };
  if (code === 110 && takeWord(reader, 'null')) return { kind: 'null', value: null, start, end: reader.pos };
  reportJson(reader, start, `value expected, found ${describe(reader)}`);
  return null;
}

function parseNested(reader: JsonReader, open: number): JsonNode {
  const start = reader.pos;
  if (reader.depth >= MAX_JSON_DEPTH) {
    reportJson(reader, start, `nested deeper than ${MAX_JSON_DEPTH} levels`, 'limit');
    skipNested(reader);
    return { kind: 'null', value: null, start, end: reader.pos };
  }
  reader.depth++;
  reader.pos++;
  skipJsonBlanks(reader);
  const node: JsonNode = open === 123 ? parseMembers(reader, start) : parseItems(reader, start);
  reader.depth--;
  return node;
}

function parseMembers(reader: JsonReader, start: number): JsonNode {
  const { text } = reader;
  const members: JsonMember[] = [];
  while (text.charCodeAt(reader.pos) !== 125 && reader.pos < reader.end) {
    const keyStart = reader.pos;
    if (text.charCodeAt(keyStart) === 34) {
      const key = readJsonString(reader);
      const keyEnd = reader.pos;
      skipJsonBlanks(reader);
      if (text.charCodeAt(reader.pos) === 58) {
        reader.pos++;
        skipJsonBlanks(reader);
        const value = parseNode(reader);
        if (value) members.push({ key, keyStart, keyEnd, value });
      } else reportJson(reader, reader.pos, `":" expected after a key, found ${describe(reader)}`);
    } else reportJson(reader, keyStart, `key in quotes expected, found ${describe(reader)}`);
    if (!nextElement(reader, 125)) break;
  }
  closeNested(reader, start, 125);
  return { kind: 'object', members, start, end: reader.pos };
}

function parseItems(reader: JsonReader, start: number): JsonNode {
  const items: JsonNode[] = [];
  while (reader.text.charCodeAt(reader.pos) !== 93 && reader.pos < reader.end) {
    const item = parseNode(reader);
    if (item) items.push(item);
    if (!nextElement(reader, 93)) break;
  }
  closeNested(reader, start, 93);
  return { kind: 'array', items, start, end: reader.pos };
}

/** Moves behind the comma; reports a missing one. False when the list ends. */
export function nextElement(reader: JsonReader, close: number): boolean {
  const { text } = reader;
  skipJsonBlanks(reader);
  const code = text.charCodeAt(reader.pos);
  if (code === 44) {
    reader.pos++;
    skipJsonBlanks(reader);
    return true;
  }
  if (code === close || reader.pos >= reader.end) return false;
  const errorAt = reader.pos;
  const startsElement = code === 34 || (close === 93 && (code === 123 || code === 91));
  if (startsElement) {
    reportJson(reader, errorAt, `"," expected, found ${describe(reader)}`);
    return true;
  }
  skipGarbage(reader);
  reportJson(reader, errorAt, `"," or "${String.fromCharCode(close)}" expected`);
  const after = text.charCodeAt(reader.pos);
  if (after !== 44) return false;
  reader.pos++;
  skipJsonBlanks(reader);
  return true;
}

/** To the next comma or closing bracket outside of strings and of brackets that open on the way. */
function skipGarbage(reader: JsonReader): void {
  const { text, end } = reader;
  while (reader.pos < end) {
    const code = text.charCodeAt(reader.pos);
    if (code === 44 || code === 125 || code === 93) return;
    if (code === 123 || code === 91) skipNested(reader);
    else if (code === 34) skipString(reader);
    else reader.pos++;
  }
}

function skipString(reader: JsonReader): void {
  const { text, end } = reader;
  reader.pos++;
  while (reader.pos < end) {
    const code = text.charCodeAt(reader.pos++);
    if (code === 34 || (code === 10 && !reader.multilineStrings)) return;
    if (code === 92) reader.pos++;
  }
  reader.pos = end;
}

/** Behind the bracket that closes the one at the reader's position, without recursion. */
export function skipNested(reader: JsonReader): void {
  const { text, end } = reader;
  let open = 0;
  while (reader.pos < end) {
    const code = text.charCodeAt(reader.pos);
    if (code === 34) {
      skipString(reader);
      continue;
    }
    if (code === 123 || code === 91) open++;
    else if (code === 125 || code === 93) open--;
    reader.pos++;
    if (open === 0) return;
  }
  reader.pos = end;
}

function closeNested(reader: JsonReader, start: number, close: number): void {
  if (reader.text.charCodeAt(reader.pos) === close) reader.pos++;
  // Where the text ends too early, what is around is not closed either.
  else if (reader.pos < reader.end || reader.diagnostics.length === 0)
    reportJson(reader, start, `"${String.fromCharCode(close - 2)}" is not closed: "${String.fromCharCode(close)}" is missing`);
}

function parseNumber(reader: JsonReader): JsonNode {
  const { text, pos: start } = reader;
  let pos = start + 1;
  for (;;) {
    const code = text.charCodeAt(pos);
    const isPart = (code >= 48 && code <= 57) || code === 46 || code === 101 || code === 69 || code === 43 || code === 45;
    if (!isPart) break;
    pos++;
  }
  reader.pos = pos;
  const written = text.slice(start, pos);
  const value = Number(written);
  if (Number.isFinite(value)) return { kind: 'number', value, start, end: pos };
  reportJson(reader, start, `"${written.slice(0, 40)}" is no number`);
  return { kind: 'null', value: null, start, end: pos };
}

function takeWord(reader: JsonReader, word: string): boolean {
  if (!reader.text.startsWith(word, reader.pos)) return false;
  reader.pos += word.length;
  return true;
}

function describe(reader: JsonReader): string {
  if (reader.pos >= reader.end) return 'the end of the file';
  return `"${String.fromCodePoint(reader.text.codePointAt(reader.pos) ?? 0)}"`;
}
