/** Comments beside a block: people write there why a rule exists and how long it should. Read from the text itself, so no parser carries comments. */
import type { Leaf } from '../node.ts';
import { absent, explicit } from '../node.ts';
import type { BlockReader } from './block-reader.ts';

/** Blocks longer than this are no single rules; comments are looked for in their beginning. */
const MAX_BLOCK = 4000;
const MAX_LINES_ABOVE = 12;

/** Ignore comments carry reasons and dates of their own, which are about the finding. */
const OWN = /kumomori:ignore/;

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The comments directly above a block and in it, joined by blanks; the place is that of the first one. Absent in formats without comments.
 * O(length of the block).
 */
export function remarkOf(block: BlockReader): Leaf<string | undefined> {
  const range = block.written;
  if (!range) return block.missing('remark');
  const { path, text } = range.source;
  if (path.endsWith('.json')) return absent(block.place);
  const isYaml = /\.ya?ml$/.test(path);
  const found = [
    ...linesAbove(text, range.start, isYaml),
    ...commentsIn(text, range.start, { end: Math.min(endOfLine(text, range.end), range.start + MAX_BLOCK), isYaml }),
  ].filter((each) => each.text !== '' && !OWN.test(each.text));
  const [first] = found;
  if (!first) return absent(block.place);
  const { source } = range;
  const place = { ...block.place, range: { source, start: first.start, end: first.end } };
  return explicit(found.map((each) => each.text).join(' '), place);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Comment lines that end right above the line of an offset, in the order of the text. */
function linesAbove(text: string, start: number, isYaml: boolean): readonly Found[] {
  const found: Found[] = [];
  let end = text.lastIndexOf('\n', Math.max(0, start - 1));
  if (start === 0) return found;
  while (end > 0 && found.length < MAX_LINES_ABOVE) {
    const begin = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(begin, end);
    const comment = (isYaml ? /^\s*#(.*)$/ : /^\s*(?:#|\/\/|\/\*|\*)(.*)$/).exec(line.replace(/\r$/, ''));
    if (!comment) break;
    const indent = line.length - line.trimStart().length;
    found.push({ text: words(comment[1] ?? ''), start: begin + indent, end });
    end = begin - 1;
  }
  return found.toReversed();
}

/** Comments behind code and on lines of their own. Quoted texts are passed over; a heredoc with a # in it is not told apart. */
function commentsIn(text: string, start: number, { end, isYaml }: { readonly end: number; readonly isYaml: boolean }): readonly Found[] {
  const found: Found[] = [];
  let quote = '';
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    if (char === '\n') quote = '';
    else if (quote !== '') {
      if (char === '\\' && quote === '"') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || (isYaml && char === "'")) quote = char;
    else if (isComment(text, at, isYaml)) {
      const close = text.startsWith('/*', at) ? text.indexOf('*/', at) : -1;
      const stop = close === -1 ? endOfLine(text, at) : close + 2;
      found.push({ text: words(text.slice(at, stop)), start: at, end: stop });
      at = stop - 1;
    }
  }
  return found;
}

function isComment(text: string, at: number, isYaml: boolean): boolean {
  const before = text[at - 1];
  if (before !== undefined && !/\s/.test(before)) return false;
  return text[at] === '#' || (!isYaml && text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*'));
}

function words(comment: string): string {
  return comment
    .replaceAll(/^[\s#/*-]+|[\s#/*-]+$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
