/** format and formatlist: printf-like texts. `%s` and `%v` of an unknown value become an unknown part of the text. */
import { listValue, withDependencies } from '@kumomori/model';
import type { Range, Value } from '@kumomori/model';
import type { TextPiece } from '../../values/index.ts';
import { toBoolValue, toNumberValue, jsonPieces, quote, knownLength, textFromPieces, textPieces } from '../../values/index.ts';
import type { Failure, FunctionTable } from './context.ts';
import { formatFloat, formatGeneral, formatInteger } from './format-number.ts';
import { reasonOf } from './partial.ts';
import { MAX_ITEMS, MAX_TEXT, deepDependencies, fail, findUnknown, isFailure, isList, poison, tooLarge, variadic } from './support.ts';
import { graphemes } from './unicode.ts';

export const formatFunctions: FunctionTable = {
  format: variadic(1, 1000, (args, { range }) => format(args, range)),
  formatlist: variadic(1, 1000, (args, { range }) => formatList(args, range)),
};

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
  readonly letter: string;
}

/** Widths and precisions above this are refused. */
const MAX_WIDTH = 10_000;

function format(args: readonly Value[], range: Range | null): Value | Failure {
  const [spec, ...values] = args;
  if (spec?.kind === 'unknown' || spec?.kind === 'template') return poison(spec, args);
  if (spec?.kind !== 'string') return fail('argument 1 must be a string');
  const pieces = formatPieces(spec.value, values);
  return isFailure(pieces) ? pieces : withDependencies(textFromPieces(pieces, range), [deepDependencies(args)]);
}

/** Groups: flags, explicit argument, width, precision, explicit argument, letter. */
const VERB = /%([-+ 0#]*)(?:\[(\d{1,4})\])?(\d{1,6})?(?:\.(\d{0,6}))?(?:\[(\d{1,4})\])?(.|$)/gsu;

function formatPieces(spec: string, values: readonly Value[]): readonly TextPiece[] | Failure {
  const pieces: TextPiece[] = [];
  let at = 0;
  let next = 0;
  let used = 0;
  for (const match of spec.matchAll(VERB)) {
    const [text, flags = '', early, width = '0', precision, late, letter = ''] = match;
    pieces.push(spec.slice(at, match.index));
    at = match.index + text.length;
    if (letter === '%') {
      pieces.push('%');
      continue;
    }
    const explicit = late ?? early;
    const index = explicit === undefined ? next : Number(explicit) - 1;
    next = index + 1;
    used = Math.max(used, next);
    const value = values[index];
    if (!value) return fail(`the text asks for argument ${index + 1} of ${values.length}`);
    const verb = { flags, width: Number(width), precision: precision === undefined ? null : Number(precision || '0'), letter };
    if (verb.width > MAX_WIDTH || (verb.precision ?? 0) > MAX_WIDTH) return tooLarge(`a width is above ${MAX_WIDTH}`);
    const made = formatVerb(verb, value);
    if (isFailure(made)) return made;
    pieces.push(...made);
    if (pieces.length > MAX_ITEMS || (pieces.length % 64 === 0 && knownLength(pieces) > MAX_TEXT)) return tooLarge('the text is too long');
  }
  pieces.push(spec.slice(at));
  if (used < values.length) return fail(`${values.length} arguments are given but the text uses ${used}`);
  return knownLength(pieces) > MAX_TEXT ? tooLarge(`the text is longer than ${MAX_TEXT} characters`) : pieces;
}

function formatVerb(verb: Verb, value: Value): readonly TextPiece[] | Failure {
  const { letter } = verb;
  if (letter === 'v') return verb.flags.includes('#') ? formatJson(verb, value) : formatDefault(verb, value);
  if (value.kind === 'unknown') return 'sqtbdoxXeEfgG'.includes(letter) ? [value] : fail(`%${letter} is not a verb`);
  if (value.kind === 'null') return fail(`%${letter} cannot show null`);
  if (letter === 's' || letter === 'q') return formatText(verb, value);
  if (letter === 't') {
    const bool = toBoolValue(value);
    return bool.kind === 'bool' ? [pad(verb, String(bool.value))] : unconvertible(value, bool, letter);
  }
  if (letter === '' || !'bdoxXeEfgG'.includes(letter)) return fail(`%${letter} is not a verb`);
  const number = toNumberValue(value);
  if (number.kind !== 'number') return unconvertible(value, number, letter);
  const digits = numberText(verb, number.value);
  return digits === null ? fail(`%${letter} needs a whole number`) : [padNumber(verb, digits)];
}

function unconvertible(value: Value, made: Value, letter: string): readonly TextPiece[] | Failure {
  if (value.kind === 'template' && made.kind === 'unknown') return [made];
  return fail(`a ${value.kind} cannot be shown with %${letter}`);
}

function numberText(verb: Verb, value: number): string | null {
  switch (verb.letter) {
    case 'b':
      return formatInteger(value, 2);
    case 'd':
      return formatInteger(value, 10);
    case 'o':
      return formatInteger(value, 8);
    case 'x':
      return formatInteger(value, 16);
    case 'X':
      return formatInteger(value, 16)?.toUpperCase() ?? null;
    case 'g':
    case 'G':
      return formatGeneral(value, verb.precision, verb.letter === 'G');
    default:
      return formatFloat(value, verb.letter === 'f' ? 'f' : 'e', verb.precision ?? 6, verb.letter === 'E');
  }
}

function formatText(verb: Verb, value: Value): readonly TextPiece[] | Failure {
  const pieces = textPieces(value);
  if (!pieces) return fail(`a ${value.kind} cannot be shown with %${verb.letter}`);
  const hole = reasonOf(value);
  if (hole) {
    // Quotes are written around the text; a width or precision cannot be applied to a text of unknown length.
    if (verb.precision !== null || verb.width > 0) return [hole];
    return verb.letter === 's'
      ? pieces
      : ['"', ...pieces.map((piece) => (typeof piece === 'string' ? quote(piece).slice(1, -1) : piece)), '"'];
  }
  const text = pieces.join('');
  const cut = verb.precision === null ? text : graphemes(text).slice(0, verb.precision).join('');
  return [pad(verb, verb.letter === 'q' ? quote(cut) : cut)];
}

/** `%v`: strings as %s, numbers as %g, booleans as %t, everything else as JSON. */
function formatDefault(verb: Verb, value: Value): readonly TextPiece[] | Failure {
  if (value.kind === 'unknown') return [value];
  if (value.kind === 'string' || value.kind === 'template') return formatText({ ...verb, letter: 's' }, value);
  if (value.kind === 'number') return [padNumber(verb, formatGeneral(value.value, verb.precision, false))];
  return value.kind === 'bool' ? [pad(verb, String(value.value))] : formatJson(verb, value);
}

function formatJson(verb: Verb, value: Value): readonly TextPiece[] | Failure {
  const pieces = jsonPieces(value);
  if (!pieces) return tooLarge('the JSON text is too long or too deep');
  return findUnknown([value]) || pieces.some((piece) => typeof piece !== 'string') ? pieces : [pad(verb, pieces.join(''))];
}

function pad(verb: Verb, text: string): string {
  const missing = verb.width - graphemes(text).length;
  if (missing <= 0) return text;
  if (verb.flags.includes('-')) return text + ' '.repeat(missing);
  return (verb.flags.includes('0') ? '0' : ' ').repeat(missing) + text;
}

/** Sign flags first, and zeros between sign and digits. */
function padNumber(verb: Verb, digits: string): string {
  const negative = digits.startsWith('-');
  const sign = negative ? '-' : verb.flags.includes('+') ? '+' : verb.flags.includes(' ') ? ' ' : '';
  const bare = negative ? digits.slice(1) : digits;
  const missing = verb.width - sign.length - bare.length;
  const zeros = verb.flags.includes('0') && !verb.flags.includes('-') && missing > 0;
  return pad(verb, sign + (zeros ? '0'.repeat(missing) : '') + bare);
}

/** format for each position of the lists among the arguments; other arguments are the same for all. */
function formatList(args: readonly Value[], range: Range | null): Value | Failure {
  const [spec, ...values] = args;
  if (!spec) return fail('it takes a text');
  const lists = values.filter(isList);
  const hole = values.find((value) => value.kind === 'unknown') ?? lists.find((list) => list.rest)?.rest;
  // An unknown argument may be a list or a single value, so the number of results is not known.
  if (hole?.kind === 'unknown') return listValue([], range, poison(hole, args));
  const count = lists[0]?.items.length ?? 1;
  if (lists.some((list) => list.items.length !== count)) return fail('the lists differ in length');
  if (count > MAX_ITEMS) return tooLarge(`more than ${MAX_ITEMS} elements`);
  const items: Value[] = [];
  let size = 0;
  for (let at = 0; at < count; at++) {
    const row = values.map((value) => (isList(value) ? (value.items[at] ?? value) : value));
    const made = format([spec, ...row], range);
    if (isFailure(made)) return made;
    size += made.kind === 'string' ? made.value.length : 1;
    if (size > MAX_TEXT) return tooLarge(`the texts are longer than ${MAX_TEXT} characters`);
    items.push(made);
  }
  return listValue(items, range);
}
