/** Accepted risks, and the notifications that were sent. */
import { z } from 'zod';
import { severities } from '@kumomori/model';
import {
  BULK_LIMIT,
  decideRequest,
  exportExceptions,
  listDeliveries,
  listExceptions,
  previewNewException,
  requestNewException,
  retryDelivery,
  testChannel,
  withdrawRequest,
} from '../../../team/index.ts';
import { csvAnswer } from '../csv-answer.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const severitySchema = z.enum(severities);
const countsSchema = z.object({ critical: z.number(), high: z.number(), medium: z.number(), low: z.number(), info: z.number() });
const patterns = z.array(z.string().min(1).max(500)).max(BULK_LIMIT).exactOptional();
const partSchema = z.strictObject({
  checks: patterns,
  fingerprints: patterns,
  targets: patterns,
  resourceTypes: patterns,
  resources: patterns,
  accounts: patterns,
  regions: patterns,
  environments: patterns,
  departments: patterns,
  tags: z.record(z.string().max(200), z.string().max(500)).exactOptional(),
});
const selectorSchema = partSchema.extend({ except: z.array(partSchema).max(100).exactOptional() });

const scope = {
  ids: z.array(z.uuid()).min(1).max(BULK_LIMIT).optional(),
  selector: selectorSchema.optional(),
  severity: severitySchema.optional(),
};
const hasScope = ({ ids, selector }: { readonly ids?: unknown; readonly selector?: unknown }): boolean =>
  (ids === undefined) !== (selector === undefined);
const idParams = z.object({ id: z.uuid() });
const tag = 'exceptions';

const rowSchema = z.object({
  id: z.string(),
  status: z.enum(['requested', 'active', 'expired', 'rejected', 'withdrawn']),
  origin: z.enum(['request', 'file']),
  place: z.object({ sourceId: z.string(), by: z.string(), file: z.string().nullable(), line: z.number().nullable() }).nullable(),
  selector: z.unknown(),
  severity: severitySchema,
  category: z.string().nullable(),
  reason: z.string().nullable(),
  compensatingControl: z.string().nullable(),
  requestedBy: z.string().nullable(),
  requestedById: z.string().nullable(),
  requestedAt: z.string().nullable(),
  owner: z.string().nullable(),
  departmentId: z.string().nullable(),
  expires: z.string().nullable(),
  daysLeft: z.number().nullable(),
  isEndingSoon: z.boolean(),
  isUnused: z.boolean(),
  held: z.number().int(),
  heldBySeverity: countsSchema,
  approvalsNeeded: z.number().int(),
  decisions: z.array(
    z.object({ name: z.string(), decision: z.enum(['approved', 'rejected']), note: z.string().nullable(), at: z.string() }),
  ),
  endedNote: z.string().nullable(),
});

const requestRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listExceptions', method: 'get', path: '/exceptions', access: 'exceptions.read', tag, summary: 'The register of exceptions' },
    response: z.object({ exceptions: z.array(rowSchema) }),
    handle: async ({ team, asking }) => ({
      exceptions: (await listExceptions(team, asking)).map((each) => ({ ...each, decisions: [...each.decisions] })),
    }),
  }),
  route({
    ...{
      id: 'exportExceptions',
      method: 'get',
      path: '/exceptions.csv',
      access: 'data.export',
      tag,
      summary: 'The register of exceptions as CSV',
    },
    handle: ({ team, asking, signal }) => csvAnswer('exceptions', exportExceptions(team, asking), signal),
  }),
  route({
    ...{
      id: 'previewException',
      method: 'post',
      path: '/exceptions/preview',
      access: 'exceptions.request',
      tag,
      summary: 'What an exception would hold',
    },
    body: z.object(scope).refine(hasScope, 'either ids or a selector'),
    response: z.object({
      held: z.number().int(),
      bySeverity: countsSchema,
      byDepartment: z.array(z.object({ department: z.string().nullable(), count: z.number().int() })),
      tooGrave: z.number().int(),
      heldAlready: z.number().int(),
      open: z.number().int(),
      sample: z.array(z.string()),
    }),
    handle: async ({ team, asking, body }) => {
      const { byDepartment, sample, ...rest } = await previewNewException(team, asking, body);
      return { ...rest, byDepartment: [...byDepartment], sample: [...sample] };
    },
  }),
  route({
    ...{ id: 'requestException', method: 'post', path: '/exceptions', access: 'exceptions.request', tag, summary: 'Asks for an exception' },
    body: z
      .object({
        ...scope,
        category: z.enum(['intended', 'compensating-control', 'accepted-risk', 'planned-fix', 'vendor-dependency']),
        reason: z.string().trim().max(4_000),
        compensatingControl: z.string().trim().max(4_000).nullable().default(null),
        owner: z.uuid().optional(),
        expires: z.iso.date(),
      })
      .refine(hasScope, 'either ids or a selector'),
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, body }) => ({ id: await requestNewException(team, asking, body) }),
  }),
  route({
    ...{
      id: 'decideException',
      method: 'post',
      path: '/exceptions/{id}/decisions',
      access: 'exceptions.decide',
      tag,
      summary: 'Approves or turns down',
    },
    params: idParams,
    body: z.object({ kind: z.enum(['approve', 'reject']), note: z.string().trim().max(4_000).nullable().default(null) }),
    handle: ({ team, asking, params, body }) => decideRequest(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{
      id: 'withdrawException',
      method: 'post',
      path: '/exceptions/{id}/withdrawal',
      access: 'exceptions.withdraw',
      tag,
      summary: 'Takes an exception back',
    },
    params: idParams,
    body: z.object({ note: z.string().trim().max(4_000).nullable().default(null) }),
    handle: ({ team, asking, params, body }) => withdrawRequest(team, asking, { ...body, id: params.id }),
  }),
];

const stateSchema = z.enum(['waiting', 'collected', 'delivered', 'dead']);

const deliveryRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'listDeliveries',
      method: 'get',
      path: '/deliveries',
      access: 'notifications.read',
      tag: 'notifications',
      summary: 'Messages that were sent, wait, or failed',
    },
    query: z.object({ state: stateSchema.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    response: z.object({
      deliveries: z.array(
        z.object({
          id: z.string(),
          channel: z.string(),
          recipient: z.string().nullable(),
          subject: z.string(),
          kind: z.string(),
          title: z.string(),
          state: stateSchema,
          attempts: z.number().int(),
          nextAt: z.string(),
          lastError: z.string().nullable(),
          createdAt: z.string(),
          deliveredAt: z.string().nullable(),
          reference: z.string().nullable(),
          ticket: z.unknown(),
        }),
      ),
    }),
    handle: async ({ team, asking, query, language }) => ({
      deliveries: [...(await listDeliveries(team, asking, { ...query, language }))],
    }),
  }),
  route({
    ...{
      id: 'retryDelivery',
      method: 'post',
      path: '/deliveries/{id}/retry',
      access: 'notifications.manage',
      tag: 'notifications',
      summary: 'Tries a dead letter again',
    },
    params: idParams,
    handle: ({ team, asking, params }) => retryDelivery(team, asking, params.id),
  }),
  route({
    ...{
      id: 'testChannel',
      method: 'post',
      path: '/channels/{id}/test',
      access: 'notifications.manage',
      tag: 'notifications',
      summary: 'Sends something harmless',
    },
    params: z.object({ id: z.string().max(60) }),
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, params }) => ({ id: await testChannel(team, asking, params.id) }),
  }),
];

export const exceptionRoutes: readonly RouteDefinition[] = [...requestRoutes, ...deliveryRoutes];
