import { CreateDeliveryStreamCommand, FirehoseClient, StartDeliveryStreamEncryptionCommand } from '@aws-sdk/client-firehose';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const firehose = new FirehoseClient(connection);
  const ExtendedS3DestinationConfiguration = {
    RoleARN: `arn:aws:iam::${ACCOUNT}:role/delivery`,
    BucketARN: 'arn:aws:s3:::logs-bucket',
  };
  await firehose.send(new CreateDeliveryStreamCommand({ DeliveryStreamName: 'orders-delivery', ExtendedS3DestinationConfiguration }));
  // Given at creation, moto leaves the status out, which the API reference has in DeliveryStreamEncryptionConfiguration.
  await firehose.send(
    new StartDeliveryStreamEncryptionCommand({
      DeliveryStreamName: 'orders-delivery',
      DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: CUSTOMER_KEY },
    }),
  );
  await firehose.send(new CreateDeliveryStreamCommand({ DeliveryStreamName: 'leaflets-delivery', ExtendedS3DestinationConfiguration }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-delivery', 'leaflets-delivery', ['aws-firehose-cmk', 'aws-firehose-encrypted']),
];
