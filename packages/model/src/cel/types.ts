/** Static types of expressions. */

/** `number`: an int or a double, as JSON and shapes have them; it may be mixed with both. */
export type CelScalarKind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'number'
  | 'string'
  | 'bytes'
  | 'null'
  | 'timestamp'
  | 'duration'
  | 'type'
  | 'dyn'
  | 'ip'
  | 'cidr'
  | 'url'
  | 'quantity';

export type CelType =
  | { readonly kind: CelScalarKind }
  | { readonly kind: 'list' | 'optional'; readonly of: CelType }
  | { readonly kind: 'map'; readonly key: CelType; readonly of: CelType }
  /** By name: objects may contain each other. */
  | { readonly kind: 'object'; readonly name: string };

export interface CelField {
  readonly type: CelType;
  /** It may be missing: to be asked for with `has()` or `.?`. */
  readonly optional: boolean;
  /** For people. */
  readonly description?: string;
}

export interface CelObject {
  readonly name: string;
  readonly fields: ReadonlyMap<string, CelField>;
  /** Further fields are possible, of any type. */
  readonly open?: boolean;
}

/** What an expression may speak of. */
export interface CelDeclarations {
  readonly variables: ReadonlyMap<string, CelType>;
  readonly object: (name: string) => CelObject | undefined;
}

export function celType(kind: CelScalarKind): CelType {
  return scalars[kind];
}
export function celList(of: CelType): CelType {
  return { kind: 'list', of };
}
export function celMap(of: CelType, key: CelType = scalars.string): CelType {
  return { kind: 'map', key, of };
}
export function celOptional(of: CelType): CelType {
  return { kind: 'optional', of };
}
export function celObject(name: string): CelType {
  return { kind: 'object', name };
}

const scalars: Readonly<Record<CelScalarKind, CelType>> = {
  bool: { kind: 'bool' },
  int: { kind: 'int' },
  uint: { kind: 'uint' },
  double: { kind: 'double' },
  number: { kind: 'number' },
  string: { kind: 'string' },
  bytes: { kind: 'bytes' },
  null: { kind: 'null' },
  timestamp: { kind: 'timestamp' },
  duration: { kind: 'duration' },
  type: { kind: 'type' },
  dyn: { kind: 'dyn' },
  ip: { kind: 'ip' },
  cidr: { kind: 'cidr' },
  url: { kind: 'url' },
  quantity: { kind: 'quantity' },
};

/** As people write it: `list<string>`, `map<string, number>`, `aws.s3.bucket`. */
export function celTypeName(type: CelType): string {
  switch (type.kind) {
    case 'list':
    case 'optional':
      return `${type.kind}<${celTypeName(type.of)}>`;
    case 'map':
      return `map<${celTypeName(type.key)}, ${celTypeName(type.of)}>`;
    case 'object':
      return type.name;
    default:
      return type.kind;
  }
}

/** The type that a name stands for: `list<string>`, `map<string, dyn>`; a name of no known kind is an object. */
export function parseCelType(text: string): CelType {
  const trimmed = text.trim();
  const generic = /^(list|map|optional)<(.*)>$/.exec(trimmed);
  if (generic) {
    const inner = generic[2] ?? '';
    if (generic[1] === 'list') return celList(parseCelType(inner));
    if (generic[1] === 'optional') return celOptional(parseCelType(inner));
    const comma = inner.indexOf(',');
    return comma === -1 ? celMap(parseCelType(inner)) : celMap(parseCelType(inner.slice(comma + 1)), parseCelType(inner.slice(0, comma)));
  }
  if (trimmed === 'list') return celList(scalars.dyn);
  if (trimmed === 'map') return celMap(scalars.dyn, scalars.dyn);
  if (trimmed === 'optional') return celOptional(scalars.dyn);
  return isScalarKind(trimmed) ? scalars[trimmed] : celObject(trimmed);
}

function isScalarKind(text: string): text is CelScalarKind {
  return Object.hasOwn(scalars, text);
}
