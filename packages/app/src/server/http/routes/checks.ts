/** What the catalogue says of a check. */
import { z } from 'zod';
import { TeamError } from '../../../team/index.ts';
import { checkTexts } from '../../../use-cases/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const textSchema = z.object({ en: z.string(), ja: z.string() });

export const checkRoutes: readonly RouteDefinition[] = [
  route({
    ...{
      id: 'getCheck',
      method: 'get',
      path: '/checks/{id}',
      access: 'signed-in',
      tag: 'findings',
      summary: 'Why a check matters, and where to read on',
    },
    params: z.object({ id: z.string().max(200) }),
    response: z.object({ id: z.string(), title: textSchema, why: textSchema, references: z.array(z.string()) }),
    async handle({ params }) {
      const texts = await checkTexts(params.id);
      if (!texts) throw new TeamError('not-found', 'no such check');
      return { ...texts, references: [...texts.references] };
    },
  }),
];
