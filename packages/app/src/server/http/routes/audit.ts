/** The audit trail. */
import { z } from 'zod';
import { exportAudit, listAudit, verifyAudit } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const tag = 'audit';
const text = z.string().trim().min(1).max(200).optional();
const filterSchema = z.object({ actor: text, action: text, object: text, from: z.iso.date().optional(), to: z.iso.date().optional() });

export const auditRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listAudit', method: 'get', path: '/audit', access: 'audit.read', tag, summary: 'The audit trail, the newest first' },
    query: filterSchema.extend({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      entries: z.array(
        z.object({
          seq: z.number().int(),
          at: z.string(),
          actorKind: z.string(),
          actor: z.string(),
          action: z.string(),
          object: z.string().nullable(),
          detail: z.unknown(),
          address: z.string().nullable(),
        }),
      ),
      /** Ask again with this as `before`; null: that was all. */
      next: z.number().int().nullable(),
    }),
    handle: async ({ team, asking, query: { before, limit, ...filter } }) => {
      const entries = await listAudit(team, asking, { filter, before: before ?? null, limit: limit + 1 });
      const shown = entries.slice(0, limit);
      return { entries: [...shown], next: entries.length > limit ? (shown.at(-1)?.seq ?? null) : null };
    },
  }),
  route({
    ...{ id: 'verifyAudit', method: 'get', path: '/audit/verification', access: 'audit.read', tag, summary: 'Walks the chain of hashes' },
    response: z.object({
      intact: z.boolean(),
      entries: z.number().int(),
      head: z.string(),
      problems: z.array(z.object({ seq: z.number().int(), kind: z.enum(['edited', 'missing', 'unchained']) })),
    }),
    handle: async ({ team }) => {
      const { problems, ...rest } = await verifyAudit(team.store);
      return { ...rest, problems: problems.slice(0, 1_000) };
    },
  }),
  route({
    ...{ id: 'exportAudit', method: 'get', path: '/audit.ndjson', access: 'audit.read', tag, summary: 'The audit trail as OCSF events' },
    query: filterSchema,
    handle: async ({ team, asking, query }) => {
      const encoder = new TextEncoder();
      const lines = exportAudit(team, asking, query);
      return {
        raw: true,
        headers: { 'content-type': 'application/x-ndjson', 'content-disposition': 'attachment; filename="kumomori-audit.ndjson"' },
        body: new ReadableStream({
          async pull(controller) {
            const { done, value } = await lines.next();
            if (done) controller.close();
            else controller.enqueue(encoder.encode(value));
          },
        }),
      };
    },
  }),
];
