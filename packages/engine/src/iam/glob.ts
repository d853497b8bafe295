/**
 * IAM's wildcards. In patterns the wildcards are characters of their own (STAR, ONE), because a `*` that comes out of a policy variable or of `${*}` is an
 * ordinary character. Linear: pieces between stars are looked for from left to right, never twice.
 */
import { HOLE } from '@kumomori/model';

/** Unicode noncharacters: no text that means anything holds them. */
export const STAR = '\uFDD0';
export const ONE = '\uFDD1';
/** What STAR and ONE become when they stand in texts of users: matches nothing. */
const NEITHER = '\uFDD2';

/** AWS's own limit for an ARN is 2,048 characters; nothing longer is compared. */
export const MAX_TEXT = 8192;

/** `*` and `?` become wildcards. */
export function wild(text: string): string {
  return literal(text).replaceAll('*', STAR).replaceAll('?', ONE);
}

/** The text as it is, wildcards of its own defused. */
export function literal(text: string): string {
  return /[\uFDD0\uFDD1]/.test(text) ? text.replaceAll(/[\uFDD0\uFDD1]/g, NEITHER) : text;
}

export interface Glob {
  /** True: everything matches. */
  readonly any: boolean;
  /** Text without a wildcard; null otherwise. */
  readonly exact: string | null;
  test(text: string): boolean;
}

const ANYTHING: Glob = { any: true, exact: null, test: () => true };

/** A pattern with STAR and ONE as its wildcards. */
export function glob(pattern: string): Glob {
  if (pattern.length > MAX_TEXT) return { any: false, exact: null, test: () => false };
  if (!pattern.includes(STAR) && !pattern.includes(ONE)) return { any: false, exact: pattern, test: (text) => text === pattern };
  const pieces = pattern.split(STAR);
  if (pieces.every((piece) => piece === '')) return ANYTHING;
  const [first = ''] = pieces;
  if (pieces.length === 2 && pieces[1] === '' && !first.includes(ONE)) {
    return { any: false, exact: null, test: (text) => text.startsWith(first) };
  }
  return { any: false, exact: null, test: (text) => text.length <= MAX_TEXT && matchesPieces(pieces, text) };
}

/** The pieces of a pattern between its stars, in their order; the first begins the text, the last ends it. */
export function matchesPieces(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text.length === first.length && fits(first, text, 0);
  if (text.length < first.length + last.length || !fits(first, text, 0) || !fits(last, text, text.length - last.length)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index] ?? '';
    const found = find(piece, text, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

function find(piece: string, text: string, from: number): number {
  if (!piece.includes(ONE)) return text.indexOf(piece, from);
  for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
  return -1;
}

function fits(piece: string, text: string, at: number): boolean {
  if (!piece.includes(ONE)) return text.startsWith(piece, at);
  for (let index = 0; index < piece.length; index++) {
    const wanted = piece[index];
    if (wanted !== ONE && wanted !== text[at + index]) return false;
  }
  return true;
}

export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}

/** The pattern with its unknown parts as stars: what could match at best. */
export function holesAsStars(pattern: string): string {
  return pattern.replaceAll(HOLE, STAR);
}

/** Could a pattern match a text of which parts are unknown? False only when what is known before the first gap, or after the last one, differs. */
export function couldMatch(pattern: string, text: string): boolean {
  const wildcards = /[\uFDD0\uFDD1\uFFFC]/;
  const [p, t] = [pattern.split(wildcards), text.split(HOLE)];
  const [pHead = '', tHead = ''] = [p[0], t[0]];
  const [pTail, tTail] = [p.at(-1) ?? '', t.at(-1) ?? ''];
  const isOpen = p.length > 1;
  const heads = agree(pHead, tHead) && (isOpen || pHead.length >= tHead.length);
  const tails = agree([...pTail].toReversed().join(''), [...tTail].toReversed().join('')) && (isOpen || pTail.length >= tTail.length);
  return heads && tails;
}

function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
