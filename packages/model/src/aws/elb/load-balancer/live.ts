import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { ClassicLoadBalancer } from './shape.ts';

/** Like CloudFormation's, with what its templates cannot say. */
export const live = defineLive<ClassicLoadBalancer>({
  ...cloudformation,
  read: (balancer, context) => ({
    ...cloudformation.read(balancer, context),
    desyncMode: balancer.string('DesyncMode', { default: 'defensive' }),
  }),
});
