import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform, firstPresent, nameOf, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SqsQueue } from './shape.ts';

/** Source: hashicorp/aws provider documentation, aws_sqs_queue and aws_sqs_queue_policy, read 2026-11-22. */
export const terraform = defineTerraform<SqsQueue>({
  types: ['aws_sqs_queue'],
  satellites: { aws_sqs_queue_policy: 'queue_url' },
  single: ['aws_sqs_queue_policy'],
  identity: ['name', 'url', 'id'],
  read: (queue, context): FieldsOf<SqsQueue> => ({
    policy: policyOf(firstPresent(context.satellite('aws_sqs_queue_policy'), queue), 'policy'),
    kmsKeyId: nameOf(queue, 'kms_master_key_id'),
    hasCustomerKey: customerKey(queue, 'kms_master_key_id'),
    managedEncryption: queue.boolean('sqs_managed_sse_enabled', { default: true }),
    tags: context.tags(queue),
  }),
});
