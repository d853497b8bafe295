/** The inventory. */
import { z } from 'zod';
import { severities } from '@kumomori/model';
import { compareResource, countResources, listResources, readResource } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

/** One value or several. */
function many(max: number) {
  const item = z.string().max(max);
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).max(50).optional());
}

const filterSchema = z.object({
  type: many(200),
  provider: many(50),
  account: many(200),
  region: many(100),
  department: many(100),
  source: z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(z.uuid()).max(50).optional()),
  gone: z
    .enum(['true', 'false'])
    .transform((each) => each === 'true')
    .optional(),
  text: z.string().max(200).optional(),
});

const itemSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  type: z.string(),
  address: z.string(),
  name: z.string().nullable(),
  provider: z.string(),
  account: z.string().nullable(),
  region: z.string().nullable(),
  departmentId: z.string().nullable(),
  environment: z.string().nullable(),
  lastSeen: z.string(),
  goneAt: z.string().nullable(),
});

const detailSchema = itemSchema.extend({
  sourceName: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  ownerReason: z.unknown(),
  firstSeen: z.string(),
  place: z.unknown(),
  shape: z.unknown(),
  versions: z.array(z.object({ at: z.string(), runId: z.string().nullable() })),
  findings: z.array(
    z.object({
      id: z.string(),
      checkId: z.string(),
      title: z.object({ en: z.string(), ja: z.string() }),
      severity: z.enum(severities),
      state: z.string(),
      isOpen: z.boolean(),
    }),
  ),
  relations: z.array(z.object({ kind: z.enum(['names', 'named-by', 'same']), resource: itemSchema })),
  hasMoreRelations: z.boolean(),
});

const shared = { method: 'get', access: 'resources.read', tag: 'resources' } as const;
const params = z.object({ id: z.uuid() });

export const resourceRoutes: readonly RouteDefinition[] = [
  route({
    ...{ ...shared, id: 'listResources', path: '/resources', summary: 'Resources by type and address' },
    query: filterSchema.extend({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      after: z.string().max(2_000).optional(),
    }),
    response: z.object({ items: z.array(itemSchema), next: z.string().nullable() }),
    async handle({ team, asking, query: { limit, after = null, ...filter } }) {
      const { items, next } = await listResources(team, asking, { filter, limit, after });
      return { items: [...items], next };
    },
  }),
  route({
    ...{ ...shared, id: 'countResources', path: '/resources/counts', summary: 'Number of resources, by facet' },
    query: filterSchema,
    response: z.object({
      total: z.number().int(),
      facets: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })) })),
    }),
    async handle({ team, asking, query }) {
      const { total, facets } = await countResources(team, asking, query);
      return { total, facets: facets.map(({ name, values }) => ({ name, values: [...values] })) };
    },
  }),
  route({
    ...{
      ...shared,
      id: 'getResource',
      path: '/resources/{id}',
      summary: 'A resource with its configuration, history, findings and relations',
    },
    params,
    response: detailSchema,
    async handle({ team, asking, params: { id } }) {
      const { versions, findings, relations, tags, ...resource } = await readResource(team, asking, id);
      return { ...resource, tags: { ...tags }, versions: [...versions], findings: [...findings], relations: [...relations] };
    },
  }),
  route({
    ...{
      ...shared,
      id: 'compareResource',
      path: '/resources/{id}/changes',
      summary: 'What differs between two configurations of a resource',
    },
    params,
    query: z.object({ before: z.iso.datetime(), after: z.iso.datetime() }),
    response: z.object({
      changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown(), isCertain: z.boolean() })),
    }),
    handle: async ({ team, asking, params: { id }, query }) => ({ changes: [...(await compareResource(team, asking, { id, ...query }))] }),
  }),
];
