/** What a condition may ask of a resource type: `checks shape TYPE`. */
import type { CelField, CelType, Language, ResourceShapeIndex } from '@kumomori/model';
import { celTypeName, suggest } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { resourceShapeIndex } from '../own-checks/index.ts';

export interface ShapeRow {
  /** As a condition writes it; `[]` stands for each element: `resource.grants[].permission`. */
  readonly path: string;
  readonly type: string;
  readonly optional: boolean;
  readonly description: string;
}

export interface DescribedShape {
  readonly type: string;
  readonly description: string;
  readonly fields: readonly ShapeRow[];
}

const MAX_DEPTH = 4;

/** Names of resource types, those that begin with `prefix`. Throws AppError `unknown-id` when there is none. */
export async function listShapes(prefix: string, language: Language): Promise<readonly string[]> {
  const { types } = await resourceShapeIndex();
  const found = types.filter((type) => prefix === '' || type === prefix || type.startsWith(`${prefix}.`));
  if (found.length > 0) return found;
  throw new AppError('unknown-id', { message: messagesIn(language).ownChecks.unknownType(prefix, suggest(prefix, types)) });
}

/** Every field, those of objects within too; links to other types are named, not followed. Throws AppError `unknown-id`. */
export async function describeShape(type: string, language: Language): Promise<DescribedShape> {
  const shapes = await resourceShapeIndex();
  const object = shapes.types.includes(type) ? shapes.object(type) : undefined;
  if (!object) throw new AppError('unknown-id', { message: messagesIn(language).ownChecks.unknownType(type, suggest(type, shapes.types)) });
  return { type, description: object.description, fields: rowsOf(object.fields, 'resource', { shapes, depth: 0 }) };
}

interface Walk {
  readonly shapes: ResourceShapeIndex;
  readonly depth: number;
}

function rowsOf(fields: ReadonlyMap<string, CelField>, path: string, { shapes, depth }: Walk): readonly ShapeRow[] {
  return [...fields].flatMap(([name, { type, optional, description = '' }]) => {
    const here = `${path}.${name}`;
    const [inner, within] = type.kind === 'list' ? [type.of, `${here}[]`] : [type, here];
    const object = objectOf(inner, shapes);
    const row: ShapeRow = { path: here, type: celTypeName(type), optional, description: description || (object?.description ?? '') };
    return [row, ...(object && depth < MAX_DEPTH ? rowsOf(object.fields, within, { shapes, depth: depth + 1 }) : [])];
  });
}

/** Objects that belong to the resource; other resource types have pages of their own. */
function objectOf(type: CelType, shapes: ResourceShapeIndex): ReturnType<ResourceShapeIndex['object']> {
  return type.kind === 'object' && !shapes.types.includes(type.name) ? shapes.object(type.name) : undefined;
}
