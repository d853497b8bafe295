/** From the flat tokens of a template to its parts: indentation of `<<-`, nesting of directives, joining of text. */
import type { TemplatePart, TextMark } from './ast.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Reader } from './reader.ts';
import { fail } from './reader.ts';
import type { TemplateToken, TextToken } from './template-token.ts';

/**
 * Removes from every line the blanks that all lines have in common; lines of blanks only do not count. A line that begins with a sequence
 * has no indentation. Which tokens begin a line is decided after `~` trimming, as HCL does.
 */
export function removeIndent(tokens: readonly TemplateToken[]): void {
  const lineStarts: TextToken[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let isLineStart = true;
  for (const token of tokens) {
    if (token.kind !== 'text') {
      if (isLineStart) smallest = 0;
      isLineStart = false;
      continue;
    }
    if (isLineStart) {
      const blanks = token.text.length - token.text.trimStart().length;
      const isBlankLine = blanks === token.text.length && token.text.endsWith('\n');
      if (!isBlankLine) {
        lineStarts.push(token);
        smallest = Math.min(smallest, blanks);
      }
    }
    isLineStart = token.text.endsWith('\n');
  }
  if (smallest === 0) return;
  for (const token of lineStarts) {
    token.text = token.text.slice(smallest);
    token.start += smallest;
  }
}

interface Cursor {
  readonly reader: Reader;
  readonly tokens: readonly TemplateToken[];
  next: number;
}

/** Nested parts, with neighboring texts joined and empty ones dropped. Directives that do not match fail the reader. */
export function buildParts(reader: Reader, tokens: readonly TemplateToken[]): readonly TemplatePart[] {
  if (reader.failed) return [];
  const cursor: Cursor = { reader, tokens, next: 0 };
  const parts = collectParts(cursor, 0);
  const stray = tokens[cursor.next];
  if (stray && 'at' in stray) fail(reader, stray.at, `"%{ ${stray.kind} }" without a directive to close`, { stoppedAt: reader.pos });
  return parts;
}

/** Parts up to the end or to an `else`, `endif` or `endfor`, at which the cursor then stands. */
function collectParts(cursor: Cursor, depth: number): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = '';
  let start = 0;
  let marks: TextMark[] | null = null;
  const flush = () => {
    if (text !== '') parts.push({ kind: 'text', text, start, marks });
    text = '';
    marks = null;
  };
  for (let token = cursor.tokens[cursor.next]; token; token = cursor.tokens[cursor.next]) {
    if (token.kind === 'else' || token.kind === 'endif' || token.kind === 'endfor') break;
    cursor.next++;
    if (token.kind === 'text') {
      const at = text.length;
      if (at === 0) start = token.start;
      else (marks ??= []).push({ at, start: token.start });
      if (token.escapes) for (const mark of token.escapes) (marks ??= []).push({ at: at + mark.at, start: mark.start });
      text += token.text;
    } else {
      flush();
      parts.push(token.kind === 'interpolation' ? token : collectDirective(cursor, token, depth));
    }
  }
  flush();
  return parts;
}

type OpeningToken = Extract<TemplateToken, { kind: 'if' | 'for' }>;

function collectDirective(cursor: Cursor, opening: OpeningToken, depth: number): TemplatePart {
  const { reader } = cursor;
  if (reader.depth + depth >= MAX_DEPTH) {
    fail(reader, opening.at, `nested deeper than ${MAX_DEPTH} levels`, { code: 'limit', stoppedAt: reader.pos });
    cursor.next = cursor.tokens.length;
    return { kind: 'text', text: '', start: opening.at, marks: null };
  }
  reader.deepest = Math.max(reader.deepest, reader.depth + depth);
  const body = collectParts(cursor, depth + 1);
  if (opening.kind === 'for') {
    close(cursor, opening, 'endfor');
    return { kind: 'for', ...opening.head, body };
  }
  let otherwise: readonly TemplatePart[] = [];
  if (cursor.tokens[cursor.next]?.kind === 'else') {
    cursor.next++;
    otherwise = collectParts(cursor, depth + 1);
  }
  close(cursor, opening, 'endif');
  // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, never awaited
  return { kind: 'if', test: opening.test, then: body, else: otherwise };
}

function close(cursor: Cursor, opening: OpeningToken, kind: 'endif' | 'endfor'): void {
  if (cursor.tokens[cursor.next]?.kind === kind) cursor.next++;
  else fail(cursor.reader, opening.at, `"%{ ${opening.kind} }" is not closed by "%{ ${kind} }"`, { stoppedAt: cursor.reader.pos });
}
