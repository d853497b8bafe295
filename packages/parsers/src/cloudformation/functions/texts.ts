/** Fn::Sub, Fn::Join, Fn::Split, Fn::Base64, Fn::ToJsonString. */
import type { Range, Value } from '@kumomori/model';
import { listValue, stringValue, withDependencies } from '@kumomori/model';
import type { TextPiece } from '../../values/index.ts';
import { jsonPieces, knownLength, textFromPieces, textPieces, toStringValue, withStructure, withWay } from '../../values/index.ts';
import type { Scope } from '../scope.ts';
import { NO_VALUE } from '../scope.ts';
import { base64 } from './base64.ts';
import type { Call } from './call.ts';
import { failure, unknownBecause, unknownFrom, written } from './call.ts';
import { attributeAt, referTo, unknownTextOf } from './references.ts';

/** `${Name}`, `${Resource.Attribute}`, names of the map beside the text; `${!Name}` stands for `${Name}`. */
export function sub({ argument, range, scope, evaluate }: Call): Value {
  const [text, variables] = written(argument) ?? [argument];
  const template = text && toStringValue(evaluate(text));
  if (template?.kind !== 'string') return template ? unknownTextOf(template, range) : failure('Fn::Sub needs a text', range);
  const own = variables?.kind === 'map' ? variables.entries : new Map<string, Value>();
  const inputs: Value[] = [];
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of template.value.matchAll(/\$\{([^}]*)\}/g)) {
    pieces.push(template.value.slice(from, match.index));
    from = match.index + match[0].length;
    const name = (match[1] ?? '').trim();
    if (name.startsWith('!')) {
      pieces.push(`\${${name.slice(1)}}`);
      continue;
    }
    const variable = own.get(name);
    const value = variable ? evaluate(variable) : name.includes('.') ? attributeAt(name, range, scope) : referTo(name, range, scope);
    inputs.push(value);
    pieces.push(...piecesOf(value, range));
  }
  pieces.push(template.value.slice(from));
  return textOf(pieces, inputs, { range: template.range ?? range, scope });
}

export function join({ argument, range, scope, evaluate }: Call): Value {
  const [separator, list] = written(argument) ?? [];
  const between = separator && toStringValue(evaluate(separator));
  if (between?.kind !== 'string' || !list) return failure('Fn::Join needs a separator and a list', range);
  const elements = evaluate(list);
  if (elements.kind === 'unknown') return unknownBecause(elements, [elements], range);
  if (elements.kind !== 'list') return failure('Fn::Join needs a list', range);
  const items = elements.rest ? [...elements.items, elements.rest] : elements.items;
  const pieces = items.flatMap((item, index): readonly TextPiece[] =>
    index === 0 ? piecesOf(item, range) : [between.value, ...piecesOf(item, range)],
  );
  return textOf(pieces, items, { range, scope });
}

function piecesOf(value: Value, range: Range | null): readonly TextPiece[] {
  if (value === NO_VALUE) return [''];
  return textPieces(value) ?? [failure('a list or mapping cannot be part of a text', range)];
}

interface Place {
  readonly range: Range | null;
  readonly scope: Scope;
}

function textOf(pieces: readonly TextPiece[], inputs: readonly Value[], { range, scope }: Place): Value {
  const length = knownLength(pieces);
  if (length > scope.run.limits.textLength || !scope.run.spend(length >> 6, range))
    return unknownFrom('limit', 'the text is too long', { range, inputs });
  const text = withStructure(textFromPieces(pieces, range));
  const isDocument = (text.kind === 'string' || text.kind === 'template') && text.structure !== null;
  // What a document says does not come from the first value that was put into it.
  return withDependencies(isDocument ? text : withWay(text, inputs), inputs);
}

/** Texts with unknown parts are not taken apart: those may hold the separator. */
export function split({ argument, range, scope, evaluate }: Call): Value {
  const [separator, source] = (written(argument) ?? []).map((each) => toStringValue(evaluate(each)));
  if (separator?.kind !== 'string' || !source) return failure('Fn::Split needs a separator and a text', range);
  if (source.kind !== 'string') return unknownBecause(...unknownOf(source, range));
  if (!scope.run.spend(source.value.length, range)) return unknownFrom('limit', 'the text is too long', { range, inputs: [source] });
  const parts = separator.value === '' ? [source.value] : source.value.split(separator.value);
  const items = parts.map((part) => withDependencies({ ...stringValue(part, source.range), via: source.via }, [source]));
  return withDependencies(listValue(items, range), [source]);
}

function unknownOf(value: Value, range: Range | null): Parameters<typeof unknownBecause> {
  const unknown = unknownTextOf(value, range);
  return [unknown.kind === 'unknown' ? unknown : failure('a text was expected', range), [value], range];
}

/**
 * The text in base64. One with unknown parts stays as it is: encoded nothing of it could be read, and whoever reads user data reads both.
 */
export function toBase64({ argument, range, evaluate, scope }: Call): Value {
  const text = toStringValue(evaluate(argument));
  if (text.kind !== 'string') return text;
  if (!scope.run.spend(text.value.length >> 4, range)) return unknownFrom('limit', 'the text is too long', { range, inputs: [text] });
  return { ...text, value: base64(text.value), structure: null };
}

export function toJsonString({ argument, range, evaluate, scope }: Call): Value {
  const value = evaluate(argument);
  if (value.kind === 'unknown') return value;
  const pieces = jsonPieces(value);
  const length = pieces === null ? 0 : knownLength(pieces);
  if (pieces === null || length > scope.run.limits.textLength || !scope.run.spend(length >> 6, range))
    return failure('the value is too large for a text', range);
  const structure = value.kind === 'map' || value.kind === 'list' ? value : null;
  return withDependencies(textFromPieces(pieces, value.range ?? range, structure), [value]);
}
