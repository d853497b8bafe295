/** Matching of names with `*`, three-valued where a part is unknown. */
import { HOLE } from '@kumomori/model';
import type { Conditional } from './answer.ts';
import { always, never, onlyIf } from './answer.ts';

/** Longer names exist in no cloud. */
const MAX_NAME = 4096;

/** `*` stands for any characters. Linear: pieces between stars are looked for from left to right. */
export function matchesStars(pattern: string, text: string): boolean {
  if (pattern.length > MAX_NAME || text.length > MAX_NAME) return false;
  const pieces = pattern.split('*');
  const [first = ''] = pieces;
  if (pieces.length === 1) return pattern === text;
  const last = pieces.at(-1) ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > text.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}

/** The same when either may hold unknown parts (HOLE): these may be anything. */
export function starMatch(pattern: string, text: string): Conditional {
  if (!pattern.includes(HOLE) && !text.includes(HOLE)) return matchesStars(pattern, text) ? always : never;
  if (text.includes(HOLE)) return onlyIf('unknown', `${shown(text)} = ${shown(pattern)}`);
  return matchesStars(pattern.replaceAll(HOLE, '*'), text) ? onlyIf('unknown', `${shown(pattern)} = ${text}`) : never;
}

export function shown(text: string): string {
  return text.replaceAll(HOLE, '…');
}
