/** Answers of the SNS API → topics with their policies, and subscriptions, in the words of CloudFormation. Source: Amazon SNS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, policyJson, textOf, whenKnown } from '../../live/index.ts';
import { askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'sns:ListTopics', items: 'Topics', types: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'], declare: topic },
  { call: 'sns:ListSubscriptions', items: 'Subscriptions', types: ['AWS::SNS::Subscription'], declare: subscription },
];

function topic(item: Json, context: LiveContext): readonly LiveThing[] {
  const id = textOf(item, 'TopicArn');
  if (id === undefined) return [];
  const answer = context.answer('sns:GetTopicAttributes', { TopicArn: id }, ['NotFound', 'NotFoundException']);
  if (answer === null) return [];
  const name = id.slice(id.lastIndexOf(':') + 1);
  const own: LiveThing = {
    type: 'AWS::SNS::Topic',
    id,
    name,
    properties: {
      TopicName: name,
      KmsMasterKeyId: whenKnown(answer, (json) => keyName(jsonAt(json, 'Attributes.KmsMasterKeyId'), context)),
      Tags: askedTags(context, 'sns:ListTagsForResource', { ResourceArn: id }),
    },
  };
  const PolicyDocument = whenKnown(answer, (json) => policyJson(jsonAt(json, 'Attributes.Policy')));
  if (PolicyDocument === undefined) return [own];
  return [own, { type: 'AWS::SNS::TopicPolicy', id: `${id}#policy`, properties: { Topics: [id], PolicyDocument } }];
}

function subscription(item: Json): LiveThing | null {
  const [arn, topicArn, protocol] = [textOf(item, 'SubscriptionArn'), textOf(item, 'TopicArn'), textOf(item, 'Protocol')];
  if (topicArn === undefined || protocol === undefined) return null;
  const endpoint = textOf(item, 'Endpoint') ?? '';
  // One that nobody has confirmed has no ARN yet.
  const id = arn?.startsWith('arn:') === true ? arn : `${topicArn}#${protocol}:${endpoint}`;
  const name = `${topicArn.slice(topicArn.lastIndexOf(':') + 1)} (${protocol})`;
  return { type: 'AWS::SNS::Subscription', id, name, properties: { TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint } };
}
