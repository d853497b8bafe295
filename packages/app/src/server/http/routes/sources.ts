/** What is watched, and the runs that look at it. */
import { z } from 'zod';
import {
  addSource,
  cancelRun,
  changeSource,
  documentOf,
  listRuns,
  listSources,
  removeSource,
  requestRun,
  windowSchema,
  sourceKinds,
} from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const idParams = z.object({ id: z.uuid() });
const createdSchema = z.object({ id: z.string() });

const newSourceSchema = z.object({
  kind: z.enum(sourceKinds),
  name: z.string().trim().min(1).max(100),
  settings: z.record(z.string(), z.unknown()),
  schedule: z.string().trim().max(100).nullable(),
  /** When nothing is scanned. */
  windows: windowSchema.optional(),
  departmentId: z.string().max(100).nullable(),
  enabled: z.boolean(),
});
const sourceSchema = newSourceSchema.extend({
  id: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  lastRun: z.object({ id: z.string(), state: z.string(), finishedAt: z.string().nullable(), error: z.string().nullable() }).nullable(),
});
const runSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  requestedBy: z.string(),
  reason: z.string(),
  progress: z.unknown(),
  summary: z.unknown(),
  error: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});

export const sourceRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'listSources',
      method: 'get',
      path: '/sources',
      access: 'sources.read',
      tag: 'sources',
      summary: 'All sources with their last run',
    },
    response: z.object({ sources: z.array(sourceSchema) }),
    handle: async ({ team, asking }) => ({
      sources: (await listSources(team, asking)).map(({ windows, ...each }) => ({ ...each, windows: [...(windows ?? [])] })),
    }),
  }),
  route({
    ...{ id: 'addSource', method: 'post', path: '/sources', access: 'sources.manage', tag: 'sources', summary: 'Adds a source' },
    body: newSourceSchema,
    response: createdSchema,
    handle: async ({ team, asking, body }) => ({ id: await addSource(team, asking, body) }),
  }),
  route({
    ...{ id: 'changeSource', method: 'put', path: '/sources/{id}', access: 'sources.manage', tag: 'sources', summary: 'Changes a source' },
    params: idParams,
    body: newSourceSchema,
    handle: ({ team, asking, params, body }) => changeSource(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{
      id: 'removeSource',
      method: 'delete',
      path: '/sources/{id}',
      access: 'sources.manage',
      tag: 'sources',
      summary: 'Removes a source with all its findings',
    },
    params: idParams,
    handle: ({ team, asking, params }) => removeSource(team, asking, params.id),
  }),
  route({
    ...{
      id: 'startRun',
      method: 'post',
      path: '/sources/{id}/runs',
      access: 'runs.start',
      tag: 'sources',
      summary: 'Has a source looked at now',
    },
    params: idParams,
    response: createdSchema,
    handle: async ({ team, asking, params }) => ({ id: await requestRun(team, asking, { sourceId: params.id, reason: 'manual' }) }),
  }),
  route({
    ...{ id: 'listRuns', method: 'get', path: '/runs', access: 'sources.read', tag: 'sources', summary: 'Runs, the newest first' },
    query: z.object({ source: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ runs: z.array(runSchema) }),
    handle: async ({ team, asking, query }) => ({
      runs: [...(await listRuns(team, asking, { sourceId: query.source, limit: query.limit }))],
    }),
  }),
  route({
    ...{
      id: 'getRunResult',
      method: 'get',
      path: '/runs/{id}/result',
      access: 'sources.read',
      tag: 'sources',
      summary: 'Coverage, diagnostics and controls of a run',
    },
    params: idParams,
    response: z.unknown(),
    handle: ({ team, asking, params }) => documentOf(team, asking, { runId: params.id, kind: 'result' }),
  }),
  route({
    ...{ id: 'cancelRun', method: 'delete', path: '/runs/{id}', access: 'runs.start', tag: 'sources', summary: 'Ends a run' },
    params: idParams,
    handle: ({ team, asking, params }) => cancelRun(team, asking, params.id),
  }),
];
