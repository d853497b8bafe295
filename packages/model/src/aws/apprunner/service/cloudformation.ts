import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { AppRunnerService } from './shape.ts';

export const cloudformation = defineCloudFormation<AppRunnerService>({
  types: ['AWS::AppRunner::Service'],
  identity: ['ServiceName'],
  read: (service) => ({
    hasCustomerKey: customerKey(service.block('EncryptionConfiguration'), 'KmsKey'),
    egress: service.block('NetworkConfiguration').block('EgressConfiguration').string('EgressType', { default: 'DEFAULT' }),
  }),
});
