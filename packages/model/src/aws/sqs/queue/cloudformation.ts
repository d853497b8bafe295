import { defineCloudFormation, nameOf, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { SqsQueue } from './shape.ts';

/** Source: CloudFormation template reference, AWS::SQS::Queue and AWS::SQS::QueuePolicy, read 2026-11-22. */
export const cloudformation = defineCloudFormation<SqsQueue>({
  types: ['AWS::SQS::Queue'],
  satellites: { 'AWS::SQS::QueuePolicy': 'Queues' },
  single: ['AWS::SQS::QueuePolicy'],
  identity: ['QueueName'],
  read: (queue, context) => ({
    policy: policyOf(context.satellite('AWS::SQS::QueuePolicy'), 'PolicyDocument'),
    kmsKeyId: nameOf(queue, 'KmsMasterKeyId'),
    hasCustomerKey: customerKey(queue, 'KmsMasterKeyId'),
    managedEncryption: queue.boolean('SqsManagedSseEnabled', { default: true }),
    tags: context.tags(queue),
  }),
});
