/** For tests only: values from plain literals, and values as readable text. */
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue } from '@kumomori/model';
import type { TemplateValue, UnknownValue, Value } from '@kumomori/model';
import type { FileText } from '../../file-tree.ts';
import type { FunctionContext } from './context.ts';
import { makeSet } from './partial.ts';

export type Literal = string | number | boolean | null | Value | readonly Literal[] | { readonly [key: string]: Literal };

/** An unknown the way a resource attribute is one before apply. */
export const computed: UnknownValue = {
  ...unknownValue('computed', 'known after apply'),
  refs: [{ address: 'aws_s3_bucket.orders', attribute: 'id' }],
};
export const unset: UnknownValue = unknownValue('unset-variable', 'variable "owner" has no value');

export function isValue(literal: Literal): literal is Value {
  return typeof literal === 'object' && literal !== null && 'refs' in literal && 'kind' in literal;
}

export function literal(from: Literal): Value {
  if (from === null) return nullValue();
  if (typeof from === 'string') return stringValue(from);
  if (typeof from === 'number') return numberValue(from);
  if (typeof from === 'boolean') return boolValue(from);
  if (isValue(from)) return from;
  // Array.isArray does not narrow readonly arrays.
  if (Array.isArray(from)) return listValue((from as readonly Literal[]).map(literal));
  return mapValue(new Map(Object.entries(from).map(([key, value]) => [key, literal(value)])));
}

export function template(...parts: readonly (string | UnknownValue)[]): TemplateValue {
  return { kind: 'template', parts, structure: null, range: null, via: null, refs: [], sensitive: false };
}
export function setOf(...items: readonly Literal[]): Value {
  return makeSet(items.map(literal), null);
}
/** A list of which more elements may follow. */
export function openList(...items: readonly Literal[]): Value {
  return listValue(items.map(literal), null, computed);
}
/** A map of which more keys may follow. */
export function openMap(entries: { readonly [key: string]: Literal }): Value {
  return mapValue(new Map(Object.entries(entries).map(([key, value]) => [key, literal(value)])), null, computed);
}

/** A value in Terraform's notation; unknown is `?code`, more to follow is `…`, sets are `set[ ]`. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'unknown':
      return `?${value.reason.code}`;
    case 'string':
      return JSON.stringify(value.value);
    case 'template':
      return `"${value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : '${?}')).join('')}"`;
    case 'map':
      return `{${[...[...value.entries].map(([key, item]) => `${key} = ${show(item)}`), ...(value.rest ? ['…'] : [])].join(', ')}}`;
    case 'list':
    case 'set':
      return `${value.kind === 'set' ? 'set' : ''}[${[...value.items.map(show), ...(value.rest ? ['…'] : [])].join(', ')}]`;
    default:
      return String(value.value);
  }
}

const FILES: Readonly<Record<string, FileText>> = {
  'infra/policy.json': { kind: 'text', text: '{"Version":"2012-10-17"}' },
  'infra/modules/logs/greeting.tftpl': { kind: 'text', text: 'hello ${name}' },
  'infra/lambda.zip': { kind: 'binary' },
  'infra/huge.json': { kind: 'too-large' },
  'infra/files/a.json': { kind: 'text', text: '{}' },
  'infra/files/b.txt': { kind: 'text', text: 'b' },
  'infra/files/deep/c.json': { kind: 'text', text: '[]' },
};

/** A module `infra/modules/logs` called from the root module `infra`, with a few files in memory. */
export const context: FunctionContext = {
  range: null,
  moduleDir: 'infra/modules/logs',
  rootDir: 'infra',
  readText: (path) => (path.startsWith('..') || path.startsWith('/') ? { kind: 'outside' } : (FILES[path] ?? { kind: 'missing' })),
  listFiles: (dir) => Object.keys(FILES).flatMap((path) => (path.startsWith(`${dir}/`) ? [path.slice(dir.length + 1)] : [])),
  renderTemplate: ({ source: { text } }, variables) => {
    const name = variables.get('name');
    if (!name) return unknownValue('unresolved-reference', 'the template uses "name"');
    return name.kind === 'string' ? stringValue(text.replace('${name}', name.value)) : name;
  },
};
