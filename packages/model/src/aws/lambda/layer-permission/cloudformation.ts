import { defineCloudFormation } from '../../../code/index.ts';
import type { LayerPermission } from './shape.ts';

export const cloudformation = defineCloudFormation<LayerPermission>({
  types: ['AWS::Lambda::LayerVersionPermission'],
  read: (permission) => ({
    principal: permission.string('Principal'),
    isLimitedToOrganization: permission.isSet('OrganizationId'),
  }),
});
