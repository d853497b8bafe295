/** Where lines break on paper: long names at their joints, Japanese between phrases. */
import type { Language } from '@kumomori/model';
import type { PdfNode } from './pdf-nodes.ts';
import { printable } from './pdf-nodes.ts';

/** Where a text stands: points of its column, and the size of its letters. */
export interface TextPlace {
  readonly width: number;
  readonly size: number;
}

/** Advance widths of Noto Sans JP in parts of its size; of other Latin letters 0.62. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [' ', 0.23],
  [".,:;!|'ijlI", 0.29],
  ['frt-()[]{}/', 0.37],
  ['csvxyz*"', 0.51],
  ['aegk0123456789_=·EFJLVXY', 0.56],
  ['ADGHKNOQRTUZ', 0.69],
  ['wMWm@%', 0.93],
];
const widths = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** In points; Japanese letters are squares. */
function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? (letter < '\u2e80' ? 0.62 : 1);
  return sum * size;
}

export function fits(text: string, { width, size }: TextPlace): boolean {
  return widthOf(text, size) <= width;
}

/** A name too long for one line continues after a slash, or else after a dot, hyphen or underscore: not amid a word. */
export function breakable(text: string, place: TextPlace): string {
  return text
    .split(' ')
    .map((word) => (fits(word, place) ? word : brokenName(word, place)))
    .join(' ');
}

const JOINTS = /(?<=[._:\-\]"])(?=[^._:\-\])",])|(?=\[)/u;

function brokenName(word: string, place: TextPlace): string {
  const parts = word.split(/(?<=\/)(?=[^/])/u).flatMap((part) => (fits(part, place) ? [part] : part.split(JOINTS)));
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && !fits(line + part, place)) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].join('\n');
}

/** Text as it may stand in a column: of others, so at most `most` characters. */
export function columnText(text: string, place: TextPlace & { readonly language: Language; readonly most?: number }): readonly PdfNode[] {
  const clean = printable(text, place.most);
  if (place.language === 'ja') {
    const pieces = phrases(clean);
    return pieces.flatMap((each, index) => [...(staysGlued(pieces[index - 1], each, place) ? ['\n'] : []), ...keptWhole(each, place)]);
  }
  // Words in between are broken by the writer.
  const nodes: PdfNode[] = [];
  let plain = '';
  for (const word of clean.split(/(?<= )/u)) {
    if (fits(word.trimEnd(), place)) {
      plain += word;
      continue;
    }
    nodes.push(...(plain === '' ? [] : [plain]), ...keptWhole(word, place));
    plain = '';
  }
  return plain === '' && nodes.length > 0 ? nodes : [...nodes, plain];
}

/** The writer never breaks before a slash, even after a space; together the two may be too long. */
function staysGlued(before: string | undefined, piece: string, place: TextPlace): boolean {
  return before !== undefined && piece.startsWith('/') && !fits(before + piece, place);
}

/** A piece that is not broken further; where it is too long, its lines. */
function keptWhole(piece: string, place: TextPlace): readonly PdfNode[] {
  if (fits(piece.trimEnd(), place)) return [{ text: piece, noWrap: true }];
  const lines = breakable(piece, place).split('\n');
  return lines.flatMap((text, index) => [...(index === 0 ? [] : ['\n']), { text, noWrap: fits(text, place) }]);
}

/** Japanese as its phrases: what is written in hiragana goes with the word before it. */
export function phrases(text: string): readonly string[] {
  const chunks: string[] = [];
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)) {
    const last = chunks.at(-1);
    const joins = last !== undefined && (TAIL.test(segment) || OPENS.test(last) || (NAME.test(last) && NAME.test(segment)));
    if (joins) chunks.push(`${chunks.pop() ?? ''}${segment}`);
    else chunks.push(segment);
  }
  return chunks;
}

const TAIL = /^[\p{Script=Hiragana}ー、。，．・：；！？)\]」』）］｝〉》】 ]+$/u;
const OPENS = /[(「『（［｛〈《【]$/u;
/** Parts of one name: `aws_iam_user.orders[0]`. */
const NAME = /[\w.:/\-[\]"'=*]$/u;
