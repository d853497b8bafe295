/** Terraform blocks for tests, as the evaluator would hand them over. */
import type { Range, Source } from '../source.ts';
import type { DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { Reference, UnknownValue, Value } from '../value.ts';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue } from '../value.ts';

type Plain = string | number | boolean | null | readonly Written[] | { readonly [key: string]: Written };
/** Plain data or a value made by hand. */
export type Written = Value | Plain;

const source: Source = { path: 'main.tf', text: 'resource\n'.repeat(9) };
export const somewhere: Range = { source, start: 0, end: 8 };

export function valueOf(written: Written): Value {
  if (written === null) return nullValue();
  if (typeof written === 'string') return stringValue(written);
  if (typeof written === 'number') return numberValue(written);
  if (typeof written === 'boolean') return boolValue(written);
  if (isList(written)) return listValue(written.map(valueOf));
  if (isValue(written)) return written;
  return mapValue(new Map(Object.entries(written).map(([key, item]) => [key, valueOf(item)])));
}

function isList(written: object): written is readonly Written[] {
  return Array.isArray(written);
}

function isValue(written: Value | { readonly [key: string]: Written }): written is Value {
  return 'kind' in written && 'refs' in written;
}

export interface BlockParts {
  readonly blocks?: readonly DeclaredBlock[];
  readonly uncertain?: boolean;
}

export function blockOf(type: string, attributes: Readonly<Record<string, Written>> = {}, parts: BlockParts = {}): DeclaredBlock {
  return {
    type,
    range: somewhere,
    head: somewhere,
    attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, { value: valueOf(value), range: somewhere }])),
    blocks: parts.blocks ?? [],
    uncertain: parts.uncertain ?? false,
    via: null,
  };
}

/** `data.aws_x.y`, `module.logs["eu"].aws_s3_bucket.this[0]`: mode, type, name and module follow from the address. */
export function resourceAt(
  address: string,
  attributes: Readonly<Record<string, Written>> = {},
  parts: BlockParts & Partial<Pick<DeclaredResource, 'provider' | 'region'>> = {},
): DeclaredResource {
  const bare = address.replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '');
  const [type = '', name = ''] = bare.split('.').slice(-2);
  const local = /(?:^|\.)((?:data\.)?[a-z0-9_]+\.[a-z0-9_]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?)$/.exec(address)?.[1] ?? address;
  const key = /\[(?:(\d+)|"((?:[^"\\]|\\.)*)")\]$/.exec(local);
  return {
    mode: local.startsWith('data.') ? 'data' : 'managed',
    type,
    name,
    address,
    moduleAddress: address.slice(0, -local.length - 1),
    moduleDir: '',
    rootDir: '',
    key: key ? (key[1] === undefined ? (key[2] ?? null) : Number(key[1])) : null,
    block: blockOf('resource', attributes, parts),
    provider: parts.provider ?? 'aws',
    region: parts.region ?? stringValue('eu-west-1'),
  };
}

/** A value that the provider decides, reached through references `address#attribute`. */
export function computed(...refs: readonly string[]): UnknownValue {
  return { ...unknownValue('computed', 'it is decided by the provider'), refs: refs.map(referenceTo) };
}

/** A variable without a value; `declaredAt`: offset of its declaration, which makes it the same variable. */
export function unset(name: string, declaredAt = 0): UnknownValue {
  return unknownValue('unset-variable', `variable "${name}" has no value`, { source, start: declaredAt, end: declaredAt + 1 });
}

export function template(...parts: readonly (string | UnknownValue)[]): Value {
  const refs = parts.flatMap((part) => (typeof part === 'string' ? [] : part.refs));
  return { kind: 'template', parts, structure: null, range: null, via: null, refs, sensitive: false };
}

export function sensitive<V extends Value>(value: V): V {
  return { ...value, sensitive: true };
}

function referenceTo(text: string): Reference {
  const [address = '', attribute = ''] = text.split('#');
  return { address, attribute };
}
