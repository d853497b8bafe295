import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new AthenaClient(connection);
  await client.send(
    new CreateWorkGroupCommand({
      Name: 'orders-queries',
      Configuration: {
        EnforceWorkGroupConfiguration: true,
        PublishCloudWatchMetricsEnabled: true,
        ResultConfiguration: {
          OutputLocation: 's3://logs-bucket/queries/',
          EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: CUSTOMER_KEY },
        },
      },
    }),
  );
  await client.send(
    new CreateWorkGroupCommand({
      Name: 'leaflets-queries',
      Configuration: {
        EnforceWorkGroupConfiguration: false,
        PublishCloudWatchMetricsEnabled: false,
        ResultConfiguration: { OutputLocation: 's3://logs-bucket/queries/' },
      },
    }),
  );
}

// moto says that a workgroup without tags does not exist when its tags are asked for (the API answers none): required tags stay unknown.
export const expected: readonly Expectation[] = [
  ...pairs('orders-queries', 'leaflets-queries', [
    'aws-athena-workgroup-encrypted',
    'aws-athena-workgroup-enforced',
    'aws-athena-workgroup-metrics',
  ]),
];
