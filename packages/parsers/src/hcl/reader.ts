/** State of one pass over a text, shared by the functions of the parser. Positions are offsets into the original text. */
import type { Diagnostic, Source } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { Comment } from '../format.ts';
import type { Expression } from './ast.ts';
import { CR, HASH, LF, SLASH, SPACE, STAR, TAB, characterAt } from './chars.ts';
import { MAX_DIAGNOSTICS } from './limits.ts';

export interface Grammar {
  /** A whole expression, conditional included. */
  readonly expression: (reader: Reader) => Expression;
  /** Operators of at least this precedence. */
  readonly binary: (reader: Reader, least: number) => Expression;
}

/** Where a text comes from that is itself a part of another one, e.g. the template in a JSON string. */
export interface Origin {
  readonly source: Source;
  /** For each offset of the text, its end included, the offset in the source. */
  readonly offsets: Uint32Array;
}

export interface Reader {
  /** The expression grammar; strings and collections, which it contains, reach it through here, so that files do not import in circles. */
  readonly grammar: Grammar;
  /** Offsets in diagnostics are translated by it; those in nodes are not. */
  readonly origin: Origin | null;
  readonly source: Source;
  /** The text with three NUL characters behind it, so that looking ahead needs no bounds check. */
  readonly text: string;
  readonly end: number;
  pos: number;
  /** End of the last token that was consumed, before the blanks that follow it. */
  lastEnd: number;
  /** True where a line end is a token (bodies, objects), false inside parentheses, lists and interpolations. */
  newlines: boolean;
  depth: number;
  /** Greatest depth and number of chained operators and traversals of the current attribute. */
  deepest: number;
  chained: number;
  /** Set by the first error of an attribute; `pos` is then at the end, so that every loop ends by itself. */
  failed: boolean;
  stoppedAt: number;
  /** Characters that may still be read twice by error recovery; bounds the time on hostile text. */
  rereadBudget: number;
  /** Length of the ignored-comment zone: comments before this offset are recorded already. */
  commentsUntil: number;
  readonly comments: Comment[];
  readonly diagnostics: Diagnostic[];
}

export function createReader(source: Source, grammar: Grammar, origin: Origin | null = null): Reader {
  const end = source.text.length;
  return {
    grammar,
    origin,
    source,
    text: `${source.text}\0\0\0`,
    end,
    pos: source.text.charCodeAt(0) === 0xfeff ? 1 : 0,
    lastEnd: 0,
    newlines: true,
    depth: 0,
    deepest: 0,
    chained: 0,
    failed: false,
    stoppedAt: 0,
    rereadBudget: end * 4 + 100_000,
    commentsUntil: 0,
    comments: [],
    diagnostics: [],
  };
}

export interface ReportOptions {
  readonly code?: string;
  readonly severity?: Diagnostic['severity'];
}

/** Adds a diagnostic; of a file with very many, the last one says that the rest is left out. */
export function report(reader: Reader, at: number, message: string, { code = 'hcl-syntax', severity = 'error' }: ReportOptions = {}): void {
  const count = reader.diagnostics.length;
  if (count > MAX_DIAGNOSTICS) return;
  const text = count === MAX_DIAGNOSTICS ? 'further problems in this file are not listed' : message;
  const { source, offsets } = reader.origin ?? { source: reader.source, offsets: null };
  reader.diagnostics.push(diagnosticAt(source, offsets?.[at] ?? at, { code, message: text, severity }));
}

export interface FailOptions {
  readonly code?: string;
  /** Where reading stopped, when that is not the place the message is about. */
  readonly stoppedAt?: number;
}

/** First error of an attribute: reports it and moves to the end of the text; later errors are consequences and stay silent. */
export function fail(reader: Reader, at: number, message: string, { code = 'hcl-syntax', stoppedAt = at }: FailOptions = {}): Expression {
  if (!reader.failed) {
    report(reader, at, message, { code });
    reader.failed = true;
    reader.stoppedAt = stoppedAt;
  }
  reader.pos = reader.end;
  return { kind: 'invalid', start: at, end: at };
}

/** Skips blanks and comments, and line ends where they are no tokens. */
export function skipTrivia(reader: Reader): void {
  const { text, newlines } = reader;
  let pos = reader.pos;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code === SPACE || code === TAB || code === CR || (code === LF && !newlines)) pos++;
    else if (code === HASH) pos = readComment(reader, pos, 1);
    else if (code === SLASH) {
      const next = text.charCodeAt(pos + 1);
      if (next === SLASH) pos = readComment(reader, pos, 2);
      else if (next === STAR) pos = readBlockComment(reader, pos);
      else break;
    } else break;
  }
  reader.pos = pos;
}

/** Consumes a token of the given length and the trivia behind it. */
export function advance(reader: Reader, length: number): void {
  reader.pos += length;
  reader.lastEnd = reader.pos;
  skipTrivia(reader);
}

function readComment(reader: Reader, start: number, markLength: number): number {
  const lineEnd = reader.text.indexOf('\n', start);
  let end = lineEnd === -1 ? reader.end : lineEnd;
  if (end > start && reader.text.charCodeAt(end - 1) === CR) end--;
  keepComment(reader, start, end, reader.text.slice(start + markLength, end));
  return end;
}

function readBlockComment(reader: Reader, start: number): number {
  const close = reader.text.indexOf('*/', start + 2);
  const end = close === -1 ? reader.end : close + 2;
  if (close === -1 && start >= reader.commentsUntil) report(reader, start, 'comment is not closed: "*/" is missing');
  keepComment(reader, start, end, reader.text.slice(start + 2, close === -1 ? end : close));
  return end;
}

/** Error recovery may read a comment a second time; it is recorded once. */
function keepComment(reader: Reader, start: number, end: number, text: string): void {
  if (start < reader.commentsUntil) return;
  reader.comments.push({ text, start, end });
  reader.commentsUntil = end;
}

/** How a message names what stands at an offset. */
export function describeAt(reader: Reader, at: number): string {
  if (at >= reader.end) return 'the end of the file';
  const code = reader.text.charCodeAt(at);
  if (code === LF || code === CR) return 'the end of the line';
  return `"${characterAt(reader.text, at)}"`;
}
