/** The functions of template expressions that need nothing but their arguments. Source: Microsoft's reference of ARM template functions. */
import type { Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue, withDependencies } from '@kumomori/model';
import { readJsonDocument } from '../documents/index.ts';
import type { TextPiece } from '../values/index.ts';
import { textFromPieces, textPieces } from '../values/index.ts';
import { entriesOf, itemsOf, member, unknownFrom } from './values.ts';

/** Undefined: the arguments do not fit; the caller makes an unknown of it. */
type Evaluated = Value | undefined;
export type ArmFunction = (args: readonly Value[]) => Evaluated;

const MAX_ITEMS = 10_000;

const texts = (args: readonly Value[]): readonly string[] | null => {
  const found = args.map((arg) => (arg.kind === 'string' ? arg.value : arg.kind === 'number' ? String(arg.value) : null));
  return found.includes(null) ? null : (found as readonly string[]); // no null is left
};

const numbers = (args: readonly Value[]): readonly number[] | null => {
  const found = args.map((arg) =>
    arg.kind === 'number' ? arg.value : arg.kind === 'string' && arg.value !== '' ? Number(arg.value) : NaN,
  );
  return found.some(Number.isNaN) ? null : found;
};

/** A function of texts. */
const ofTexts =
  (compute: (...values: readonly string[]) => Value): ArmFunction =>
  (args) => {
    const values = texts(args);
    return values ? compute(...values) : undefined;
  };

const ofNumbers =
  (compute: (a: number, b: number) => number | boolean): ArmFunction =>
  (args) => {
    const values = numbers(args);
    const [a, b] = values ?? [];
    if (a === undefined || b === undefined) return undefined;
    const result = compute(a, b);
    return typeof result === 'boolean' ? boolValue(result) : Number.isFinite(result) ? numberValue(result) : undefined;
  };

function concat(args: readonly Value[]): Evaluated {
  if (args.some((arg) => arg.kind === 'list')) {
    const rest = args.find((arg) => arg.kind === 'unknown');
    return listValue(
      args.flatMap((arg) => [...itemsOf(arg)]),
      null,
      rest?.kind === 'unknown' ? rest : null,
    );
  }
  return joined(args);
}

function joined(args: readonly Value[]): Evaluated {
  const pieces = args.map(textPieces);
  return pieces.includes(null)
    ? undefined
    : textFromPieces(
        pieces.flatMap((each) => each ?? []),
        null,
      );
}

/** `{0}` and `{1:N2}`; of the formats only the place counts. */
function format(args: readonly Value[]): Evaluated {
  const [pattern, ...values] = args;
  if (pattern?.kind !== 'string') return undefined;
  const pieces: TextPiece[] = [];
  for (const part of pattern.value.split(/(\{\{|\}\}|\{\d+(?:,[^}]*)?(?::[^}]*)?\})/)) {
    const index = /^\{(\d+)/.exec(part)?.[1];
    if (part === '{{' || part === '}}') pieces.push(part.charAt(0));
    else if (index === undefined) pieces.push(part);
    else {
      const value = values[Number(index)];
      const own = value && textPieces(value);
      if (!own) return undefined;
      pieces.push(...own);
    }
  }
  return textFromPieces(pieces, null);
}

function equal(a: Value, b: Value): boolean | null {
  if (a.kind === 'unknown' || b.kind === 'unknown' || a.kind === 'template' || b.kind === 'template') return null;
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.rest || b.rest) return null;
    const verdicts = a.items.map((item, index) => (b.items[index] ? equal(item, b.items[index]) : false));
    return a.items.length !== b.items.length || verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
  }
  if (a.kind === 'map' && b.kind === 'map') {
    if (a.rest || b.rest || a.entries.size !== b.entries.size) return a.rest || b.rest ? null : false;
    const verdicts = [...a.entries].map(([key, value]) => {
      const other = member(b, key);
      return other ? equal(value, other) : false;
    });
    return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === 'null') return true;
  // ARM compares texts without regard to case.
  if (a.kind === 'string' && b.kind === 'string') return a.value.toLowerCase() === b.value.toLowerCase();
  return 'value' in a && 'value' in b && a.value === b.value;
}

/** Of truth values some of which may be unknown; `decisive` decides alone. */
const logic =
  (decisive: boolean): ArmFunction =>
  (args) => {
    const values = args.map(truth);
    if (values.includes(decisive)) return boolValue(decisive);
    return values.includes(null) ? undefined : boolValue(!decisive);
  };

export function truth(value: Value | undefined): boolean | null {
  if (value?.kind === 'bool') return value.value;
  if (value?.kind === 'number') return value.value !== 0;
  return value?.kind === 'string' && /^(?:true|false)$/i.test(value.value) ? value.value.toLowerCase() === 'true' : null;
}

function contains([container, item]: readonly Value[]): Evaluated {
  if (!container || !item) return undefined;
  if (container.kind === 'string' && item.kind === 'string') return boolValue(container.value.includes(item.value));
  if (container.kind === 'map' && item.kind === 'string')
    return member(container, item.value) ? boolValue(true) : container.rest ? undefined : boolValue(false);
  if (container.kind !== 'list') return undefined;
  const verdicts = container.items.map((each) => equal(each, item));
  if (verdicts.includes(true)) return boolValue(true);
  return verdicts.includes(null) || container.rest ? undefined : boolValue(false);
}

function empty([value]: readonly Value[]): Evaluated {
  if (value?.kind === 'null') return boolValue(true);
  if (value?.kind === 'string') return boolValue(value.value === '');
  if (value?.kind === 'list') return value.items.length > 0 ? boolValue(false) : value.rest ? undefined : boolValue(true);
  if (value?.kind === 'map') return value.entries.size > 0 ? boolValue(false) : value.rest ? undefined : boolValue(true);
  return value?.kind === 'template' ? boolValue(!value.parts.some((part) => typeof part === 'string' && part !== '')) : undefined;
}

function length([value]: readonly Value[]): Evaluated {
  if (value?.kind === 'string') return numberValue(value.value.length);
  if (value?.kind === 'list' && !value.rest) return numberValue(value.items.length);
  return value?.kind === 'map' && !value.rest ? numberValue(value.entries.size) : undefined;
}

const slice =
  (cut: <T>(items: readonly T[], count: number) => readonly T[]): ArmFunction =>
  ([value, count]) => {
    if (count?.kind !== 'number') return undefined;
    if (value?.kind === 'string') return stringValue(cut([...value.value], count.value).join(''));
    return value?.kind === 'list' && !value.rest ? listValue(cut(value.items, count.value)) : undefined;
  };

const edge =
  (at: 0 | -1): ArmFunction =>
  ([value]) => {
    if (value?.kind === 'string') return stringValue(value.value.at(at) ?? '');
    return value?.kind === 'list' && !value.rest ? (value.items.at(at) ?? nullValue()) : undefined;
  };

function split([text, separators]: readonly Value[]): Evaluated {
  if (text?.kind !== 'string') return undefined;
  const by = separators?.kind === 'list' ? texts(separators.items) : separators?.kind === 'string' ? [separators.value] : null;
  if (!by) return undefined;
  let parts = [text.value];
  for (const separator of by) parts = parts.flatMap((part) => (separator === '' ? [part] : part.split(separator)));
  return parts.length > MAX_ITEMS ? undefined : listValue(parts.map((part) => stringValue(part)));
}

function join([list, by]: readonly Value[]): Evaluated {
  const parts = list?.kind === 'list' && !list.rest ? texts(list.items) : null;
  return parts && by?.kind === 'string' ? stringValue(parts.join(by.value)) : undefined;
}

function union(args: readonly Value[]): Evaluated {
  const hole = args.find((arg) => arg.kind === 'unknown');
  const rest = hole?.kind === 'unknown' ? hole : null;
  if (args.some((arg) => arg.kind === 'map')) return mapValue(new Map(args.flatMap((arg) => [...entriesOf(arg)])), null, rest);
  if (!args.some((arg) => arg.kind === 'list')) return undefined;
  const items: Value[] = [];
  for (const item of args.flatMap((arg) => itemsOf(arg))) if (!items.some((known) => equal(known, item) === true)) items.push(item);
  return listValue(items, null, rest);
}

function intersection([first, ...others]: readonly Value[]): Evaluated {
  if (first?.kind === 'list' && others.every((other) => other.kind === 'list'))
    return listValue(first.items.filter((item) => others.every((other) => itemsOf(other).some((each) => equal(each, item) === true))));
  return undefined;
}

function json([text]: readonly Value[]): Evaluated {
  if (text?.kind !== 'string') return undefined;
  const [document] = readJsonDocument({ path: 'json()', text: text.value }).documents;
  return document ? withoutPlaces(document.value) : undefined;
}

/** Positions in a text that stands in no file lead nowhere. */
function withoutPlaces(value: Value): Value {
  if (value.kind === 'list') return { ...value, range: null, items: value.items.map(withoutPlaces) };
  if (value.kind !== 'map') return { ...value, range: null };
  return { ...value, range: null, entries: new Map([...value.entries].map(([key, entry]) => [key, withoutPlaces(entry)])) };
}

function bool([value]: readonly Value[]): Evaluated {
  const known = truth(value);
  return known === null ? undefined : boolValue(known);
}

function int([value]: readonly Value[]): Evaluated {
  const [number] = numbers(value ? [value] : []) ?? [];
  return number === undefined ? undefined : numberValue(Math.trunc(number));
}

function range([start, count]: readonly Value[]): Evaluated {
  if (start?.kind !== 'number' || count?.kind !== 'number' || count.value < 0 || count.value > MAX_ITEMS) return undefined;
  return listValue(Array.from({ length: count.value }, (_, index) => numberValue(start.value + index)));
}

function extreme(pick: (...values: number[]) => number): ArmFunction {
  return (args) => {
    const [only] = args;
    const values = numbers(args.length === 1 && only?.kind === 'list' ? only.items : args);
    return values && values.length > 0 ? numberValue(pick(...values)) : undefined;
  };
}

function substring([text, start, count]: readonly Value[]): Evaluated {
  if (text?.kind !== 'string' || start?.kind !== 'number') return undefined;
  return stringValue(text.value.substring(start.value, count?.kind === 'number' ? start.value + count.value : undefined));
}

function createObject(args: readonly Value[]): Evaluated {
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [key, value] = [args[at], args[at + 1]];
    if (key?.kind !== 'string' || !value) return undefined;
    entries.set(key.value, value);
  }
  return mapValue(entries);
}

function items([value]: readonly Value[]): Evaluated {
  if (value?.kind !== 'map') return undefined;
  const sorted = [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return listValue(
    sorted.map(([key, entry]) =>
      mapValue(
        new Map<string, Value>([
          ['key', stringValue(key)],
          ['value', entry],
        ]),
      ),
    ),
    null,
    value.rest,
  );
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64([text]: readonly Value[]): Evaluated {
  if (text?.kind !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(text.value) || text.value.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text.value), (character) => character.charCodeAt(0));
  return stringValue(new TextDecoder().decode(bytes));
}

function coalesce(args: readonly Value[]): Evaluated {
  const first = args.find((arg) => arg.kind !== 'null');
  return first ?? nullValue();
}

/** By lower-case name. Functions that are decided in the cloud (`uniqueString`, `newGuid`) are not here: they are unknown. */
export const armFunctions: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ['concat', concat],
  ['format', format],
  ['equals', ([a, b]) => (a && b ? toBool(equal(a, b)) : undefined)],
  ['and', logic(false)],
  ['or', logic(true)],
  ['not', ([value]) => toBool(negated(truth(value)))],
  ['bool', bool],
  ['int', int],
  ['float', int],
  ['true', () => boolValue(true)],
  ['false', () => boolValue(false)],
  ['null', () => nullValue()],
  ['string', ([value]) => (value && value.kind !== 'list' && value.kind !== 'map' ? joined([value]) : undefined)],
  ['length', length],
  ['empty', empty],
  ['contains', contains],
  ['first', edge(0)],
  ['last', edge(-1)],
  ['take', slice((all, count) => all.slice(0, Math.max(0, count)))],
  ['skip', slice((all, count) => all.slice(Math.max(0, count)))],
  ['split', split],
  ['join', join],
  ['replace', ofTexts((text = '', from = '', to = '') => stringValue(from === '' ? text : text.replaceAll(from, () => to)))],
  ['tolower', ofTexts((text = '') => stringValue(text.toLowerCase()))],
  ['toupper', ofTexts((text = '') => stringValue(text.toUpperCase()))],
  ['trim', ofTexts((text = '') => stringValue(text.trim()))],
  ['startswith', ofTexts((text = '', part = '') => boolValue(text.toLowerCase().startsWith(part.toLowerCase())))],
  ['endswith', ofTexts((text = '', part = '') => boolValue(text.toLowerCase().endsWith(part.toLowerCase())))],
  ['indexof', ofTexts((text = '', part = '') => numberValue(text.toLowerCase().indexOf(part.toLowerCase())))],
  ['substring', substring],
  ['padleft', ofTexts((text = '', width = '', fill = ' ') => stringValue(text.padStart(Math.min(Number(width) || 0, 1000), fill)))],
  ['base64', ofTexts((text = '') => stringValue(base64(text)))],
  ['base64tostring', fromBase64],
  ['uricomponent', ofTexts((text = '') => stringValue(encodeURIComponent(text)))],
  ['array', ([value]) => (value ? (value.kind === 'list' ? value : listValue([value])) : undefined)],
  ['createarray', (args) => listValue(args)],
  ['createobject', createObject],
  ['union', union],
  ['intersection', intersection],
  ['items', items],
  ['json', json],
  ['range', range],
  ['coalesce', coalesce],
  ['min', extreme(Math.min)],
  ['max', extreme(Math.max)],
  ['add', ofNumbers((a, b) => a + b)],
  ['sub', ofNumbers((a, b) => a - b)],
  ['mul', ofNumbers((a, b) => a * b)],
  ['div', ofNumbers((a, b) => Math.trunc(a / b))],
  ['mod', ofNumbers((a, b) => a % b)],
  ['less', ofNumbers((a, b) => a < b)],
  ['lessorequals', ofNumbers((a, b) => a <= b)],
  ['greater', ofNumbers((a, b) => a > b)],
  ['greaterorequals', ofNumbers((a, b) => a >= b)],
]);

function negated(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function toBool(value: boolean | null): Evaluated {
  return value === null ? undefined : boolValue(value);
}

/** Carries a call out; what cannot be is unknown, with what it depends on. */
export function callFunction(name: string, args: readonly Value[]): Value {
  const known = armFunctions.get(name.toLowerCase());
  if (!known) return withDependencies(unknownValue('computed', `${name}() is decided at deployment`), args);
  const result = known(args);
  return result ? withDependencies(result, args) : unknownFrom(args, `${name}() cannot be evaluated`);
}
