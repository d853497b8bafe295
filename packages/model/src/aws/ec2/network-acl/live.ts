import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { NetworkAcl } from './shape.ts';

/** Like CloudFormation's, and the lists that AWS makes with each VPC. */
export const live = defineLive<NetworkAcl>({
  ...cloudformation,
  read: (acl, context) => ({
    ...cloudformation.read(acl, context),
    isDefault: acl.boolean('IsDefault', { default: false }),
  }),
});
