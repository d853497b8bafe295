/** Text functions other than format and the regular-expression ones. Known parts of partly unknown texts are kept where that is exact. */
import { listValue, stringValue, withDependencies } from '@kumomori/model';
import type { ListValue, Range, UnknownValue, Value } from '@kumomori/model';
import type { TextPiece } from '../../values/index.ts';
import { toStringValue, firstHole, mayCross, textFromPieces, textPieces } from '../../values/index.ts';
import type { Failure, FunctionSpec, FunctionTable, TemplateSource } from './context.ts';
import { MAX_ITEMS, MAX_TEXT, deepDependencies, define, fail, isFailure, isList, poison, tooLarge, variadic } from './support.ts';
import { graphemes } from './unicode.ts';

export const stringFunctions: FunctionTable = {
  chomp: onText((pieces) => trimEnd(pieces, (character) => character === '\n' || character === '\r')),
  lower: onText((pieces) => eachKnown(pieces, (text) => mapCharacters(text, (c) => c.toLowerCase()))),
  upper: onText((pieces) => eachKnown(pieces, (text) => mapCharacters(text, (c) => c.toUpperCase()))),
  title: define(['string'], ([text]) => titleCase(text)),
  strrev: define(['string'], ([text]) => graphemes(text).toReversed().join('')),
  trimspace: onText((pieces) => trimBoth(pieces, isSpace)),
  trim: onText((pieces, [characters = '']) => trimBoth(pieces, cutset(characters)), 1),
  trimprefix: onText((pieces, [prefix = '']) => trimPrefix(pieces, prefix), 1),
  trimsuffix: onText((pieces, [suffix = '']) => trimSuffix(pieces, suffix), 1),
  startswith: define(['value', 'string'], ([value, prefix]) => startsWith(value, prefix)),
  endswith: define(['value', 'string'], ([value, suffix]) => endsWith(value, suffix)),
  strcontains: define(['value', 'string'], ([value, part]) => containsText(value, part)),
  substr: define(['value', 'integer', 'integer'], ([value, offset, length]) => substring(value, offset, length)),
  indent: { min: 2, max: 2, run: (args, context) => indent(args, context.range) },
  join: variadic(2, 1000, (args, { range }) => join(args, range)),
  split: define(['string', 'value'], ([separator, value], { range }) => split(separator, value, range)),
};

type TextBody = (pieces: readonly TextPiece[], options: readonly string[]) => readonly TextPiece[] | UnknownValue;

/** A function of one text, which may be partly unknown, and known text options; an unchanged text keeps its structure. */
export function onText(body: TextBody, options = 0): FunctionSpec {
  return variadic(1 + options, 1 + options, (args, { range }) => {
    const [value] = args;
    const pieces = value ? textPieces(value) : null;
    if (!value || pieces === null) return fail(`argument 1 must be a string, not ${value?.kind === 'null' ? 'null' : 'a collection'}`);
    const known: string[] = [];
    for (const option of args.slice(1)) {
      const text = toStringValue(option);
      if (text.kind === 'unknown' && option.kind !== 'unknown') return fail(text.reason.detail);
      if (text.kind === 'unknown' || text.kind === 'template') return poison(text, args);
      if (text.kind !== 'string') return fail('an argument is null');
      known.push(text.value);
    }
    if (value.kind === 'unknown') return value;
    const made = body(pieces, known);
    if (!isPieces(made)) return made;
    const result = textFromPieces(made, range);
    const structure = value.kind === 'string' || value.kind === 'template' ? value.structure : null;
    const unchanged = structure !== null && made.length === pieces.length && made.every((piece, at) => piece === pieces[at]);
    return unchanged && (result.kind === 'string' || result.kind === 'template') ? { ...result, structure } : result;
  });
}

function isPieces(made: readonly TextPiece[] | UnknownValue): made is readonly TextPiece[] {
  return Array.isArray(made);
}

export function eachKnown(pieces: readonly TextPiece[], change: (text: string) => string): readonly TextPiece[] {
  return pieces.map((piece) => (typeof piece === 'string' ? change(piece) : piece));
}

/** Changes the last piece when it is known. */
function atEnd(pieces: readonly TextPiece[], change: (text: string) => string): readonly TextPiece[] {
  const last = pieces.at(-1);
  return typeof last === 'string' ? [...pieces.slice(0, -1), change(last)] : pieces;
}

/** Go maps one character to one character: "ß" has no upper case of its own there. */
function mapCharacters(text: string, change: (character: string) => string): string {
  const changed = change(text);
  if (changed.length === text.length) return changed;
  return Array.from(text, (character) => {
    const mapped = change(character);
    return Array.from(mapped).length === 1 ? mapped : character;
  }).join('');
}

function titleCase(text: string): string {
  let afterSeparator = true;
  return Array.from(text, (character) => {
    const result = afterSeparator ? mapCharacters(character, (c) => c.toUpperCase()) : character;
    afterSeparator = !/[\p{L}\p{Nd}_]/u.test(character) && (character < '\u0080' || isSpace(character));
    return result;
  }).join('');
}

/** Unicode white space as Go defines it: it has U+0085 and lacks U+FEFF, other than JavaScript's trim. */
function isSpace(character: string): boolean {
  return character !== '\ufeff' && (character === '\u0085' || /^\s$/u.test(character));
}

function cutset(characters: string): (character: string) => boolean {
  const set = new Set(characters);
  return (character) => set.has(character);
}

function trimBoth(pieces: readonly TextPiece[], cut: (character: string) => boolean): readonly TextPiece[] | UnknownValue {
  const left = trimSide(pieces, cut, STRIP_START);
  return isPieces(left) ? trimEnd(left, cut) : left;
}

function trimEnd(pieces: readonly TextPiece[], cut: (character: string) => boolean): readonly TextPiece[] | UnknownValue {
  const made = trimSide(pieces.toReversed(), cut, STRIP_END);
  return isPieces(made) ? made.toReversed() : made;
}

type Strip = (text: string, cut: (character: string) => boolean) => string;

/**
 * Strips the outer end of pieces, the outermost first. An unknown piece may be empty or all cut away; when the known text behind it
 * begins with characters that would then go too, the result is unknown.
 */
function trimSide(pieces: readonly TextPiece[], cut: (character: string) => boolean, strip: Strip): readonly TextPiece[] | UnknownValue {
  const result = [...pieces];
  let hole: UnknownValue | null = null;
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece !== 'string') {
      hole ??= piece;
      continue;
    }
    const stripped = strip(piece, cut);
    if (hole && stripped !== piece) return hole;
    result[at] = stripped;
    if (stripped !== '') break;
  }
  return result;
}

const STRIP_START: Strip = (text, cut) => {
  let at = 0;
  for (let c = firstCharacter(text); c !== '' && cut(c); c = firstCharacter(text.slice(at, at + 2))) at += c.length;
  return text.slice(at);
};

const STRIP_END: Strip = (text, cut) => {
  const characters = Array.from(text);
  let end = characters.length;
  while (end > 0 && cut(characters[end - 1] ?? '')) end--;
  return characters.slice(0, end).join('');
};

function firstCharacter(text: string): string {
  const codePoint = text.codePointAt(0);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

/** Whether known pieces begin with a text: null when an unknown piece decides. */
function beginsWith(pieces: readonly TextPiece[], prefix: string): boolean | null {
  const first = typeof pieces[0] === 'string' ? pieces[0] : '';
  if (first.startsWith(prefix)) return true;
  if (pieces.every((piece) => typeof piece === 'string')) return false;
  return prefix.startsWith(first) ? null : false;
}

function finishesWith(pieces: readonly TextPiece[], suffix: string): boolean | null {
  const end = pieces.at(-1);
  const last = typeof end === 'string' ? end : '';
  if (last.endsWith(suffix)) return true;
  if (pieces.every((piece) => typeof piece === 'string')) return false;
  return suffix.endsWith(last) ? null : false;
}

function trimPrefix(pieces: readonly TextPiece[], prefix: string): readonly TextPiece[] | UnknownValue {
  const answer = beginsWith(pieces, prefix);
  if (answer === null) return firstHole(pieces) ?? pieces;
  const [first, ...others] = pieces;
  return answer && typeof first === 'string' ? [first.slice(prefix.length), ...others] : pieces;
}

function trimSuffix(pieces: readonly TextPiece[], suffix: string): readonly TextPiece[] | UnknownValue {
  const answer = finishesWith(pieces, suffix);
  if (answer === null) return firstHole(pieces) ?? pieces;
  return answer ? atEnd(pieces, (text) => text.slice(0, text.length - suffix.length)) : pieces;
}

type Answer = boolean | Value | Failure;

function startsWith(value: Value, prefix: string): Answer {
  const pieces = textPieces(value);
  return pieces ? (beginsWith(pieces, prefix) ?? firstHole(pieces) ?? false) : fail('argument 1 must be a string');
}

function endsWith(value: Value, suffix: string): Answer {
  const pieces = textPieces(value);
  return pieces ? (finishesWith(pieces, suffix) ?? firstHole(pieces) ?? false) : fail('argument 1 must be a string');
}

function containsText(value: Value, part: string): Answer {
  const pieces = textPieces(value);
  if (!pieces) return fail('argument 1 must be a string');
  return pieces.some((piece) => typeof piece === 'string' && piece.includes(part)) || (firstHole(pieces) ?? false);
}

/** Offsets count user-perceived characters; a negative offset counts from the end, length -1 means all the rest. */
function substring(value: Value, offset: number, length: number): string | Value | Failure {
  const pieces = textPieces(value);
  if (!pieces) return fail('argument 1 must be a string');
  const hole = firstHole(pieces);
  const characters = graphemes(typeof pieces[0] === 'string' ? pieces[0] : '');
  if (hole && (offset < 0 || length < 0 || offset + length >= characters.length)) return hole;
  const start = Math.min(characters.length, offset < 0 ? Math.max(0, characters.length + offset) : offset);
  return characters.slice(start, length < 0 ? undefined : start + length).join('');
}

function indent(args: readonly Value[], range: Range | null): Value | Failure {
  const [count, text] = args;
  if (!count || !text) return fail('it takes two arguments');
  const width = define(['integer'], ([n]) => n).run([count], NO_CONTEXT);
  if (isFailure(width)) return width;
  if (width.kind !== 'number') return withDependencies(width, [deepDependencies(args)]);
  if (width.value < 0) return fail('the number of spaces is negative');
  if (width.value > MAX_TEXT) return tooLarge(`more than ${MAX_TEXT} spaces`);
  const pieces = textPieces(text);
  if (!pieces) return fail('argument 2 must be a string');
  let lines = 0;
  for (const piece of pieces) if (typeof piece === 'string') lines += piece.split('\n').length - 1;
  if (lines * width.value > MAX_TEXT) return tooLarge(`the text is longer than ${MAX_TEXT} characters`);
  const padding = ' '.repeat(width.value);
  const result = textFromPieces(
    eachKnown(pieces, (piece) => piece.replaceAll('\n', `\n${padding}`)),
    range,
  );
  return withDependencies(result, [deepDependencies(args)]);
}

/** For running a helper that never looks at its context. */
const NO_CONTEXT = {
  range: null,
  moduleDir: '.',
  rootDir: '.',
  readText: () => ({ kind: 'missing' }) as const,
  listFiles: () => [],
  renderTemplate: ({ source }: TemplateSource) => stringValue(source.text),
};

function join(args: readonly Value[], range: Range | null): Value | Failure {
  const separator = args[0] ? textPieces(args[0]) : null;
  if (!separator) return fail('argument 1 must be a string');
  const pieces: TextPiece[] = [];
  let size = 0;
  let isFirst = true;
  for (const [at, list] of args.slice(1).entries()) {
    if (list.kind === 'unknown') return poison(list, args);
    if (!isList(list)) return fail(`argument ${at + 2} must be a list of strings`);
    // Where the further elements go is not known, so neither is any part of the text.
    if (list.rest) return poison(list.rest, args);
    for (const item of list.items) {
      const text = textPieces(item);
      if (!text) return fail(`an element is ${item.kind === 'null' ? 'null' : `a ${item.kind}`}, not a string`);
      for (const piece of isFirst ? text : [...separator, ...text]) {
        pieces.push(piece);
        size += typeof piece === 'string' ? piece.length : 1;
      }
      isFirst = false;
      if (size > MAX_TEXT || pieces.length > 10 * MAX_ITEMS) return tooLarge(`the text is longer than ${MAX_TEXT} characters`);
    }
  }
  return withDependencies(textFromPieces(pieces, range), [deepDependencies(args)]);
}

/** Elements that touch an unknown part are covered by `rest`, since it may contain the separator itself. */
function split(separator: string, value: Value, range: Range | null): Value | Failure {
  const pieces = textPieces(value);
  if (!pieces) return fail('argument 2 must be a string');
  const hole = firstHole(pieces);
  if (hole && mayCross(pieces, separator)) return listValue([], range, hole);
  const known: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (typeof piece !== 'string') continue;
    const parts = separator === '' ? Array.from(piece) : piece.split(separator);
    const from = at === 0 || separator === '' ? 0 : 1;
    known.push(...parts.slice(from, at === pieces.length - 1 || separator === '' ? undefined : -1));
    if (known.length > MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} elements`);
  }
  const list: ListValue = listValue(
    known.map((text) => stringValue(text, range)),
    range,
    hole,
  );
  return withDependencies(list, [value]);
}
