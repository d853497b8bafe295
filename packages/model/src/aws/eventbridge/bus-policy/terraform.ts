import { defineTerraform, nameOf, policyOf } from '../../../code/index.ts';
import type { BusPolicy } from './shape.ts';

export const terraform = defineTerraform<BusPolicy>({
  types: ['aws_cloudwatch_event_bus_policy', 'aws_cloudwatch_event_permission'],
  identity: ['event_bus_name'],
  read: (policy) => ({
    document: policyOf(policy, 'policy'),
    principal: nameOf(policy, 'principal'),
    isLimited: policy.has('condition'),
  }),
});
