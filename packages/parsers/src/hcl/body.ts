/** Bodies: attributes and blocks, and how reading goes on after a broken one. */
import type { Attribute, Block, Body, Expression } from './ast.ts';
import * as c from './chars.ts';
import { isNameStart, nameEnd } from './chars.ts';
import { enter, parseExpression } from './expression.ts';
import { MAX_DEPTH, MAX_TREE_HEIGHT } from './limits.ts';
import type { Reader } from './reader.ts';
import { advance, describeAt, fail, report, skipTrivia } from './reader.ts';
import { isTopLevelHeadAt, resumeOffset } from './recover.ts';
import { parseQuoted } from './template.ts';
import { treeHeight } from './walk.ts';

interface OpenBody {
  readonly reader: Reader;
  /** Type of the block around it; null at the top level. */
  readonly blockType: string | null;
  readonly attributes: Attribute[];
  readonly blocks: Block[];
}

/** The file's own body, from the reader's position to the end of the text. */
export function parseFileBody(reader: Reader): Body {
  const body: OpenBody = { reader, blockType: null, attributes: [], blocks: [] };
  readItems(body);
  return { attributes: body.attributes, blocks: body.blocks, start: 0, end: reader.end };
}

/** Reads items until the end of the text or the closing brace (not consumed). False when the brace is missing. */
function readItems(body: OpenBody): boolean {
  const { reader, blockType } = body;
  const { text } = reader;
  const isNested = blockType !== null;
  for (;;) {
    skipBlankLines(reader);
    const { pos } = reader;
    if (pos >= reader.end) return endItems(body, !isNested);
    const code = text.charCodeAt(pos);
    if (code === c.BRACE_CLOSE) {
      if (isNested) return endItems(body, true);
      report(reader, pos, '"}" without a block to close');
      reader.pos++;
    } else if (isNameStart(text, pos)) {
      // A `check` block may hold `data` blocks, so there the look of the line proves nothing.
      if (isNested && blockType !== 'check' && isTopLevelHeadAt(text, pos)) return endItems(body, false);
      readItem(body);
    } else {
      fail(reader, pos, `attribute or block expected, found ${describeAt(reader, pos)}`);
      recover(reader, pos);
    }
  }
}

function endItems(body: OpenBody, isClosed: boolean): boolean {
  reportDuplicates(body);
  return isClosed;
}

function skipBlankLines(reader: Reader): void {
  reader.newlines = false;
  skipTrivia(reader);
  reader.newlines = true;
}

function readItem(body: OpenBody): void {
  const { reader } = body;
  const { text, pos: start } = reader;
  const end = nameEnd(text, start);
  const name = text.slice(start, end);
  advance(reader, end - start);
  const code = text.charCodeAt(reader.pos);
  if (code === c.EQUALS && text.charCodeAt(reader.pos + 1) !== c.EQUALS) readAttribute(body, name, start);
  else if (code === c.BRACE_OPEN || code === c.QUOTE || code === c.LF || isNameStart(text, reader.pos)) readBlock(body, name, start);
  else {
    fail(reader, reader.pos, `"=" or "{" expected after "${name}", found ${describeAt(reader, reader.pos)}`);
    recover(reader, start);
  }
}

function readAttribute(body: OpenBody, name: string, start: number): void {
  const { reader } = body;
  const nameSpan = { start, end: reader.lastEnd };
  advance(reader, 1);
  const valueStart = reader.pos;
  const value = parseValue(reader);
  if (reader.failed) {
    recover(reader, start);
    const end = Math.max(nameSpan.end, trimmedEnd(reader.text, valueStart, reader.pos));
    body.attributes.push({ name, nameSpan, value: { kind: 'invalid', start: Math.min(valueStart, end), end }, start, end });
    return;
  }
  body.attributes.push({ name, nameSpan, value, start, end: reader.lastEnd });
  expectLineEnd(reader, 'an attribute');
}

/** An expression whose tree is not too high for recursive readers. */
export function parseValue(reader: Reader): Expression {
  const { pos: start } = reader;
  reader.deepest = reader.depth;
  reader.chained = 0;
  const value = parseExpression(reader);
  return isTooHigh(reader, value) ? failTooHigh(reader, start) : value;
}

/** Whether the expression just read is higher than allowed; the tree is only measured when depth and chains make it possible. */
export function isTooHigh(reader: Reader, value: Expression): boolean {
  return reader.deepest + reader.chained > MAX_DEPTH && !reader.failed && treeHeight(value) > MAX_TREE_HEIGHT;
}

export function failTooHigh(reader: Reader, start: number): Expression {
  return fail(reader, start, `expression with more than ${MAX_TREE_HEIGHT} steps inside one another`, {
    code: 'limit',
    stoppedAt: reader.pos,
  });
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= c.SPACE) at--;
  return at;
}

/** A block's labels and body. The opening brace belongs on the same line; on the next one it is reported and accepted. */
function readBlock(body: OpenBody, type: string, start: number): void {
  const { reader } = body;
  const { text } = reader;
  const labels = readLabels(reader);
  const head = { start, end: reader.lastEnd };
  if (!reader.failed && text.charCodeAt(reader.pos) === c.LF) {
    const lineEnd = reader.pos;
    skipBlankLines(reader);
    if (text.charCodeAt(reader.pos) === c.BRACE_OPEN) report(reader, reader.pos, `"{" belongs on the line of the block's head`);
    else {
      reader.pos = lineEnd;
      report(
        reader,
        head.end,
        labels.length > 0 ? `"{" expected after the head of block "${type}"` : `"=" or "{" expected after "${type}"`,
      );
      return;
    }
  }
  if (!reader.failed && text.charCodeAt(reader.pos) !== c.BRACE_OPEN) {
    fail(reader, reader.pos, `label or "{" of block "${type}" expected, found ${describeAt(reader, reader.pos)}`);
  }
  if (!reader.failed && !enter(reader)) fail(reader, reader.pos, `nested deeper than ${MAX_DEPTH} levels`, { code: 'limit' });
  if (reader.failed) {
    recover(reader, start);
    return;
  }
  body.blocks.push(readBlockBody(reader, { type, labels, head }));
  reader.depth--;
}

function readBlockBody(reader: Reader, block: Pick<Block, 'type' | 'labels' | 'head'>): Block {
  const open = reader.pos;
  const inner: OpenBody = { reader, blockType: block.type, attributes: [], blocks: [] };
  advance(reader, 1);
  const isClosed = readItems(inner);
  if (isClosed) {
    advance(reader, 1);
    expectLineEnd(reader, `block "${block.type}"`);
  } else report(reader, block.head.start, `block "${block.type}" is not closed: "}" is missing`);
  const end = reader.lastEnd;
  const body = { attributes: inner.attributes, blocks: inner.blocks, start: open, end };
  return { type: block.type, labels: block.labels, head: block.head, body, start: block.head.start, end };
}

function readLabels(reader: Reader): string[] {
  const { text } = reader;
  const labels: string[] = [];
  for (;;) {
    const { pos } = reader;
    if (text.charCodeAt(pos) === c.QUOTE) {
      const label = parseQuoted(reader);
      if (label.kind === 'literal') labels.push(String(label.value));
      else fail(reader, pos, 'a block label is plain text, without interpolation');
    } else if (isNameStart(text, pos)) {
      const end = nameEnd(text, pos);
      labels.push(text.slice(pos, end));
      advance(reader, end - pos);
    } else return labels;
  }
}

/** Behind an attribute or block: a line end, or the brace that closes the surrounding block. */
function expectLineEnd(reader: Reader, what: string): void {
  const { text, pos } = reader;
  const code = text.charCodeAt(pos);
  if (code === c.LF || code === c.BRACE_CLOSE || pos >= reader.end) return;
  const end = reader.lastEnd;
  if (code === c.COMMA || isNameStart(text, pos)) {
    // Mostly a second item on the same line: it can still be read.
    report(reader, pos, `line end expected after ${what}, found ${describeAt(reader, pos)}`);
    if (code === c.COMMA) reader.pos++;
    return;
  }
  fail(reader, pos, `line end expected after ${what}, found ${describeAt(reader, pos)}`);
  recover(reader, pos);
  reader.lastEnd = end;
}

/** Moves to where the next item may begin and clears the error state. */
function recover(reader: Reader, from: number): void {
  reader.pos = resumeOffset(reader, from);
  reader.failed = false;
  reader.newlines = true;
}

/** All of a repeated attribute are kept; each but the first is named. */
function reportDuplicates({ reader, attributes }: OpenBody): void {
  if (attributes.length < 2) return;
  // Most bodies are small: comparing names costs less than a set there.
  const seen = attributes.length > 16 ? new Set<string>() : null;
  for (const [index, attribute] of attributes.entries()) {
    const isRepeated = seen ? seen.has(attribute.name) : attributes.findIndex(({ name }) => name === attribute.name) < index;
    if (isRepeated) reportDuplicate(reader, attribute);
    seen?.add(attribute.name);
  }
}

function reportDuplicate(reader: Reader, { name, start }: Attribute): void {
  report(reader, start, `attribute "${name}" is given twice`, { code: 'hcl-duplicate-attribute', severity: 'warning' });
}
