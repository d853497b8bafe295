import { defineCloudFormation, nameOf, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SnsTopic } from './shape.ts';

/** Source: CloudFormation template reference, AWS::SNS::Topic and AWS::SNS::TopicPolicy, read 2026-11-22. */
export const cloudformation = defineCloudFormation<SnsTopic>({
  types: ['AWS::SNS::Topic'],
  satellites: { 'AWS::SNS::TopicPolicy': 'Topics' },
  single: ['AWS::SNS::TopicPolicy'],
  identity: ['TopicName'],
  read: (topic, context) => ({
    policy: policyOf(context.satellite('AWS::SNS::TopicPolicy'), 'PolicyDocument'),
    kmsKeyId: nameOf(topic, 'KmsMasterKeyId'),
    hasCustomerKey: customerKey(topic, 'KmsMasterKeyId'),
    tags: context.tags(topic),
  }),
});
