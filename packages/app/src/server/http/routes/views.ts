/** Saved views, and lists as files. */
import { z } from 'zod';
import { exportFindings, listViews, removeView, saveView } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';
import { csvAnswer } from '../csv-answer.ts';
import { findingFilterSchema } from './findings.ts';

const pageSchema = z.string().min(1).max(50);

export const viewRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listViews', method: 'get', path: '/views', access: 'signed-in', tag: 'views', summary: 'Saved views of a page' },
    query: z.object({ page: pageSchema }),
    response: z.object({
      views: z.array(z.object({ id: z.string(), userId: z.string(), name: z.string(), query: z.unknown(), shared: z.boolean() })),
    }),
    handle: async ({ team, asking, query }) => ({ views: [...(await listViews(team, asking, query.page))] }),
  }),
  route({
    ...{ id: 'saveView', method: 'post', path: '/views', access: 'self.manage', tag: 'views', summary: 'Keeps a view, or writes over it' },
    body: z.object({
      page: pageSchema,
      name: z.string().trim().min(1).max(100),
      query: z.record(z.string().max(100), z.unknown()),
      shared: z.boolean(),
    }),
    maxBodyBytes: 20_000,
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, body }) => ({ id: await saveView(team, asking, body) }),
  }),
  route({
    ...{
      id: 'removeView',
      method: 'delete',
      path: '/views/{id}',
      access: 'self.manage',
      tag: 'views',
      summary: 'Removes a view of one’s own',
    },
    params: z.object({ id: z.uuid() }),
    handle: ({ team, asking, params }) => removeView(team, asking, params.id),
  }),
  route({
    ...{ id: 'exportFindings', method: 'get', path: '/findings.csv', access: 'data.export', tag: 'findings', summary: 'Findings as CSV' },
    query: findingFilterSchema,
    handle: ({ team, asking, query, language, signal }) =>
      csvAnswer('findings', exportFindings(team, asking, { filter: query, language }), signal),
  }),
];
