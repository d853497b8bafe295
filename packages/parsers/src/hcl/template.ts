/** Templates: quoted strings, heredocs and free-standing text are read into flat tokens, which template-tree.ts nests. */
import type { Expression, TemplatePart, TextMark } from './ast.ts';
import * as c from './chars.ts';
import { isNameStart, nameEnd } from './chars.ts';
import { parseForHead, parseWord } from './collection.ts';
import type { Reader } from './reader.ts';
import { advance, describeAt, fail, skipTrivia } from './reader.ts';
import type { TemplateToken } from './template-token.ts';
import { buildParts, removeIndent } from './template-tree.ts';

interface TokenList {
  readonly tokens: TemplateToken[];
  /** The sequence before ended with `~}`: the next token, if text, loses its leading blanks. */
  trimNext: boolean;
}

/** A quoted string: a literal when it has no interpolation and no directive. */
export function parseQuoted(reader: Reader): Expression {
  const { text, pos: start } = reader;
  for (let pos = start + 1; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === c.QUOTE) {
      advance(reader, pos + 1 - start);
      return { kind: 'literal', value: text.slice(start + 1, pos), start, end: pos + 1 };
    }
    if (code === c.BACKSLASH || code === c.LF || code === 0) break;
    if ((code === c.DOLLAR || code === c.PERCENT) && text.charCodeAt(pos + 1) === c.BRACE_OPEN) break;
  }
  return parseQuotedTemplate(reader, start);
}

function parseQuotedTemplate(reader: Reader, start: number): Expression {
  const list: TokenList = { tokens: [], trimNext: false };
  reader.pos = start + 1;
  for (;;) {
    readQuotedText(reader, list);
    const code = reader.text.charCodeAt(reader.pos);
    if (code === c.QUOTE) break;
    if (code !== c.DOLLAR && code !== c.PERCENT) {
      return fail(reader, start, "string is not closed: '\"' is missing", { stoppedAt: reader.pos });
    }
    readSequence(reader, list);
  }
  advance(reader, 1);
  return templateNode(reader, list.tokens, start);
}

/** `<<EOT` or `<<-EOT`: lines up to one that holds only the marker. The last line end belongs to the text. */
export function parseHeredoc(reader: Reader): Expression {
  const { text, pos: start } = reader;
  const isIndented = text.charCodeAt(start + 2) === c.MINUS;
  const markerStart = start + (isIndented ? 3 : 2);
  const markerEnd = isNameStart(text, markerStart) ? nameEnd(text, markerStart) : markerStart;
  const marker = text.slice(markerStart, markerEnd);
  const lineEnd = blanksEnd(text, markerEnd);
  if (marker === '' || text.charCodeAt(lineEnd) !== c.LF) {
    return fail(reader, start, 'a heredoc begins with "<<", a name and the end of the line');
  }
  const list: TokenList = { tokens: [], trimNext: false };
  reader.pos = lineEnd + 1;
  let closing = closingMarkerEnd(reader, marker);
  while (closing === -1 && !reader.failed && reader.pos < reader.end) {
    const isLineEnd = readLine(reader, list);
    if (isLineEnd) closing = closingMarkerEnd(reader, marker);
    else if (reader.pos < reader.end) readSequence(reader, list);
  }
  if (closing === -1) return fail(reader, start, `heredoc is not closed: no line holds only "${marker}"`, { stoppedAt: reader.end });
  reader.pos = closing;
  advance(reader, 0);
  if (isIndented) removeIndent(list.tokens);
  return templateNode(reader, list.tokens, start);
}

/** A text that is a template as a whole, as `templatefile` reads it; up to the end of the reader's text. */
export function parseBareTemplate(reader: Reader): readonly TemplatePart[] {
  const list: TokenList = { tokens: [], trimNext: false };
  while (reader.pos < reader.end) {
    const isLineEnd = readLine(reader, list);
    if (!isLineEnd && reader.pos < reader.end) readSequence(reader, list);
  }
  return reader.failed ? [] : buildParts(reader, list.tokens);
}

function templateNode(reader: Reader, tokens: readonly TemplateToken[], start: number): Expression {
  const end = reader.lastEnd;
  const parts = buildParts(reader, tokens);
  if (reader.failed) return { kind: 'invalid', start, end };
  if (parts.length === 0) return { kind: 'literal', value: '', start, end };
  const first = parts[0];
  if (parts.length === 1 && first?.kind === 'text') return { kind: 'literal', value: first.text, start, end, marks: marksOf(first) };
  return { kind: 'template', parts, start, end };
}

/** A text as a literal: the marks then begin with the text itself. */
export function marksOf({ start, marks }: Extract<TemplatePart, { kind: 'text' }>): readonly TextMark[] {
  return [{ at: 0, start }, ...(marks ?? [])];
}

/** `start` is where the text begins in the file. */
function pushText(list: TokenList, text: string, start: number, escapes: readonly TextMark[] | null = null): void {
  if (text === '') return;
  const kept = list.trimNext ? text.trimStart() : text;
  const cut = text.length - kept.length;
  const moved = cut === 0 || escapes === null ? escapes : escapes.map((mark) => ({ ...mark, at: Math.max(0, mark.at - cut) }));
  list.tokens.push({ kind: 'text', text: kept, start: start + cut, escapes: moved });
  list.trimNext = false;
}

/** Text of a quoted string up to the quote, a sequence, or a line end (an error of the caller's). */
function readQuotedText(reader: Reader, list: TokenList): void {
  const { text, pos: start } = reader;
  let value = '';
  let runStart = start;
  let pos = runStart;
  let escapes: TextMark[] | null = null;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === c.QUOTE || code === c.LF || code === 0) break;
    if (code === c.BACKSLASH) {
      value += text.slice(runStart, pos);
      reader.pos = pos;
      value += readEscape(reader);
      pos = runStart = reader.pos;
      (escapes ??= []).push({ at: value.length, start: pos });
    } else if (code === c.DOLLAR || code === c.PERCENT) {
      const next = text.charCodeAt(pos + 1);
      if (next === c.BRACE_OPEN) break;
      if (next === code && text.charCodeAt(pos + 2) === c.BRACE_OPEN) {
        value += text.slice(runStart, pos);
        runStart = pos + 1;
        pos += 3;
      } else pos++;
    } else pos++;
  }
  reader.pos = pos;
  pushText(list, value + text.slice(runStart, pos), start, escapes);
}

/** One backslash escape; moves behind it. An unknown one is an error and gives ''. */
function readEscape(reader: Reader): string {
  const { text, pos } = reader;
  const letter = text.charAt(pos + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) {
    reader.pos = pos + 2;
    return simple;
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = text.slice(pos + 2, pos + 2 + length);
  const point = length > 0 && hexDigits.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (point < 0 || point > 0x10ffff) {
    fail(reader, pos, `"\\${letter === '\n' || letter === '\0' ? '' : letter}" is no escape sequence; write "\\\\" for a backslash`);
    return '';
  }
  reader.pos = pos + 2 + length;
  return String.fromCodePoint(point);
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const hexDigits = /^[0-9a-fA-F]+$/;

/**
 * Text up to the end of the line (included, as "\n") or a sequence. True when the line ended. Each line is a token of its own: `~` trims
 * no further than that, and indentation is counted per line (HCL reads heredocs and templates the same way).
 */
function readLine(reader: Reader, list: TokenList): boolean {
  const { text, end, pos: start } = reader;
  let value = '';
  let runStart = start;
  let pos = runStart;
  let isLineEnd = false;
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code === c.LF) {
      isLineEnd = true;
      break;
    }
    if (code === c.DOLLAR || code === c.PERCENT) {
      const next = text.charCodeAt(pos + 1);
      if (next === c.BRACE_OPEN) break;
      if (next === code && text.charCodeAt(pos + 2) === c.BRACE_OPEN) {
        value += text.slice(runStart, pos);
        runStart = pos + 1;
        pos += 3;
        continue;
      }
    }
    pos++;
  }
  if (isLineEnd) {
    const contentEnd = pos > runStart && text.charCodeAt(pos - 1) === c.CR ? pos - 1 : pos;
    value += contentEnd === pos ? text.slice(runStart, pos + 1) : `${text.slice(runStart, contentEnd)}\n`;
    pos++;
  } else value += text.slice(runStart, pos);
  reader.pos = pos;
  pushText(list, value, start);
  return isLineEnd;
}

function blanksEnd(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code !== c.SPACE && code !== c.TAB && code !== c.CR) return at;
  }
}

/** At a line start: end of the closing marker when this line holds only the marker, otherwise -1. */
function closingMarkerEnd(reader: Reader, marker: string): number {
  const { text, end } = reader;
  const start = blanksEnd(text, reader.pos);
  if (!text.startsWith(marker, start)) return -1;
  const markerEnd = start + marker.length;
  const rest = blanksEnd(text, markerEnd);
  return rest >= end || text.charCodeAt(rest) === c.LF ? markerEnd : -1;
}

/** `${…}` or `%{…}`, with `~` on either side. */
function readSequence(reader: Reader, list: TokenList): void {
  const { text, newlines, pos: start } = reader;
  const isInterpolation = text.charCodeAt(start) === c.DOLLAR;
  const trimsBefore = text.charCodeAt(start + 2) === c.TILDE;
  const previous = list.tokens.at(-1);
  if (trimsBefore && previous?.kind === 'text') previous.text = previous.text.trimEnd();
  reader.newlines = false;
  reader.pos = start + (trimsBefore ? 3 : 2);
  skipTrivia(reader);
  list.tokens.push(isInterpolation ? { kind: 'interpolation', value: reader.grammar.expression(reader) } : parseDirective(reader, start));
  reader.newlines = newlines;
  list.trimNext = text.charCodeAt(reader.pos) === c.TILDE;
  if (list.trimNext) reader.pos++;
  if (text.charCodeAt(reader.pos) === c.BRACE_CLOSE) reader.pos++;
  else fail(reader, reader.pos, `"}" expected at the end of "${isInterpolation ? '$' : '%'}{", found ${describeAt(reader, reader.pos)}`);
}

function parseDirective(reader: Reader, at: number): TemplateToken {
  const wordAt = reader.pos;
  const word = parseWord(reader);
  switch (word) {
    case 'if':
      return { kind: 'if', test: reader.grammar.expression(reader), at };
    case 'for':
      return { kind: 'for', head: parseForHead(reader), at };
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word, at };
    default:
      fail(reader, wordAt, `"${word}" is no template directive; expected if, else, endif, for or endfor`);
      return { kind: 'endif', at };
  }
}
