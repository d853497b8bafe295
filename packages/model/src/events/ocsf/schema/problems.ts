/** What is wrong with an event by the published schema. For tests: the schema lies beside it as JSON. */

interface Shape {
  readonly attributes: Readonly<Record<string, string>>;
  readonly atLeastOne?: readonly string[];
}

/** `ocsf-1.8.0.json`, which says of itself what it was made of. */
export interface OcsfSchema {
  readonly base: Readonly<Record<string, string>>;
  readonly profiles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly classes: Readonly<Record<string, Shape & { readonly name: string; readonly activity: readonly number[] }>>;
  readonly objects: Readonly<Record<string, Shape>>;
  readonly values: Readonly<Record<string, readonly number[]>>;
}

type Row = Readonly<Record<string, unknown>>;

/** One line for each attribute that is missing, unknown, of the wrong type or with a value that is none of its values. */
export function schemaProblems(row: Row, schema: OcsfSchema): readonly string[] {
  const shape = schema.classes[String(row['class_uid'])];
  if (!shape) return [`no class ${String(row['class_uid'])}`];
  const profiles = ((row['metadata'] as Row | undefined)?.['profiles'] ?? []) as readonly string[];
  const attributes = { ...schema.base, ...Object.assign({}, ...profiles.map((name) => schema.profiles[name] ?? {})), ...shape.attributes };
  const ids = [
    ...(shape.activity.includes(row['activity_id'] as number) ? [] : [`activity_id ${String(row['activity_id'])}`]),
    ...(row['type_uid'] === (row['class_uid'] as number) * 100 + (row['activity_id'] as number) ? [] : ['type_uid']),
    ...(row['category_uid'] === Math.floor((row['class_uid'] as number) / 1000) ? [] : ['category_uid']),
  ];
  return [...ids, ...objectProblems(row, { ...shape, attributes }, { name: shape.name, path: '', schema })];
}

interface At {
  readonly schema: OcsfSchema;
  readonly name: string;
  readonly path: string;
}

function objectProblems(object: Row, { attributes, atLeastOne }: Shape, { name, path, schema }: At): readonly string[] {
  const missing = Object.entries(attributes).filter(([key, type]) => type.endsWith('!') && object[key] === undefined);
  const none = atLeastOne && !atLeastOne.some((key) => object[key] !== undefined) ? [`${path}: none of ${atLeastOne.join(', ')}`] : [];
  const inner = Object.entries(object).flatMap(([key, value]) => {
    const type = attributes[key];
    if (type === undefined) return [`${path}${key} is no attribute of ${name}`];
    const values = schema.values[`${name}.${key}`] ?? (key.endsWith('_id') ? schema.values[key] : undefined);
    if (values && !values.includes(value as number)) return [`${path}${key} cannot be ${String(value)}`];
    return valueProblems(value, type.replace('!', ''), { name, path: `${path}${key}`, schema });
  });
  return [...missing.map(([key]) => `${path}${key} is missing`), ...none, ...inner];
}

function valueProblems(value: unknown, type: string, at: At): readonly string[] {
  const { path, schema } = at;
  if (type.endsWith('[]')) {
    if (!Array.isArray(value) || value.length === 0) return [`${path} is no list`];
    return (value as readonly unknown[]).flatMap((each, index) =>
      valueProblems(each, type.slice(0, -2), { ...at, path: `${path}[${index}]` }),
    );
  }
  const fits = {
    s: typeof value === 'string' && value !== '',
    j: typeof value === 'string' && value !== '',
    i: Number.isSafeInteger(value),
    n: typeof value === 'number',
    b: typeof value === 'boolean',
  }[type];
  if (fits !== undefined) return fits ? [] : [`${path} is no ${type}: ${String(value)}`];
  const shape = schema.objects[type];
  if (!shape || typeof value !== 'object' || value === null) return [`${path} is no ${type}`];
  return objectProblems(value as Row, shape, { name: type, path: `${path}.`, schema });
}
