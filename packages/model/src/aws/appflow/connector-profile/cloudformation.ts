import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ConnectorProfile } from './shape.ts';

export const cloudformation = defineCloudFormation<ConnectorProfile>({
  types: ['AWS::AppFlow::ConnectorProfile'],
  identity: ['ConnectorProfileName'],
  read: (profile) => ({
    hasCustomerKey: customerKey(profile, 'KMSArn'),
  }),
});
