import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ConnectorProfile } from './shape.ts';

export const terraform = defineTerraform<ConnectorProfile>({
  types: ['aws_appflow_connector_profile'],
  identity: ['name'],
  read: (profile) => ({
    hasCustomerKey: customerKey(profile, 'kms_arn'),
  }),
});
