import { defineLive } from '../../../code/index.ts';
import type { OrganizationMembership } from './shape.ts';

export const live = defineLive<OrganizationMembership>({
  types: ['aws.organizations.membership'],
  read: (membership) => ({ isMember: membership.boolean('IsMember', { required: true }) }),
});
