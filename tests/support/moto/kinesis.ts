import {
  CreateStreamCommand,
  IncreaseStreamRetentionPeriodCommand,
  KinesisClient,
  StartStreamEncryptionCommand,
} from '@aws-sdk/client-kinesis';
import { STSClient } from '@aws-sdk/client-sts';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  // Kinesis speaks HTTP/2 only, moto HTTP/1.1: it takes the handler of a client that does the same.
  const { requestHandler } = new STSClient(connection).config;
  const client = new KinesisClient({ ...connection, requestHandler });
  for (const StreamName of ['orders-stream', 'leaflets-stream']) await client.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
  await client.send(new StartStreamEncryptionCommand({ StreamName: 'orders-stream', EncryptionType: 'KMS', KeyId: CUSTOMER_KEY }));
  await client.send(new IncreaseStreamRetentionPeriodCommand({ StreamName: 'orders-stream', RetentionPeriodHours: 168 }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-stream', 'leaflets-stream', ['aws-kinesis-cmk', 'aws-kinesis-encrypted', 'aws-kinesis-retention']),
];
