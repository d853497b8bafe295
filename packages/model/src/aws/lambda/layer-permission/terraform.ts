import { defineTerraform } from '../../../code/index.ts';
import type { LayerPermission } from './shape.ts';

export const terraform = defineTerraform<LayerPermission>({
  types: ['aws_lambda_layer_version_permission'],
  identity: ['statement_id'],
  read: (permission) => ({
    principal: permission.string('principal'),
    isLimitedToOrganization: permission.isSet('organization_id'),
  }),
});
