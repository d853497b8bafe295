/** Answers of the SQS API → queues and their policies, in the words of CloudFormation. Source: Amazon SQS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'sqs:ListQueues', items: 'QueueUrls', types: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'], declare: queue },
];

const GONE = ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'];

function queue(item: Json, context: LiveContext): readonly LiveThing[] {
  if (typeof item !== 'string') return [];
  const answer = context.answer('sqs:GetQueueAttributes', { QueueUrl: item, AttributeNames: ['All'] }, GONE);
  if (answer === null) return [];
  const name = item.slice(item.lastIndexOf('/') + 1);
  const id = arnOf(context, 'sqs', name);
  const attribute = (key: string): LiveValue => whenKnown(answer, (json) => textOf(json, `Attributes.${key}`));
  const own: LiveThing = {
    type: 'AWS::SQS::Queue',
    id,
    name,
    names: [item],
    properties: {
      QueueName: name,
      KmsMasterKeyId: whenKnown(answer, (json) => keyName(jsonAt(json, 'Attributes.KmsMasterKeyId'), context)),
      SqsManagedSseEnabled: whenKnown(answer, (json) => textOf(json, 'Attributes.SqsManagedSseEnabled') === 'true'),
      RedrivePolicy: policyText(attribute('RedrivePolicy')),
      Tags: whenKnown(context.answer('sqs:ListQueueTags', { QueueUrl: item }, GONE), (json) => tagPairs(jsonAt(json, 'Tags') ?? {})),
    },
  };
  const policy = policyText(attribute('Policy'));
  if (policy === undefined) return [own];
  return [own, { type: 'AWS::SQS::QueuePolicy', id: `${id}#policy`, properties: { Queues: [item], PolicyDocument: policy } }];
}

function policyText(text: LiveValue): LiveValue {
  return typeof text === 'string' ? policyJson(text) : text;
}
