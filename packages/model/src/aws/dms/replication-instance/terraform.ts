import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationInstance } from './shape.ts';

export const terraform = defineTerraform<ReplicationInstance>({
  types: ['aws_dms_replication_instance'],
  identity: ['replication_instance_id'],
  read: (instance) => ({
    isPublic: instance.boolean('publicly_accessible', { default: false }),
    hasCustomerKey: customerKey(instance, 'kms_key_arn'),
    autoMinorVersionUpgrade: instance.boolean('auto_minor_version_upgrade', { default: false }),
    isMultiAz: instance.boolean('multi_az', { default: false }),
  }),
});
