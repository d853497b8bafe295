/** Where to go on reading after an error. */
import * as c from './chars.ts';
import { isNameStart, nameEnd } from './chars.ts';
import type { Reader } from './reader.ts';
import { report } from './reader.ts';

const TOP_LEVEL_HEAD =
  /(?:(?:resource|data)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"|(?:variable|output|module|provider)[ \t]+"[^"\n]*"|locals|terraform)[ \t]*\{/y;

/** Whether at this offset, at the very start of a line, a block begins that Terraform knows only at the top level of a file. */
export function isTopLevelHeadAt(text: string, at: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== c.LF) return false;
  TOP_LEVEL_HEAD.lastIndex = at;
  return TOP_LEVEL_HEAD.test(text);
}

/**
 * After a failed statement that began at `from`: its end when brackets match, otherwise the line at which reading stopped or the next one.
 * Always beyond `from` unless that is a closing brace. Text that is read twice is charged to the reader's budget; when that is used up,
 * the rest of the file is given up.
 */
export function resumeOffset(reader: Reader, from: number): number {
  const { stoppedAt } = reader;
  const scan = scanStatement(reader, from);
  let resumeAt = scan.balanced ? scan.end : Math.min(lineFallback(reader, from), scan.nextHead);
  if (resumeAt <= from && reader.text.charCodeAt(from) !== c.BRACE_CLOSE) resumeAt = from + 1;
  reader.rereadBudget -= Math.max(stoppedAt, scan.end) - resumeAt;
  if (reader.rereadBudget >= 0) return Math.min(resumeAt, reader.end);
  report(reader, resumeAt, 'too many errors: the rest of the file was not read', { code: 'limit' });
  return reader.end;
}

function lineFallback(reader: Reader, from: number): number {
  const { text, stoppedAt } = reader;
  // An unclosed heredoc or comment was read to the end: its text is no configuration, so only a new top-level block counts.
  if (stoppedAt >= reader.end) return nextTopLevelHead(reader, from);
  let lineStart = stoppedAt;
  while (lineStart > from && text.charCodeAt(lineStart - 1) !== c.LF) {
    const before = text.charCodeAt(lineStart - 1);
    if (before !== c.SPACE && before !== c.TAB) return lineEndAfter(reader, stoppedAt);
    lineStart--;
  }
  return lineStart > from ? stoppedAt : lineEndAfter(reader, stoppedAt);
}

function lineEndAfter(reader: Reader, at: number): number {
  const lineEnd = reader.text.indexOf('\n', at);
  return lineEnd === -1 ? reader.end : lineEnd;
}

function nextTopLevelHead(reader: Reader, from: number): number {
  for (let lineEnd = lineEndAfter(reader, from); lineEnd < reader.end; lineEnd = lineEndAfter(reader, lineEnd + 1)) {
    if (isTopLevelHeadAt(reader.text, lineEnd + 1)) return lineEnd + 1;
  }
  return reader.end;
}

interface StatementScan {
  readonly balanced: boolean;
  readonly end: number;
  /** Line end before a top-level block inside the brackets, otherwise infinite. */
  readonly nextHead: number;
}

/** First line end outside of brackets, or a closing brace of the surrounding block. Strings end with their line. */
function scanStatement(reader: Reader, from: number): StatementScan {
  const { text, end } = reader;
  const closers: number[] = [];
  const nextHead = Number.POSITIVE_INFINITY;
  let pos = from;
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code === c.LF) {
      if (closers.length === 0) return { balanced: true, end: pos, nextHead };
      if (isTopLevelHeadAt(text, pos + 1)) return { balanced: false, end: pos, nextHead: pos };
      pos++;
    } else if (code === c.QUOTE) pos = skipString(text, pos);
    else if (code === c.HASH || (code === c.SLASH && text.charCodeAt(pos + 1) === c.SLASH)) pos = lineEndAfter(reader, pos);
    else if (code === c.SLASH && text.charCodeAt(pos + 1) === c.STAR) pos = skipBlockComment(reader, pos);
    else if (code === c.LESS && text.charCodeAt(pos + 1) === c.LESS) {
      pos = skipHeredoc(reader, pos);
      if (pos === -1) return { balanced: false, end, nextHead };
    } else if (code === c.BRACE_OPEN || code === c.BRACKET_OPEN) {
      closers.push(code + 2);
      pos++;
    } else if (code === c.PAREN_OPEN) {
      closers.push(c.PAREN_CLOSE);
      pos++;
    } else if (code === c.BRACE_CLOSE && closers.length === 0) return { balanced: true, end: pos, nextHead };
    else if (code === c.BRACE_CLOSE || code === c.BRACKET_CLOSE || code === c.PAREN_CLOSE) {
      if (closers.length > 0 && closers.pop() !== code) return { balanced: false, end: pos, nextHead };
      pos++;
    } else pos++;
  }
  return { balanced: closers.length === 0, end, nextHead };
}

function skipString(text: string, start: number): number {
  for (let pos = start + 1; ; pos++) {
    const code = text.charCodeAt(pos);
    if (code === c.QUOTE) return pos + 1;
    if (code === c.LF || code === 0) return pos;
    if (code === c.BACKSLASH && text.charCodeAt(pos + 1) !== c.LF) pos++;
  }
}

function skipBlockComment(reader: Reader, start: number): number {
  const close = reader.text.indexOf('*/', start + 2);
  return close === -1 ? reader.end : close + 2;
}

/** Behind the heredoc's closing marker; -1 when there is none. */
function skipHeredoc(reader: Reader, start: number): number {
  const { text, end } = reader;
  const markerStart = start + (text.charCodeAt(start + 2) === c.MINUS ? 3 : 2);
  if (!isNameStart(text, markerStart)) return start + 2;
  const marker = text.slice(markerStart, nameEnd(text, markerStart));
  for (let lineEnd = lineEndAfter(reader, markerStart); lineEnd < end;) {
    const next = lineEndAfter(reader, lineEnd + 1);
    if (next - lineEnd < 1000 && text.slice(lineEnd + 1, next).trim() === marker) return next;
    lineEnd = next;
  }
  return -1;
}
