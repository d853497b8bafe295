/** Texts with wildcards: how Sigma writes them, and how they match. */
import type { Pattern, Piece } from './ir.ts';

const MANY: Piece = { kind: 'many' };
const ONE: Piece = { kind: 'one' };

/** The five characters of `windash`: hyphen, slash, en dash, em dash, horizontal bar. */
export const DASHES: readonly string[] = ['-', '/', '–', '—', '―'];

/**
 * `*` and `?` are wildcards, a backslash before them or before another backslash makes them ordinary; before anything else it is one
 * itself. Source: Sigma specification, "Escaping". O(length).
 */
export function parsePattern(text: string): Pattern {
  const pieces: Piece[] = [];
  let literal = '';
  const flush = (piece: Piece): void => {
    if (literal !== '') pieces.push({ kind: 'text', text: literal });
    literal = '';
    if (piece.kind !== 'many' || pieces.at(-1)?.kind !== 'many') pieces.push(piece);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const next = text[at + 1];
    if (character === '\\' && (next === '*' || next === '?' || next === '\\')) {
      literal += next;
      at++;
    } else if (character === '*') flush(MANY);
    else if (character === '?') flush(ONE);
    else literal += character;
  }
  if (literal !== '') pieces.push({ kind: 'text', text: literal });
  return pieces;
}

/** The text of a pattern without wildcards, else null. */
export function plainText(pattern: Pattern): string | null {
  let text = '';
  for (const piece of pattern) {
    if (piece.kind !== 'text') return null;
    text += piece.text;
  }
  return text;
}

export function anyBefore(pattern: Pattern): Pattern {
  return pattern[0]?.kind === 'many' ? pattern : [MANY, ...pattern];
}

export function anyAfter(pattern: Pattern): Pattern {
  return pattern.at(-1)?.kind === 'many' ? pattern : [...pattern, MANY];
}

/** The same with another spelling of its texts. */
export function mapTexts(pattern: Pattern, spell: (text: string) => string): Pattern {
  return pattern.map((piece) => (piece.kind === 'text' ? { kind: 'text', text: spell(piece.text) } : piece));
}

const WORD = /^\w$/;

/** Every dash or slash that begins a word stands for all five. */
export function withDashes(pattern: Pattern): Pattern {
  return pattern.flatMap((piece, index): readonly Piece[] => {
    if (piece.kind !== 'text') return [piece];
    const before = pattern[index - 1]?.kind === 'text' ? 'x' : '';
    const pieces: Piece[] = [];
    let literal = '';
    for (let at = 0; at < piece.text.length; at++) {
      const character = piece.text[at] ?? '';
      const isStart = !WORD.test(at === 0 ? before : (piece.text[at - 1] ?? '')) && WORD.test(piece.text[at + 1] ?? '');
      if (!isStart || !DASHES.includes(character)) literal += character;
      else {
        if (literal !== '') pieces.push({ kind: 'text', text: literal });
        pieces.push({ kind: 'dash' });
        literal = '';
      }
    }
    return literal === '' ? pieces : [...pieces, { kind: 'text', text: literal }];
  });
}

/** A function that says whether a whole text matches. The usual shapes cost one search. */
export function patternMatcher(pattern: Pattern): (text: string) => boolean {
  const [first, second, third] = pattern;
  if (!first) return (text) => text === '';
  const [a, b, c] = [textOf(first), textOf(second), textOf(third)];
  const isMany = (piece: Piece | undefined): boolean => piece?.kind === 'many';
  if (pattern.length === 1) {
    if (a !== null) return (text) => text === a;
    if (isMany(first)) return () => true;
  }
  if (pattern.length === 2) {
    if (a !== null && isMany(second)) return (text) => text.startsWith(a);
    if (b !== null && isMany(first)) return (text) => text.endsWith(b);
  }
  if (pattern.length === 3) {
    if (isMany(first) && b !== null && isMany(third)) return (text) => text.includes(b);
    if (a !== null && isMany(second) && c !== null)
      return (text) => text.length >= a.length + c.length && text.startsWith(a) && text.endsWith(c);
  }
  const steps = stepsOf(pattern);
  return (text) => matchesSteps(steps, text);
}

function textOf(piece: Piece | undefined): string | null {
  return piece?.kind === 'text' ? piece.text : null;
}

const ANY_TEXT = -1;
const ANY_CHARACTER = -2;
const ANY_DASH = -3;
const DASH_CODES = new Set(DASHES.map((dash) => dash.codePointAt(0) ?? 0));

function stepsOf(pattern: Pattern): readonly number[] {
  return pattern.flatMap((piece) => {
    if (piece.kind === 'text') return Array.from(piece.text, (character) => character.codePointAt(0) ?? 0);
    return [piece.kind === 'many' ? ANY_TEXT : piece.kind === 'one' ? ANY_CHARACTER : ANY_DASH];
  });
}

/** Only the last `*` is ever tried again. O(text × pattern) at worst. */
function matchesSteps(steps: readonly number[], text: string): boolean {
  let [at, step, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const wanted = steps[step];
    if (wanted === ANY_TEXT) {
      star = step++;
      mark = at;
    } else if (wanted === code || wanted === ANY_CHARACTER || (wanted === ANY_DASH && DASH_CODES.has(code))) {
      step++;
      at += code > 0xffff ? 2 : 1;
    } else if (star >= 0) {
      mark += (text.codePointAt(mark) ?? 0) > 0xffff ? 2 : 1;
      at = mark;
      step = star + 1;
    } else return false;
  }
  while (steps[step] === ANY_TEXT) step++;
  return step === steps.length;
}
