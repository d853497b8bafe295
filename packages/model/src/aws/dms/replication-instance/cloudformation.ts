import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationInstance } from './shape.ts';

export const cloudformation = defineCloudFormation<ReplicationInstance>({
  types: ['AWS::DMS::ReplicationInstance'],
  identity: ['ReplicationInstanceIdentifier'],
  read: (instance) => ({
    isPublic: instance.boolean('PubliclyAccessible', { default: true }),
    hasCustomerKey: customerKey(instance, 'KmsKeyId'),
    autoMinorVersionUpgrade: instance.boolean('AutoMinorVersionUpgrade', { default: true }),
    isMultiAz: instance.boolean('MultiAZ', { default: false }),
  }),
});
