import { CreateTopicCommand, SNSClient, SetTopicAttributesCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const sns = new SNSClient(connection);
  const good = await sns.send(new CreateTopicCommand({ Name: 'orders-topic', Attributes: { KmsMasterKeyId: CUSTOMER_KEY } }));
  const bad = await sns.send(new CreateTopicCommand({ Name: 'leaflets-topic' }));
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn: bad.TopicArn,
      AttributeName: 'Policy',
      AttributeValue: policyText(
        { Effect: 'Allow', Principal: '*', Action: 'SNS:Publish', Resource: bad.TopicArn },
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, Action: 'SNS:Publish', Resource: bad.TopicArn },
      ),
    }),
  );
  await sns.send(new SubscribeCommand({ TopicArn: good.TopicArn, Protocol: 'https', Endpoint: 'https://hooks.example.com/orders' }));
  await sns.send(new SubscribeCommand({ TopicArn: bad.TopicArn, Protocol: 'http', Endpoint: 'http://hooks.example.com/leaflets' }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-topic', 'leaflets-topic', [
    'aws-sns-cmk',
    'aws-sns-cross-account-restricted',
    'aws-sns-encrypted',
    'aws-sns-https-subscriptions',
    'aws-sns-not-public',
  ]),
];
