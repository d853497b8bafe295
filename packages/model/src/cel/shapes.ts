/** The shapes of the resource types as data, for expressions: made from each `shape.ts` by scripts/resource-shapes.ts. */
import type { CelField, CelObject } from './types.ts';
import { parseCelType } from './types.ts';

/** An object of the shapes as it is packed. */
export interface PackedShape {
  readonly doc: string;
  /** Name, type (`list<string>`, `aws.s3.bucket.AclGrant`), 1 when it may be missing, description. */
  readonly fields: readonly (readonly [name: string, type: string, optional: 0 | 1, doc: string])[];
}

/** Objects by name; a resource type's own is named like the type. */
export interface ResourceShapeData {
  readonly types: readonly string[];
  readonly objects: Readonly<Record<string, PackedShape>>;
}

export interface ResourceShapeIndex {
  /** Names of the resource types, sorted. */
  readonly types: readonly string[];
  readonly object: (name: string) => (CelObject & { readonly description: string }) | undefined;
}

/** Looks objects up by name; each is unpacked once. Resource types have a `name` besides their fields. */
export function openResourceShapes({ types, objects }: ResourceShapeData): ResourceShapeIndex {
  const known = new Map<string, CelObject & { readonly description: string }>();
  const named = new Set(types);
  return {
    types,
    object(name) {
      const packed = Object.hasOwn(objects, name) ? objects[name] : undefined;
      if (!packed) return undefined;
      const found = known.get(name);
      if (found) return found;
      const fields = new Map<string, CelField>();
      if (named.has(name))
        fields.set('name', { type: parseCelType('string'), optional: false, description: 'For people; never evidence.' });
      for (const [field, type, optional, doc] of packed.fields) {
        fields.set(field, { type: parseCelType(type), optional: optional === 1, ...(doc !== '' && { description: doc }) });
      }
      const object = { name, fields, description: packed.doc };
      known.set(name, object);
      return object;
    },
  };
}
