/** The console's types of the API, written from the routes themselves: a changed answer is a compile error in the page that shows it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { RouteDefinition } from '../../packages/app/src/server/http/index.ts';

const FILE = fileURLToPath(new URL('../../packages/web/src/api/operations.generated.ts', import.meta.url));

/** True when the file changed. */
export async function writeApiClient(): Promise<boolean> {
  const { routes } = await import('../../packages/app/src/server/http/index.ts');
  const text = apiClient(routes);
  if (read(FILE) === text) return false;
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, text);
  return true;
}

export function apiClient(routes: readonly RouteDefinition[]): string {
  const types = routes.map(({ id, params, query, body, response, summary }) => {
    const parts = [
      `params: ${params ? typeOf(params, 'output') : 'null'}`,
      `query: ${query ? queryType(query) : 'null'}`,
      `body: ${body ? typeOf(body, 'input') : 'null'}`,
      `response: ${response ? typeOf(response, 'output') : 'void'}`,
    ];
    return `  /** ${summary}. */\n  ${id}: { ${parts.join('; ')} };`;
  });
  const values = routes.map(({ id, method, path }) => `  ${id}: { method: '${method.toUpperCase()}', path: '${path}' },`);
  return [
    '// Written by scripts/web/api-client.ts from the routes of the API; not committed, not edited.',
    'export interface Operations {',
    ...types,
    '}',
    '',
    'export const operations = {',
    ...values,
    '} as const satisfies Readonly<Record<keyof Operations, { readonly method: string; readonly path: string }>>;',
    '',
  ].join('\n');
}

/** Everything in a query is text in the end. */
function queryType(schema: z.ZodType): string {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return `{ ${names.map((name) => `readonly ${name}?: string | number | boolean | readonly string[] | undefined`).join('; ')} }`;
}

function typeOf(schema: z.ZodType, io: 'input' | 'output'): string {
  return written(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema);
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

function written(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((each) => JSON.stringify(each)));
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return union(either.map(written));
  if (schema.allOf) return schema.allOf.map(written).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => written({ ...schema, type })));
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return schema.prefixItems
        ? `readonly [${schema.prefixItems.map(written).join(', ')}]`
        : `readonly (${written(schema.items ?? {})})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const fields = Object.entries(properties).map(
    ([name, value]) => `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${written(value)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  return typeof additionalProperties === 'object'
    ? `Readonly<Record<string, ${written(additionalProperties)}>>`
    : 'Readonly<Record<string, unknown>>';
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

function read(file: string): string | null {
  try {
    return readFileSync(join(file), 'utf8');
  } catch {
    return null;
  }
}
