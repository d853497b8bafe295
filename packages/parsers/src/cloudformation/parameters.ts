/** Values of parameters: what was given, else the default, else unknown. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { listValue, numberValue, stringValue, unknownValue, withDependencies } from '@kumomori/model';
import { toNumberValue, toStringValue } from '../values/index.ts';
import type { WrittenMember } from '../documents/index.ts';

export interface ParameterOptions {
  /** From a parameter file or the stack that nests this one. */
  readonly given: Value | undefined;
  /** What references may name it by: parameters and resources of a template have different names. */
  readonly address: string;
}

/** The value of a declared parameter. */
export function parameterValue({ key, keyRange, value: declaration }: WrittenMember, { given, address }: ParameterOptions): Value {
  const place = keyRange ?? declaration.range;
  const member = (name: string): Value | undefined => (declaration.kind === 'map' ? declaration.entries.get(name) : undefined);
  const type = textOf(member('Type')) ?? 'String';
  const isSecret = isTrue(member('NoEcho'));
  const value = given ?? member('Default') ?? null;
  const isMissing = value === null || value.kind === 'null';
  const read = isMissing ? unset(key, place, existingThing.test(type) ? address : null) : typed(value, type, { key, place });
  return isSecret ? markSensitive(read) : read;
}

/** Types whose values CloudFormation looks up: nothing but the id of a thing that exists is accepted. */
const existingThing = /^(?:List<)?AWS::(?!SSM::Parameter::Value)/;

/** `address`: of a parameter that is certainly set, to something that exists. */
function unset(name: string, place: Range | null, address: string | null): UnknownValue {
  const detail = `parameter "${name}" has no value`;
  if (address === null) return unknownValue('unset-variable', detail, place);
  return { ...unknownValue('data-source', detail, place), refs: [{ address, attribute: 'id' }] };
}

/** Values of the parameter store are looked up when the stack is made: what is written is a key. */
function typed(value: Value, type: string, { key, place }: { key: string; place: Range | null }): Value {
  if (type.startsWith('AWS::SSM::Parameter::Value'))
    return unknownValue('data-source', `parameter "${key}" is read from the parameter store`, place);
  if (type === 'CommaDelimitedList' || type.startsWith('List<')) return listOf(value, type === 'List<Number>');
  if (type === 'Number') {
    const number = toNumberValue(value);
    return number.kind === 'number' ? number : value;
  }
  return toStringValue(value);
}

function listOf(value: Value, areNumbers: boolean): Value {
  if (value.kind === 'list' || value.kind === 'unknown') return value;
  const text = toStringValue(value);
  if (text.kind !== 'string') return text.kind === 'template' ? unknownList(text) : text;
  const parts = text.value === '' ? [] : text.value.split(',').map((part) => part.trim());
  const items = parts.map((part) => {
    const isNumber = areNumbers && /^-?\d+(\.\d+)?$/.test(part);
    return withDependencies({ ...(isNumber ? numberValue(Number(part), text.range) : stringValue(part, text.range)), via: text.via }, [
      text,
    ]);
  });
  return withDependencies({ ...listValue(items, text.range), via: text.via }, [text]);
}

/** A text with unknown parts: they may hold commas. */
function unknownList(text: Value): UnknownValue {
  return withDependencies(unknownValue('computed', 'a part of the list is not known', text.range), [text]);
}

export function isTrue(value: Value | undefined): boolean {
  return (value?.kind === 'bool' && value.value) || (value?.kind === 'string' && /^true$/i.test(value.value));
}

export function textOf(value: Value | undefined): string | null {
  return value?.kind === 'string' ? value.value : null;
}

function markSensitive(value: Value): Value {
  if (value.kind === 'list' || value.kind === 'set') return { ...value, items: value.items.map(markSensitive), sensitive: true };
  return { ...value, sensitive: true };
}
