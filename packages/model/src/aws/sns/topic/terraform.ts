import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform, firstPresent, nameOf, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SnsTopic } from './shape.ts';

/** Source: hashicorp/aws provider documentation, aws_sns_topic and aws_sns_topic_policy, read 2026-11-22. */
export const terraform = defineTerraform<SnsTopic>({
  types: ['aws_sns_topic'],
  satellites: { aws_sns_topic_policy: 'arn' },
  single: ['aws_sns_topic_policy'],
  identity: ['name', 'arn'],
  read: (topic, context): FieldsOf<SnsTopic> => ({
    policy: policyOf(firstPresent(context.satellite('aws_sns_topic_policy'), topic), 'policy'),
    kmsKeyId: nameOf(topic, 'kms_master_key_id'),
    hasCustomerKey: customerKey(topic, 'kms_master_key_id'),
    tags: context.tags(topic),
  }),
});
