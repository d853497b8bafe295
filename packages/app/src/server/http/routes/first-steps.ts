/** What the first-run wizard offers. */
import { z } from 'zod';
import { firstSteps } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

export const firstStepRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'getFirstSteps',
      method: 'get',
      path: '/first-steps',
      access: 'sources.manage',
      tag: 'sources',
      summary: 'What can be watched first',
    },
    response: z.object({
      examples: z.string().nullable(),
      policies: z.array(z.object({ format: z.enum(['terraform', 'cloudformation', 'json']), text: z.string() })),
    }),
    handle: async () => {
      const { examples, policies } = await firstSteps();
      return { examples, policies: [...policies] };
    },
  }),
];
