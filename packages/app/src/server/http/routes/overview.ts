/** The first page. */
import { z } from 'zod';
import { readOverview } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const numbers = { score: z.number(), low: z.number(), high: z.number() };
const milliseconds = z.number().nullable();
const count = z.number().int();

export const overviewRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'getOverview', method: 'get', path: '/overview', access: 'overview.read', tag: 'overview' },
    summary: 'Score, trend, changes since yesterday, how quickly work is done',
    response: z.object({
      score: z
        .object({
          day: z.string(),
          ...numbers,
          costs: z.array(
            z.object({
              checkId: z.string(),
              title: z.object({ en: z.string(), ja: z.string() }).nullable(),
              points: z.number(),
              findings: count,
              isAccepted: z.boolean(),
            }),
          ),
        })
        .nullable(),
      trend: z.array(z.object({ day: z.string(), ...numbers })),
      changes: z.object({ since: z.string(), found: count, reopened: count, verified: count, accepted: count, overdue: count }),
      metrics: z.object({
        days: count,
        timeToDetect: milliseconds,
        timeToAcknowledge: milliseconds,
        timeToResolve: milliseconds,
        sla: z.object({ due: count, met: count, rate: z.number().nullable() }),
        isPartial: z.boolean(),
      }),
    }),
    handle: async ({ team, asking }) => {
      const { score, trend, ...rest } = await readOverview(team, asking);
      return { ...rest, trend: [...trend], score: score && { ...score, costs: [...score.costs] } };
    },
  }),
];
