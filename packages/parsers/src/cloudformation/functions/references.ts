/** Ref, Fn::GetAtt, Fn::FindInMap, Fn::ImportValue: what stands elsewhere in the template, or in another stack. */
import type { MapValue, Range, Value } from '@kumomori/model';
import { unknownValue, withDependencies, withStep } from '@kumomori/model';
import { firstUnknown, textPieces, toStringValue, valuesEqual, withWay } from '../../values/index.ts';
import type { Scope } from '../scope.ts';
import { NO_VALUE } from '../scope.ts';
import type { Call } from './call.ts';
import { failure, unknownFrom, written } from './call.ts';

export function ref({ argument, range, scope, evaluate }: Call): Value {
  const name = toStringValue(evaluate(argument));
  return name.kind === 'string' ? referTo(name.value, range, scope) : failure('Ref needs the name of a parameter or resource', range);
}

/** The value of a parameter, pseudo parameter or resource by its name. */
export function referTo(name: string, range: Range | null, scope: Scope): Value {
  if (name === 'AWS::NoValue') return NO_VALUE;
  const pseudo = scope.pseudoParameter(name);
  if (pseudo) return { ...pseudo, range: pseudo.range ?? range };
  const parameter = scope.parameter(name);
  if (parameter) return withStep(parameter, { kind: 'variable', name: `Ref ${name}`, range });
  return scope.resource(name, '', range) ?? unknownValue('unresolved-reference', `the template declares no ${name}`, range);
}

export function getAtt({ argument, range, scope, evaluate }: Call): Value {
  const parts =
    argument.kind === 'list' ? argument.items.map((item) => toStringValue(evaluate(item))) : [toStringValue(evaluate(argument))];
  const known = parts.flatMap((part) => (part.kind === 'string' ? [part.value] : []));
  const [first] = known;
  if (first === undefined || parts[0]?.kind !== 'string') return failure('Fn::GetAtt needs a resource and an attribute', range);
  if (known.length < parts.length) {
    const resource = scope.resource(first, '', range);
    return resource ?? unknownValue('unresolved-reference', `the template declares no ${first}`, range);
  }
  return attributeAt(known.join('.'), range, scope);
}

/** `Resource.Attribute`; the resources that SAM makes may have a dot in their own name (`Api.Stage`). */
export function attributeAt(path: string, range: Range | null, scope: Scope): Value {
  return scope.resource(path, '', range) ?? unknownValue('unresolved-reference', `the template declares no ${path}`, range);
}

/** With keys that are not known the value all candidates agree on, if they do. */
export function findInMap({ argument, range, scope, evaluate }: Call): Value {
  const [map, top, second, options] = written(argument) ?? [];
  if (!map || !top || !second) return failure('Fn::FindInMap needs a map and two keys', range);
  const keys = [toStringValue(evaluate(map)), toStringValue(evaluate(top)), toStringValue(evaluate(second))];
  const found = lookUp(keys, scope);
  const fallback = options?.kind === 'map' ? options.entries.get('DefaultValue') : undefined;
  const step = { kind: 'local', name: `Fn::FindInMap ${keys.map(shown).join('.')}`, range } as const;
  const candidates = found.length === 0 && fallback ? [fallback] : found;
  const values = candidates.map((candidate) => evaluate(candidate));
  const [first, ...others] = values;
  if (!first) return failure(`no entry ${keys.map(shown).join('.')} in the mappings`, range);
  const isSettled = keys.every((key) => key.kind === 'string');
  const agrees = isSettled || (!fallback && others.every((other) => valuesEqual(first, other) === true));
  if (agrees) return withDependencies(withStep(isSettled ? first : withWay(first, keys), step), keys);
  const detail = `depends on a key of the mappings that is not known`;
  return unknownFrom('computed', detail, { range, inputs: [...keys, ...values] });
}

/** As many steps as entries that may be meant. */
function lookUp([map, top, second]: readonly Value[], scope: Scope): readonly Value[] {
  const mapping = map?.kind === 'string' ? scope.mapping(map.value) : null;
  if (!mapping || !top || !second) return [];
  scope.run.spend(mapping.entries.size, null);
  return select(mapping, top).flatMap((row) => (row.kind === 'map' ? select(row, second) : []));
}

function select(map: MapValue, key: Value): readonly Value[] {
  if (key.kind !== 'string') return [...map.entries.values()];
  const value = map.entries.get(key.value);
  return value ? [value] : [];
}

function shown(key: Value): string {
  return key.kind === 'string' ? key.value : '?';
}

export function importValue({ argument, range, evaluate }: Call): Value {
  const name = evaluate(argument);
  const pieces = textPieces(name) ?? [];
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
  return unknownFrom('data-source', `another stack exports it: ${text}`, { range, inputs: [name] });
}

export function unknownTextOf(value: Value, range: Range | null): Value {
  if (value.kind === 'template') return firstUnknown(value);
  return value.kind === 'unknown' ? value : failure('a text was expected', range);
}
