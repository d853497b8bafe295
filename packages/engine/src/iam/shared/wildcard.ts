/** Matching of names with `*`, three-valued where a part is unknown. */
import { HOLE } from '@kumomori/model';
import type { Conditional } from './answer.ts';
import { literal, matchesPieces } from '../glob.ts';
import { always, never, onlyIf } from './answer.ts';

/** Longer names exist in no cloud. */
const MAX_NAME = 4096;

/** `*` stands for any characters, everything else for itself. Linear. */
export function matchesStars(pattern: string, text: string): boolean {
  return pattern.length <= MAX_NAME && text.length <= MAX_NAME && matchesPieces(literal(pattern).split('*'), text);
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
