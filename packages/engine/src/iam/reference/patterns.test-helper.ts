/** Text with wildcards and policy variables, and ARNs that are compared part by part. */
import type { Look } from './context.test-helper.ts';
import type { Three } from './three.test-helper.ts';
import { all, known } from './three.test-helper.ts';

/** One character that must be there, or a wildcard. A character that came out of a variable is never a wildcard. */
export type Piece = { readonly char: string } | 'any' | 'one';

/** `unresolved`: holds a variable without a value, so it matches nothing. `unknown`: holds a variable whose value nobody knows. */
export type Pattern = readonly Piece[] | 'unresolved' | 'unknown';

/** `look` is null where variables mean nothing: an old policy, or an operator that takes none. */
export function patternOf(text: string, look: Look | null, wildcards: boolean): Pattern {
  const pieces: Piece[] = [];
  let state: 'fine' | 'unresolved' | 'unknown' = 'fine';
  for (let at = 0; at < text.length;) {
    const variable = look === null ? null : /^\$\{([^}]*)\}/.exec(text.slice(at));
    if (look !== null && variable) {
      const value = substitute(variable[1] ?? '', look);
      if (value === 'unknown' && state === 'fine') state = 'unknown';
      else if (value === 'unresolved') state = 'unresolved';
      else if (typeof value === 'object') pieces.push(...value.text.split('').map((char) => ({ char })));
      at += variable[0].length;
    } else {
      pieces.push(pieceOf(text.charAt(at), wildcards));
      at += 1;
    }
  }
  return state === 'fine' ? pieces : state;
}

function pieceOf(char: string, wildcards: boolean): Piece {
  if (wildcards && char === '*') return 'any';
  return wildcards && char === '?' ? 'one' : { char };
}

/** `${key}` and `${key, 'default'}`; `${*}`, `${?}` and `${$}` are the characters themselves. */
function substitute(inside: string, look: Look): { readonly text: string } | 'unresolved' | 'unknown' {
  if (inside === '*' || inside === '?' || inside === '$') return { text: inside };
  const parts = /^(.*?)(?:, *'(.*)')?$/.exec(inside);
  const value = look(parts?.[1] ?? inside);
  if (value.is === 'unknown') return 'unknown';
  // A key with several values cannot stand for a text (IAM guide, "Single-valued vs. multivalued context keys").
  if (value.is === 'values' && value.values.length === 1) return { text: value.values[0] ?? '' };
  const otherwise = parts?.[2];
  return value.is === 'absent' && otherwise !== undefined ? { text: otherwise } : 'unresolved';
}

/** Whether the whole text is what the pattern says: the set of places in the pattern that the text read so far can have led to. */
export function matches(pattern: readonly Piece[], text: string): boolean {
  let places = new Set(skipStars(pattern, [0]));
  for (const char of text.split('')) {
    const next: number[] = [];
    for (const place of places) {
      const piece = pattern[place];
      if (piece === 'any') next.push(place);
      else if (piece === 'one' || (piece !== undefined && piece.char === char)) next.push(place + 1);
    }
    places = new Set(skipStars(pattern, next));
  }
  return places.has(pattern.length);
}

/** A star may also stand for nothing. */
function skipStars(pattern: readonly Piece[], places: readonly number[]): number[] {
  const reached: number[] = [];
  for (const place of places) {
    reached.push(place);
    for (let at = place; pattern[at] === 'any'; at += 1) reached.push(at + 1);
  }
  return reached;
}

export function matchesText(pattern: Pattern, text: string): Three {
  if (pattern === 'unknown') return 'unknown';
  return pattern === 'unresolved' ? 'no' : known(matches(pattern, text));
}

/** The first five parts and the rest: `arn:partition:service:region:account:resource`, where the resource may hold further colons. */
export function arnParts(text: string): readonly string[] {
  const parts = text.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Part against part. A variable may stand only in the last one, and a colon inside `${…}` separates nothing. */
export function matchesArn(pattern: string, arn: string, look: Look | null): Three {
  const wanted = splitPattern(pattern);
  const parts = arnParts(arn);
  if (parts.length < 6) return 'no';
  return all(parts.map((part, at) => matchesText(patternOf(wanted[at] ?? '*', look, true), part)));
}

function splitPattern(pattern: string): readonly string[] {
  const hidden = pattern.replaceAll(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0'));
  return arnParts(hidden).map((part) => part.replaceAll('\0', ':'));
}
