/** Measuring and cutting text in terminal columns: Japanese characters and emoji take two, combining marks none. */
import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;
const ZERO = /^[\p{M}\p{Cf}]/u;
// Control characters, and marks that reorder or hide what follows them.
const UNSAFE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Columns the text takes; our own color codes count nothing. */
export function textWidth(text: string): number {
  const bare = stripVTControlCharacters(text);
  if (/^[\u0020-\u007e]*$/.test(bare)) return bare.length;
  let width = 0;
  for (const { segment } of graphemes.segment(bare)) width += segmentWidth(segment);
  return width;
}

function segmentWidth(segment: string): number {
  // Half-width voicing marks belong to the character before them and still take a column.
  const marks = segment.length > 1 ? (segment.slice(1).match(/[\uff9e\uff9f]/g)?.length ?? 0) : 0;
  if (WIDE.test(segment)) return 2 + marks;
  return (ZERO.test(segment) ? 0 : 1) + marks;
}

/**
 * Text of a user made safe to print: line ends and tabs become blanks, other control characters a visible sign, so that a name in a
 * scanned file cannot move the cursor, set the title of the window or hide a line.
 */
export function plain(text: string): string {
  return text.replace(UNSAFE, (char) => {
    if (char === '\n' || char === '\r' || char === '\t') return ' ';
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** At most `columns` columns, the cut shown as `…`. For text without color codes. */
export function cut(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += segmentWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Filled with blanks to `columns`; longer text stays as it is. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, columns - textWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Lines of at most `columns` columns. Breaks at blanks, and between Japanese characters; a closing mark never begins a line. */
export function wrap(text: string, columns: number): readonly string[] {
  const limit = Math.max(columns, 10);
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of words(text)) {
    const wordWidth = textWidth(word);
    if (width > 0 && width + textWidth(word.trimEnd()) > limit) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    const start = width === 0 ? word.trimStart() : word;
    for (const piece of start === '' ? [] : pieces(start, limit)) {
      if (width > 0 && width + textWidth(piece.trimEnd()) > limit) {
        lines.push(line.trimEnd());
        line = '';
        width = 0;
      }
      line += piece;
      width += piece === start && start === word ? wordWidth : textWidth(piece);
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What may not be torn apart: a word with the blanks behind it, one wide character with the closing marks behind it. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = found.at(-1);
    const glued =
      last !== undefined &&
      (/^\s/.test(segment) ||
        /^[、。，．」』）〕】・ー？！ぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]]/.test(segment) ||
        /[「『（〔【([]$/.test(last) ||
        (!WIDE.test(segment) && !/\s$/.test(last) && !WIDE.test(last.at(-1) ?? '')));
    if (glued) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** A word longer than a line, cut into lines. */
function pieces(word: string, limit: number): readonly string[] {
  if (textWidth(word.trimEnd()) <= limit) return [word];
  const found: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (textWidth(piece) + segmentWidth(segment) > limit) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}
