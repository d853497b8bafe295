/** How functions of expressions are written down: a signature for the type checker, and what they do with known values. */
import type { CelType } from '@kumomori/model';
import { parseCelType } from '@kumomori/model';
import type { CelRun } from '../run.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { CelList, CelMap, CelOpaque, CelOptional, CelPartial, CelTime, CelTypeValue, CelUint } from '../values.ts';

/** The receiver is the first argument. */
export type CelImplementation = (args: readonly KnownCelValue[], run: CelRun) => CelValue;

export interface CelFunction {
  /** As documented: `string.startsWith(string): bool`. */
  readonly signature: string;
  /** With its namespace. */
  readonly name: string;
  readonly isMethod: boolean;
  /** Of the receiver, then the parameters. Objects named by one capital letter stand for any type, the same one everywhere. */
  readonly params: readonly CelType[];
  readonly result: CelType;
  readonly call: CelImplementation;
  /** It can do something with texts that are known in part. */
  readonly takesPartial: boolean;
}

/** `'string.startsWith(string): bool'`: a type before the dot is a receiver, another word a namespace. */
export function define(signature: string, call: CelImplementation, takesPartial = false): CelFunction {
  const [, before = '', inner = '', result = ''] = /^([^(]+)\((.*)\): (.+)$/.exec(signature) ?? [];
  const dot = before.lastIndexOf('.');
  const receiver = dot === -1 ? null : before.slice(0, dot);
  const isMethod = receiver !== null && isReceiver(receiver);
  return {
    signature,
    name: isMethod ? before.slice(dot + 1) : before,
    isMethod,
    params: [...(isMethod ? [receiver] : []), ...splitTypes(inner)].map(parseCelType),
    result: parseCelType(result),
    call,
    takesPartial,
  };
}

const receivers = ['string', 'bytes', 'timestamp', 'duration', 'ip', 'cidr', 'url', 'quantity', 'dyn'];

function isReceiver(text: string): boolean {
  return receivers.includes(text) || /^(?:list|map|optional)</.test(text);
}

function splitTypes(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return part.trim() === '' ? parts : [...parts, part];
}

/** Whether a value is of a parameter's type. */
export function accepts(type: CelType, value: KnownCelValue): boolean {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' || value instanceof CelPartial;
    case 'int':
      return typeof value === 'bigint';
    case 'double':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number' || value instanceof CelUint;
    case 'uint':
      return value instanceof CelUint;
    case 'list':
      return value instanceof CelList;
    case 'map':
      return value instanceof CelMap;
    case 'optional':
      return value instanceof CelOptional;
    case 'bytes':
      return value instanceof Uint8Array;
    case 'null':
      return value === null;
    case 'type':
      return value instanceof CelTypeValue;
    case 'timestamp':
    case 'duration':
      return value instanceof CelTime && value.kind === type.kind;
    case 'ip':
    case 'cidr':
    case 'url':
    case 'quantity':
      return value instanceof CelOpaque && value.kind === type.kind;
    default:
      return true;
  }
}

// What the signature has made sure of, for the compiler.

export function text(value: KnownCelValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
export function int(value: KnownCelValue | undefined): bigint {
  return typeof value === 'bigint' ? value : 0n;
}
export function list(value: KnownCelValue | undefined): CelList {
  if (value instanceof CelList) return value;
  throw new TypeError('the signature says that this is a list');
}
export function time(value: KnownCelValue | undefined): bigint {
  return value instanceof CelTime ? value.nanoseconds : 0n;
}
export function bytes(value: KnownCelValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
