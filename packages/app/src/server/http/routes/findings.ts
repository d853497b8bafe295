/** Findings that live. */
import { z } from 'zod';
import { findingStates } from '@kumomori/engine';
import { severities } from '@kumomori/model';
import {
  BULK_LIMIT,
  TeamError,
  actOnFindings,
  addComment,
  assignFindings,
  countFindings,
  isAllowed,
  listFindings,
  readFinding,
} from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const textSchema = z.object({ en: z.string(), ja: z.string() });
const severitySchema = z.enum(severities);
const stateSchema = z.enum(findingStates);
const flag = z.enum(['true', 'false']).transform((each) => each === 'true');

/** One value or several. */
function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).max(50).optional());
}

export const findingFilterSchema = z.object({
  open: flag.optional(),
  severity: many(severitySchema),
  state: many(stateSchema),
  department: many(z.string().max(100)),
  account: many(z.string().max(200)),
  provider: many(z.string().max(50)),
  check: many(z.string().max(200)),
  resourceType: many(z.string().max(200)),
  source: many(z.uuid()),
  exposed: flag.optional(),
  overdue: flag.optional(),
  text: z.string().max(200).optional(),
});

const itemSchema = z.object({
  id: z.string(),
  checkId: z.string(),
  title: textSchema,
  severity: severitySchema,
  state: stateSchema,
  verdict: z.string(),
  resource: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  provider: z.string(),
  account: z.string().nullable(),
  region: z.string().nullable(),
  departmentId: z.string().nullable(),
  environment: z.string().nullable(),
  exposed: z.boolean().nullable(),
  risk: z.number().nullable(),
  dueAt: z.string().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  isStale: z.boolean(),
});

const detailSchema = itemSchema.extend({
  sourceId: z.string(),
  message: textSchema,
  ownerReason: z.unknown(),
  assignee: z.string().nullable(),
  stateSince: z.string(),
  exceptionId: z.string().nullable(),
  holdUntil: z.string().nullable(),
  reopenCount: z.number().int(),
  document: z.unknown(),
  history: z.array(
    z.object({
      at: z.string(),
      actor: z.string(),
      kind: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      detail: z.unknown(),
    }),
  ),
  comments: z.array(z.object({ id: z.string(), at: z.string(), author: z.string(), text: z.string() })),
  actions: z.array(z.object({ event: z.string(), needs: z.string().nullable() })),
  similar: z.number().int(),
});

const eventSchema = z.enum([
  ...([
    'triage',
    'request',
    'acknowledge',
    'start',
    'stop',
    'claim-fixed',
    'retract-claim',
    'mark-false-positive',
    'end-false-positive',
    'reopen',
  ] as const),
]);
/** What the owner answers; the rest is for the central team. */
const ANSWERS: readonly string[] = ['acknowledge', 'start', 'stop', 'claim-fixed', 'retract-claim'];

export const findingRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'listFindings',
      method: 'get',
      path: '/findings',
      access: 'findings.read',
      tag: 'findings',
      summary: 'Findings, the gravest first',
    },
    query: findingFilterSchema.extend({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      after: z.string().max(200).optional(),
    }),
    response: z.object({ items: z.array(itemSchema), next: z.string().nullable() }),
    async handle({ team, asking, query: { limit, after = null, ...filter } }) {
      const { items, next } = await listFindings(team, asking, { filter, limit, after });
      return { items: [...items], next };
    },
  }),
  route({
    ...{
      id: 'countFindings',
      method: 'get',
      path: '/findings/counts',
      access: 'findings.read',
      tag: 'findings',
      summary: 'Number of findings, by facet',
    },
    query: findingFilterSchema,
    response: z.object({
      total: z.number().int(),
      facets: z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })) })),
      isEstimate: z.boolean(),
    }),
    async handle({ team, asking, query }) {
      const { total, facets, isEstimate } = await countFindings(team, asking, query);
      return { total, isEstimate, facets: facets.map(({ name, values }) => ({ name, values: [...values] })) };
    },
  }),
  route({
    ...{
      id: 'getFinding',
      method: 'get',
      path: '/findings/{id}',
      access: 'findings.read',
      tag: 'findings',
      summary: 'A finding with evidence, history and comments',
    },
    params: z.object({ id: z.uuid() }),
    response: detailSchema,
    async handle({ team, asking, params }) {
      const { history, comments, actions, ...finding } = await readFinding(team, asking, params.id);
      return { ...finding, history: [...history], comments: [...comments], actions: [...actions] };
    },
  }),
  route({
    ...{
      id: 'actOnFindings',
      method: 'post',
      path: '/findings/actions',
      access: 'findings.answer',
      tag: 'findings',
      summary: 'Moves findings on, one or many',
    },
    body: z.object({
      ids: z.array(z.uuid()).min(1).max(BULK_LIMIT),
      event: eventSchema,
      note: z.string().max(4_000).nullable().default(null),
      holdUntil: z.iso.date().nullable().default(null),
    }),
    response: z.object({ done: z.array(z.string()), refused: z.array(z.object({ id: z.string(), reason: z.string() })) }),
    async handle({ team, asking, body }) {
      if (!ANSWERS.includes(body.event) && !isAllowed(asking.actor, 'findings.triage'))
        throw new TeamError('forbidden', 'needs findings.triage');
      const { done, refused } = await actOnFindings(team, asking, body);
      return { done: [...done], refused: [...refused] };
    },
  }),
  route({
    ...{
      id: 'assignFindings',
      method: 'post',
      path: '/findings/assignments',
      access: 'findings.answer',
      tag: 'findings',
      summary: 'Gives findings to a department or a person',
    },
    body: z.object({
      ids: z.array(z.uuid()).min(1).max(BULK_LIMIT),
      departmentId: z.string().max(100).nullable().optional(),
      assignee: z.uuid().nullable().optional(),
      note: z.string().max(4_000).nullable().default(null),
    }),
    response: z.object({ done: z.array(z.string()) }),
    async handle({ team, asking, body }) {
      if (body.departmentId !== undefined && !isAllowed(asking.actor, 'findings.triage'))
        throw new TeamError('forbidden', 'needs findings.triage');
      return { done: [...(await assignFindings(team, asking, body))] };
    },
  }),
  route({
    ...{
      id: 'addComment',
      method: 'post',
      path: '/findings/{id}/comments',
      access: 'findings.comment',
      tag: 'findings',
      summary: 'Says something about a finding',
    },
    params: z.object({ id: z.uuid() }),
    body: z.object({ text: z.string().trim().min(1).max(10_000) }),
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, params, body }) => ({ id: await addComment(team, asking, { findingId: params.id, text: body.text }) }),
  }),
];
