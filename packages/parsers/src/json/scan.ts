/** Tokens of JSON: blanks, comments, strings, numbers, words. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';

export interface JsonReader {
  readonly source: Source;
  /** The source's own, of which plans have 100 MB: no copy. Looking behind its end gives NaN, which is no character's code. */
  readonly text: string;
  readonly end: number;
  readonly multilineStrings: boolean;
  pos: number;
  depth: number;
  /** A second message about the same place would be noise. */
  lastErrorAt: number;
  readonly diagnostics: Diagnostic[];
}

/** After this many a file's diagnostics say nothing new. */
const MAX_JSON_DIAGNOSTICS = 50;

export function reportJson(reader: JsonReader, at: number, message: string, code = 'json-syntax'): void {
  const count = reader.diagnostics.length;
  if (count > MAX_JSON_DIAGNOSTICS || at === reader.lastErrorAt) return;
  reader.lastErrorAt = at;
  const text = count === MAX_JSON_DIAGNOSTICS ? 'further problems in this file are not listed' : message;
  reader.diagnostics.push(diagnosticAt(reader.source, at, { code, message: text }));
}

/** Skips blanks and, as ARM and editor settings have them, comments. */
export function skipJsonBlanks(reader: JsonReader): void {
  const { text } = reader;
  let { pos } = reader;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === 32 || code === 10 || code === 13 || code === 9) pos++;
    else if (code === 47 && text.charCodeAt(pos + 1) === 47) {
      const lineEnd = text.indexOf('\n', pos);
      pos = lineEnd === -1 ? reader.end : lineEnd;
    } else if (code === 47 && text.charCodeAt(pos + 1) === 42) {
      const close = text.indexOf('*/', pos + 2);
      if (close === -1) reportJson(reader, pos, 'comment is not closed: "*/" is missing');
      pos = close === -1 ? reader.end : close + 2;
    } else break;
  }
  reader.pos = pos;
}

/** The value of a string whose opening quote is at the reader's position; moves behind it. */
export function readJsonString(reader: JsonReader): string {
  const { text, multilineStrings, pos: start } = reader;
  let pos = start + 1;
  let runStart = pos;
  let value = '';
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === 34) break;
    if (code === 92) {
      value += text.slice(runStart, pos);
      reader.pos = pos;
      value += readEscape(reader);
      pos = runStart = reader.pos;
    } else if (pos >= reader.end || ((code === 10 || code === 13) && !multilineStrings)) {
      reportJson(reader, start, "string is not closed: '\"' is missing");
      reader.pos = pos;
      return value + text.slice(runStart, pos);
    } else pos++;
  }
  reader.pos = pos + 1;
  return runStart === start + 1 ? text.slice(runStart, pos) : value + text.slice(runStart, pos);
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const fourHexDigits = /^[0-9a-fA-F]{4}$/;

function readEscape(reader: JsonReader): string {
  const { text, pos } = reader;
  const letter = text.charAt(pos + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) {
    reader.pos = pos + 2;
    return simple;
  }
  const digits = text.slice(pos + 2, pos + 6);
  if (letter === 'u' && fourHexDigits.test(digits)) {
    reader.pos = pos + 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  reportJson(reader, pos, 'unknown escape sequence in a string');
  reader.pos = pos + 1;
  return '\\';
}

/**
 * For each UTF-16 unit of a string's value, and for its end, the offset in the text. `start` is the opening quote. Lets a language
 * inside the string report its own positions.
 */
export function jsonStringOffsets(text: string, start: number, length: number): Uint32Array {
  const offsets = new Uint32Array(length + 1);
  let pos = start + 1;
  for (let index = 0; index < length; index++) {
    offsets[index] = pos;
    if (text.charCodeAt(pos) !== 92) pos++;
    else if (text.charCodeAt(pos + 1) === 117 && fourHexDigits.test(text.slice(pos + 2, pos + 6))) pos += 6;
    else pos += text.charAt(pos + 1) in SIMPLE_ESCAPES ? 2 : 1;
  }
  offsets[length] = pos;
  return offsets;
}
