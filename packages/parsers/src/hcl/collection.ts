/** Lists, objects and for-expressions. */
import type { Expression, ObjectEntry } from './ast.ts';
import * as c from './chars.ts';
import { isNameStart, nameEnd } from './chars.ts';
import type { Reader } from './reader.ts';
import { advance, describeAt, fail } from './reader.ts';

/** `[a, b]` or `[for …]`. */
export function parseBrackets(reader: Reader): Expression {
  const { text, newlines } = reader;
  const start = reader.pos;
  reader.newlines = false;
  advance(reader, 1);
  if (isForAt(reader)) return parseFor(reader, start, c.BRACKET_CLOSE, newlines);
  const items: Expression[] = [];
  while (text.charCodeAt(reader.pos) !== c.BRACKET_CLOSE) {
    items.push(reader.grammar.expression(reader));
    if (text.charCodeAt(reader.pos) !== c.COMMA) break;
    advance(reader, 1);
  }
  reader.newlines = newlines;
  if (text.charCodeAt(reader.pos) !== c.BRACKET_CLOSE) {
    return fail(reader, reader.pos, `"," or "]" expected in a list, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  return { kind: 'list', items, start, end: reader.lastEnd };
}

/** `{ a = 1 }` or `{ for … }`. */
export function parseBraces(reader: Reader): Expression {
  const { text, newlines } = reader;
  const start = reader.pos;
  reader.newlines = false;
  advance(reader, 1);
  if (isForAt(reader)) return parseFor(reader, start, c.BRACE_CLOSE, newlines);
  reader.newlines = true;
  const entries: ObjectEntry[] = [];
  while (text.charCodeAt(reader.pos) !== c.BRACE_CLOSE) {
    const key = parseKey(reader);
    const code = text.charCodeAt(reader.pos);
    if (code !== c.COLON && (code !== c.EQUALS || text.charCodeAt(reader.pos + 1) === c.EQUALS)) {
      reader.newlines = newlines;
      return fail(reader, reader.pos, `"=" or ":" expected after an object key, found ${describeAt(reader, reader.pos)}`);
    }
    advance(reader, 1);
    entries.push({ key, value: reader.grammar.expression(reader) });
    if (!skipSeparator(reader)) break;
  }
  reader.newlines = newlines;
  if (text.charCodeAt(reader.pos) !== c.BRACE_CLOSE) {
    return fail(reader, reader.pos, `",", line end or "}" expected in an object, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  return { kind: 'object', entries, start, end: reader.lastEnd };
}

/** A comma, line ends, or both; true when there was one. */
function skipSeparator(reader: Reader): boolean {
  const code = reader.text.charCodeAt(reader.pos);
  if (code !== c.COMMA && code !== c.LF) return false;
  reader.newlines = false;
  advance(reader, 1);
  reader.newlines = true;
  return true;
}

/** A bare name is a string; `(name)` and `name.attribute` are expressions. */
function parseKey(reader: Reader): Expression {
  const { text, pos: start } = reader;
  // The whole expression grammar, because that is what counts the depth.
  if (!isNameStart(text, start)) return reader.grammar.expression(reader);
  const end = nameEnd(text, start);
  const next = text.charCodeAt(end);
  if (next === c.DOT || next === c.BRACKET_OPEN || next === c.PAREN_OPEN) return reader.grammar.expression(reader);
  advance(reader, end - start);
  return { kind: 'literal', value: text.slice(start, end), start, end };
}

/** `for` followed by a name; `{ for = 1 }` stays an object. */
function isForAt(reader: Reader): boolean {
  const { text, pos, lastEnd } = reader;
  if (text.charCodeAt(pos) !== 102 || nameEnd(text, pos) !== pos + 3 || !text.startsWith('for', pos)) return false;
  advance(reader, 3);
  const isFor = isNameStart(text, reader.pos);
  reader.pos = pos;
  reader.lastEnd = lastEnd;
  return isFor;
}

export interface ForHead {
  readonly keyName: string | null;
  readonly valueName: string;
  readonly collection: Expression;
}

/** `key, value in collection`, shared with the `%{for}` directive; the reader stands behind `for`. */
export function parseForHead(reader: Reader): ForHead {
  let keyName: string | null = null;
  let valueName = parseWord(reader);
  if (reader.text.charCodeAt(reader.pos) === c.COMMA) {
    advance(reader, 1);
    keyName = valueName;
    valueName = parseWord(reader);
  }
  const at = reader.pos;
  if (parseWord(reader) !== 'in') fail(reader, at, `"in" expected in a for expression, found ${describeAt(reader, at)}`);
  return { keyName, valueName, collection: reader.grammar.expression(reader) };
}

/** Reads a name; on anything else fails and gives ''. */
export function parseWord(reader: Reader): string {
  const { text, pos: start } = reader;
  if (!isNameStart(text, start)) {
    fail(reader, start, `name expected, found ${describeAt(reader, start)}`);
    return '';
  }
  const end = nameEnd(text, start);
  advance(reader, end - start);
  return text.slice(start, end);
}

function parseFor(reader: Reader, start: number, close: number, newlines: boolean): Expression {
  const { text } = reader;
  advance(reader, 3);
  const head = parseForHead(reader);
  if (text.charCodeAt(reader.pos) === c.COLON) advance(reader, 1);
  else fail(reader, reader.pos, `":" expected in a for expression, found ${describeAt(reader, reader.pos)}`);
  let key: Expression | null = null;
  let value = reader.grammar.expression(reader);
  if (close === c.BRACE_CLOSE) {
    if (text.startsWith('=>', reader.pos)) advance(reader, 2);
    else fail(reader, reader.pos, `"=>" expected in a for expression, found ${describeAt(reader, reader.pos)}`);
    key = value;
    value = reader.grammar.expression(reader);
  }
  const grouped = text.startsWith('...', reader.pos);
  if (grouped) advance(reader, 3);
  const condition = parseForCondition(reader);
  reader.newlines = newlines;
  if (text.charCodeAt(reader.pos) !== close) {
    return fail(
      reader,
      reader.pos,
      `"${String.fromCharCode(close)}" expected after a for expression, found ${describeAt(reader, reader.pos)}`,
    );
  }
  advance(reader, 1);
  return { kind: 'for', ...head, key, value, condition, grouped, start, end: reader.lastEnd };
}

function parseForCondition(reader: Reader): Expression | null {
  if (!reader.text.startsWith('if', reader.pos) || nameEnd(reader.text, reader.pos) !== reader.pos + 2) return null;
  advance(reader, 2);
  return reader.grammar.expression(reader);
}
