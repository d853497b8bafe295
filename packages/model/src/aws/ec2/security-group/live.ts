import { defineLive, mapLeaf } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { SecurityGroup } from './shape.ts';

/** Like CloudFormation's, and the groups that AWS makes with each VPC, which are called `default`. Live, every rule is listed. */
export const live = defineLive<SecurityGroup>({
  ...cloudformation,
  read: (group, context) => ({
    ...cloudformation.read(group, context),
    isDefault: mapLeaf(group.string('GroupName', { required: true }), (name) => name === 'default'),
  }),
});
