/** Expressions: operators by precedence, traversals, literals. Each function leaves the reader at the next token. */
import type { BinaryOperator, Expression } from './ast.ts';
import * as c from './chars.ts';
import { isDigit, isNameStart, nameEnd } from './chars.ts';
import { parseBraces, parseBrackets } from './collection.ts';
import { parseHeredoc, parseQuoted } from './template.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Reader } from './reader.ts';
import { advance, describeAt, fail } from './reader.ts';

/** An expression with its conditional operator, the widest form. On an error: a node `invalid` and `reader.failed`. */
export function parseExpression(reader: Reader): Expression {
  if (!enter(reader)) return tooDeep(reader);
  const start = reader.pos;
  let node = parseBinary(reader, 1);
  if (reader.text.charCodeAt(reader.pos) === c.QUESTION) node = parseConditional(reader, node, start);
  reader.depth--;
  return node;
}

/** One level deeper, or false at the limit. Every true needs a `reader.depth--`. */
export function enter(reader: Reader): boolean {
  if (reader.depth >= MAX_DEPTH) return false;
  reader.depth++;
  if (reader.depth > reader.deepest) reader.deepest = reader.depth;
  return true;
}

export function tooDeep(reader: Reader): Expression {
  return fail(reader, reader.pos, `nested deeper than ${MAX_DEPTH} levels`, { code: 'limit' });
}

function parseConditional(reader: Reader, test: Expression, start: number): Expression {
  advance(reader, 1);
  const then = parseExpression(reader);
  if (reader.text.charCodeAt(reader.pos) !== c.COLON) {
    return fail(reader, reader.pos, `":" of a conditional expected, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  const otherwise = parseExpression(reader);
  // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, never awaited
  return { kind: 'conditional', test, then, else: otherwise, start, end: reader.lastEnd };
}

/** Operators of at least this precedence; all are left-associative. */
export function parseBinary(reader: Reader, least: number): Expression {
  const start = reader.pos;
  let left = parseUnary(reader);
  for (;;) {
    const operator = operatorAt(reader.text, reader.pos);
    if (operator === null) return left;
    const precedence = PRECEDENCE[operator];
    if (precedence < least) return left;
    advance(reader, operator.length);
    const right = parseBinary(reader, precedence + 1);
    reader.chained++;
    left = { kind: 'binary', operator, left, right, start, end: reader.lastEnd };
  }
}

/** Precedence of the binary operators, from the HCL native syntax specification ("Operations"). */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

function operatorAt(text: string, at: number): BinaryOperator | null {
  switch (text.charCodeAt(at)) {
    case c.PLUS:
      return '+';
    case c.MINUS:
      return '-';
    case c.STAR:
      return '*';
    case c.SLASH:
      return '/';
    case c.PERCENT:
      return '%';
    case c.EQUALS:
      return text.charCodeAt(at + 1) === c.EQUALS ? '==' : null;
    case c.BANG:
      return text.charCodeAt(at + 1) === c.EQUALS ? '!=' : null;
    case c.LESS:
      return text.charCodeAt(at + 1) === c.EQUALS ? '<=' : '<';
    case c.GREATER:
      return text.charCodeAt(at + 1) === c.EQUALS ? '>=' : '>';
    case c.AMPERSAND:
      return text.charCodeAt(at + 1) === c.AMPERSAND ? '&&' : null;
    case c.PIPE:
      return text.charCodeAt(at + 1) === c.PIPE ? '||' : null;
    default:
      return null;
  }
}

function parseUnary(reader: Reader): Expression {
  const start = reader.pos;
  const code = reader.text.charCodeAt(start);
  if (code !== c.MINUS && code !== c.BANG) return parseTraversal(reader, parsePrimary(reader), start);
  if (!enter(reader)) return tooDeep(reader);
  advance(reader, 1);
  const operand = parseUnary(reader);
  reader.depth--;
  const end = reader.lastEnd;
  if (code === c.MINUS && operand.kind === 'literal' && typeof operand.value === 'number') {
    return { kind: 'literal', value: operand.value === 0 ? 0 : -operand.value, start, end };
  }
  return { kind: 'unary', operator: code === c.MINUS ? '-' : '!', operand, start, end };
}

/** `.name`, `[key]`, `.0`, `[*]` and `.*` behind an expression. */
function parseTraversal(reader: Reader, target: Expression, start: number): Expression {
  const { text } = reader;
  let node = target;
  for (;;) {
    const code = text.charCodeAt(reader.pos);
    if (code === c.BRACKET_OPEN) node = parseIndex(reader, node, start);
    else if (code === c.DOT && text.charCodeAt(reader.pos + 1) !== c.DOT) node = parseDot(reader, node, start, true);
    else return node;
    reader.chained++;
  }
}

function parseIndex(reader: Reader, target: Expression, start: number): Expression {
  const open = reader.pos;
  const { newlines } = reader;
  reader.newlines = false;
  advance(reader, 1);
  const isSplat = reader.text.charCodeAt(reader.pos) === c.STAR;
  if (isSplat) advance(reader, 1);
  const key = isSplat ? null : parseExpression(reader);
  reader.newlines = newlines;
  if (reader.text.charCodeAt(reader.pos) !== c.BRACKET_CLOSE) {
    return fail(reader, reader.pos, `"]" expected, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  if (key) return { kind: 'index', target, key, start, end: reader.lastEnd };
  if (!enter(reader)) return tooDeep(reader);
  const each = parseTraversal(reader, { kind: 'splat-item', start: open, end: reader.lastEnd }, open);
  reader.depth--;
  return { kind: 'splat', target, each, full: true, start, end: reader.lastEnd };
}

/** `.name`, `.0` or, where allowed, `.*`. */
function parseDot(reader: Reader, target: Expression, start: number, mayBeSplat: boolean): Expression {
  const { text } = reader;
  const dot = reader.pos;
  advance(reader, 1);
  const at = reader.pos;
  const code = text.charCodeAt(at);
  if (isNameStart(text, at)) {
    const end = nameEnd(text, at);
    advance(reader, end - at);
    return { kind: 'attribute', target, name: text.slice(at, end), start, end };
  }
  if (isDigit(code)) {
    let end = at + 1;
    while (isDigit(text.charCodeAt(end))) end++;
    advance(reader, end - at);
    const key: Expression = { kind: 'literal', value: Number(text.slice(at, end)), start: at, end };
    return { kind: 'index', target, key, start, end };
  }
  if (code === c.STAR && mayBeSplat) return parseLegacySplat(reader, target, start, dot);
  return fail(reader, at, `attribute name expected after ".", found ${describeAt(reader, at)}`);
}

/** `.*` takes only the attribute steps that follow; an index behind it applies to the whole result. */
function parseLegacySplat(reader: Reader, target: Expression, start: number, dot: number): Expression {
  const { text } = reader;
  advance(reader, 1);
  let each: Expression = { kind: 'splat-item', start: dot, end: reader.lastEnd };
  for (;;) {
    if (text.charCodeAt(reader.pos) !== c.DOT) break;
    const next = text.charCodeAt(reader.pos + 1);
    if (next === c.DOT || next === c.STAR) break;
    each = parseDot(reader, each, dot, false);
    reader.chained++;
  }
  return { kind: 'splat', target, each, full: false, start, end: reader.lastEnd };
}

function parsePrimary(reader: Reader): Expression {
  const { text, pos } = reader;
  const code = text.charCodeAt(pos);
  if (code === c.QUOTE) return parseQuoted(reader);
  if (isDigit(code)) return parseNumber(reader);
  if (isNameStart(text, pos)) return parseName(reader);
  if (code === c.BRACKET_OPEN) return parseBrackets(reader);
  if (code === c.BRACE_OPEN) return parseBraces(reader);
  if (code === c.PAREN_OPEN) return parseParentheses(reader);
  if (code === c.LESS && text.charCodeAt(pos + 1) === c.LESS) return parseHeredoc(reader);
  return fail(reader, pos, `expression expected, found ${describeAt(reader, pos)}`);
}

function parseParentheses(reader: Reader): Expression {
  const { newlines } = reader;
  reader.newlines = false;
  advance(reader, 1);
  const inner = parseExpression(reader);
  reader.newlines = newlines;
  if (reader.text.charCodeAt(reader.pos) !== c.PAREN_CLOSE) {
    return fail(reader, reader.pos, `")" expected, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  return inner;
}

/** Digits, fraction, exponent. Numbers are doubles: integers above 2^53 lose precision. */
function parseNumber(reader: Reader): Expression {
  const { text } = reader;
  const start = reader.pos;
  let end = start;
  let value = 0;
  for (let code = text.charCodeAt(end); isDigit(code); code = text.charCodeAt(++end)) value = value * 10 + (code - 48);
  const wholeEnd = end;
  if (text.charCodeAt(end) === c.DOT && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  end = exponentEnd(text, end);
  if (end !== wholeEnd || end - start > 15) value = Number(text.slice(start, end));
  if (isNameStart(text, end)) return fail(reader, start, `number expected, found "${text.slice(start, nameEnd(text, end))}"`);
  advance(reader, end - start);
  return { kind: 'literal', value, start, end };
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function exponentEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 101 && code !== 69) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === c.PLUS || sign === c.MINUS ? at + 2 : at + 1;
  return isDigit(text.charCodeAt(digits)) ? digitsEnd(text, digits) : at;
}

/** Keyword literal, variable name or function call. */
function parseName(reader: Reader): Expression {
  const { text } = reader;
  const start = reader.pos;
  let end = nameEnd(text, start);
  while (text.charCodeAt(end) === c.COLON && text.charCodeAt(end + 1) === c.COLON && isNameStart(text, end + 2))
    end = nameEnd(text, end + 2);
  const name = text.slice(start, end);
  advance(reader, end - start);
  if (text.charCodeAt(reader.pos) === c.PAREN_OPEN) return parseCall(reader, name, start);
  if (name === 'true') return { kind: 'literal', value: true, start, end };
  if (name === 'false') return { kind: 'literal', value: false, start, end };
  if (name === 'null') return { kind: 'literal', value: null, start, end };
  return { kind: 'name', name, start, end };
}

function parseCall(reader: Reader, name: string, start: number): Expression {
  const { text, newlines } = reader;
  const args: Expression[] = [];
  let expandLast = false;
  reader.newlines = false;
  advance(reader, 1);
  while (text.charCodeAt(reader.pos) !== c.PAREN_CLOSE) {
    args.push(parseExpression(reader));
    const code = text.charCodeAt(reader.pos);
    if (code === c.COMMA) {
      advance(reader, 1);
      continue;
    }
    if (code === c.DOT && text.startsWith('...', reader.pos)) {
      expandLast = true;
      advance(reader, 3);
    }
    break;
  }
  reader.newlines = newlines;
  if (text.charCodeAt(reader.pos) !== c.PAREN_CLOSE) {
    return fail(reader, reader.pos, `"," or ")" expected in the call of ${name}, found ${describeAt(reader, reader.pos)}`);
  }
  advance(reader, 1);
  return { kind: 'call', name, args, expandLast, start, end: reader.lastEnd };
}
