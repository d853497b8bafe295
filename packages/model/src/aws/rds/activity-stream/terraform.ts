import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ActivityStream } from './shape.ts';

export const terraform = defineTerraform<ActivityStream>({
  types: ['aws_rds_cluster_activity_stream'],
  identity: ['resource_arn'],
  read: (stream) => ({
    hasCustomerKey: customerKey(stream, 'kms_key_id'),
  }),
});
