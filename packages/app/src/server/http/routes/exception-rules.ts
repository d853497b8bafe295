/** What the policy allows today, by severity: what a form can say before somebody asks. */
import { z } from 'zod';
import { severities } from '@kumomori/model';
import { exceptionRules } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

export const exceptionRuleRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'getExceptionRules', method: 'get', path: '/exceptions/rules', access: 'exceptions.read', tag: 'exceptions' },
    summary: 'The latest last day, who approves, by severity',
    response: z.object({
      today: z.string(),
      rules: z.array(
        z.object({
          severity: z.enum(severities),
          latest: z.string(),
          approverRoles: z.array(z.string()),
          approvals: z.number().int(),
          needsCompensatingControl: z.boolean(),
        }),
      ),
    }),
    async handle({ team, asking }) {
      const { today, rules } = await exceptionRules(team, asking);
      return { today, rules: rules.map((each) => ({ ...each, approverRoles: [...each.approverRoles] })) };
    },
  }),
];
