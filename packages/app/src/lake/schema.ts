/** Columns of a class table: all attributes that any mapping can give, with one type each, so that every file of a table reads alike. */
import { createHash } from 'node:crypto';
import type { OcsfField, OcsfMapping } from '@kumomori/model';

export type LeafType = 'text' | 'integer' | 'number' | 'boolean' | 'texts';

export type Column =
  | { readonly kind: 'leaf'; readonly type: LeafType }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, Column> }
  | { readonly kind: 'list'; readonly of: ReadonlyMap<string, Column> };

/** Attributes in the order they stand in files. */
export type Columns = ReadonlyMap<string, Column>;

type Draft = { kind: 'leaf'; type: LeafType } | { kind: 'struct' | 'list'; fields: Map<string, Draft> };

/** What every event has, whatever its mapping says; times are milliseconds since 1970 UTC. */
const BASE: readonly (readonly [string, LeafType])[] = [
  ['time', 'integer'],
  ['class_uid', 'integer'],
  ['category_uid', 'integer'],
  ['activity_id', 'integer'],
  ['type_uid', 'integer'],
  ['severity_id', 'integer'],
  ['status_id', 'integer'],
  ['metadata.uid', 'text'],
  ['metadata.version', 'text'],
  ['metadata.product.name', 'text'],
  ['cloud.provider', 'text'],
  ['cloud.region', 'text'],
  ['cloud.account.uid', 'text'],
];

/** The class tables the mappings lead to, by name; `tableOf` names a class. */
export function tableSchemas(mappings: readonly OcsfMapping[], tableOf: (classUid: number) => string): ReadonlyMap<string, Columns> {
  const classes = new Set(mappings.flatMap(({ rules }) => rules.map(({ classUid }) => classUid)));
  return new Map([...classes].sort((a, b) => a - b).map((classUid) => [tableOf(classUid), columnsOf(mappings, classUid)]));
}

/** Tells columns apart: the same text for the same names, types and order. */
export function columnsKey(columns: Columns): string {
  return createHash('sha256')
    .update(JSON.stringify(plain(columns)))
    .digest('hex')
    .slice(0, 16);
}

function plain(columns: Columns): unknown {
  return [...columns].map(([name, column]) => {
    if (column.kind === 'leaf') return [name, column.type];
    return [name, column.kind, plain(column.kind === 'struct' ? column.fields : column.of)];
  });
}

function columnsOf(mappings: readonly OcsfMapping[], classUid: number): Columns {
  const root = new Map<string, Draft>();
  for (const [path, type] of BASE) place(root, path, type);
  for (const { rules, fields, lists = [] } of mappings) {
    if (!rules.some((rule) => rule.classUid === classUid)) continue;
    for (const field of fields) if (applies(field, classUid)) place(root, field.to, typeOf(field));
    for (const list of lists)
      if (applies(list, classUid)) for (const field of list.fields) place(root, `${list.to}[].${field.to}`, typeOf(field));
  }
  return sealed(root);
}

function applies({ classes }: { readonly classes?: readonly number[] }, classUid: number): boolean {
  return classes?.includes(classUid) ?? true;
}

/** Two mappings that disagree about an attribute's type meet in text. */
function place(root: Map<string, Draft>, path: string, type: LeafType): void {
  const names = path.split('.');
  let fields = root;
  for (const [index, part] of names.entries()) {
    const isList = part.endsWith('[]');
    const name = isList ? part.slice(0, -2) : part;
    const known = fields.get(name);
    if (index === names.length - 1) {
      if (known === undefined) fields.set(name, { kind: 'leaf', type });
      else if (known.kind === 'leaf' && known.type !== type) known.type = 'text';
      return;
    }
    const inner =
      known?.kind === 'leaf' || known === undefined
        ? { kind: isList ? ('list' as const) : ('struct' as const), fields: new Map<string, Draft>() }
        : known;
    fields.set(name, inner);
    fields = inner.fields;
  }
}

function sealed(fields: ReadonlyMap<string, Draft>): Columns {
  return new Map(
    [...fields].map(([name, draft]): [string, Column] => {
      if (draft.kind === 'leaf') return [name, draft];
      const inner = sealed(draft.fields);
      return [name, draft.kind === 'struct' ? { kind: 'struct', fields: inner } : { kind: 'list', of: inner }];
    }),
  );
}

function typeOf({ as, values, otherwise, constant, from, join }: OcsfField): LeafType {
  if (constant) return 'texts';
  const samples = [...Object.values(values ?? {}), ...(otherwise === undefined ? [] : [otherwise])];
  if (values || (!from && !join)) return typeOfValues(samples);
  return typeOfCast(as ?? 'text');
}

function typeOfValues(samples: readonly (string | number | boolean)[]): LeafType {
  if (samples.every((each) => typeof each === 'boolean')) return 'boolean';
  if (samples.every((each) => typeof each === 'number')) return samples.every(Number.isInteger) ? 'integer' : 'number';
  return 'text';
}

function typeOfCast(cast: NonNullable<OcsfField['as']>): LeafType {
  switch (cast) {
    case 'integer':
    case 'port':
    case 'iso-time':
    case 'unix-seconds':
    case 'unix-millis':
    case 'unix-micros':
    case 'clf-time':
      return 'integer';
    case 'number':
    case 'boolean':
      return cast;
    case 'list':
      return 'texts';
    default:
      return 'text';
  }
}
