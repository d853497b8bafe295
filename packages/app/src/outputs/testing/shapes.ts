/** A small structural check for JSON outputs: required and allowed members, enums, bounds. For schemas that are not on this machine. */

export type Shape =
  | {
      readonly kind: 'object';
      readonly required: readonly string[];
      readonly members: Readonly<Record<string, Shape>>;
      readonly open?: boolean;
    }
  | { readonly kind: 'array'; readonly of: Shape; readonly least?: number }
  | { readonly kind: 'text'; readonly pattern?: RegExp; readonly oneOf?: readonly string[]; readonly most?: number }
  | { readonly kind: 'integer'; readonly least?: number; readonly oneOf?: readonly number[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'anything' };

/** Where a value does not have its shape, as sentences; empty when all is well. */
export function shapeErrors(value: unknown, shape: Shape, path = '$'): readonly string[] {
  switch (shape.kind) {
    case 'anything':
      return value === undefined ? [`${path} is undefined`] : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} is no boolean`];
    case 'integer':
      return integerErrors(value, shape, path);
    case 'text':
      return textErrors(value, shape, path);
    case 'array':
      if (!Array.isArray(value)) return [`${path} is no array`];
      if (value.length < (shape.least ?? 0)) return [`${path} has too few elements`];
      return value.flatMap((one, index) => shapeErrors(one, shape.of, `${path}[${index}]`));
    case 'object':
      return objectErrors(value, shape, path);
  }
}

function objectErrors(value: unknown, shape: Extract<Shape, { kind: 'object' }>, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  const missing = shape.required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name} is missing`);
  const members = Object.entries(value).flatMap(([name, child]) => {
    const of = shape.members[name];
    if (of) return shapeErrors(child, of, `${path}.${name}`);
    return shape.open ? [] : [`${path}.${name} is not allowed`];
  });
  return [...missing, ...members];
}

function integerErrors(value: unknown, { least, oneOf }: Extract<Shape, { kind: 'integer' }>, path: string): readonly string[] {
  if (!Number.isSafeInteger(value)) return [`${path} is no integer`];
  if (least !== undefined && Number(value) < least) return [`${path} is below ${least}`];
  return oneOf && !oneOf.includes(Number(value)) ? [`${path} is ${String(value)}`] : [];
}

function textErrors(value: unknown, { pattern, oneOf, most }: Extract<Shape, { kind: 'text' }>, path: string): readonly string[] {
  if (typeof value !== 'string') return [`${path} is no text`];
  if (most !== undefined && value.length > most) return [`${path} is too long`];
  if (pattern && !pattern.test(value)) return [`${path} is "${value}"`];
  return oneOf && !oneOf.includes(value) ? [`${path} is "${value}"`] : [];
}
