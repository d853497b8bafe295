import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const sqs = new SQSClient(connection);
  await sqs.send(new CreateQueueCommand({ QueueName: 'orders-queue', Attributes: { KmsMasterKeyId: CUSTOMER_KEY } }));
  await sqs.send(
    new CreateQueueCommand({
      QueueName: 'leaflets-queue',
      Attributes: {
        SqsManagedSseEnabled: 'false',
        Policy: policyText({ Effect: 'Allow', Principal: '*', Action: 'SQS:*', Resource: '*' }),
      },
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-queue', 'leaflets-queue', ['aws-sqs-encrypted', 'aws-sqs-not-public', 'aws-sqs-policy-no-wildcard-action']),
];
