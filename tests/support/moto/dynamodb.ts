import { CreateTableCommand, DynamoDBClient, PutResourcePolicyCommand, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new DynamoDBClient(connection);
  const common = {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  } as const;
  const attributes = {
    AttributeDefinitions: [...common.AttributeDefinitions],
    KeySchema: [...common.KeySchema],
  };
  await client.send(
    new CreateTableCommand({
      ...attributes,
      TableName: 'orders-table',
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: CUSTOMER_KEY },
    }),
  );
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName: 'orders-table',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  const open = await client.send(
    new CreateTableCommand({
      ...attributes,
      TableName: 'leaflets-table',
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    }),
  );
  await client.send(
    new PutResourcePolicyCommand({
      ResourceArn: open.TableDescription?.TableArn,
      Policy: policyText({ Effect: 'Allow', Principal: '*', Action: 'dynamodb:GetItem', Resource: '*' }),
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-table', 'leaflets-table', [
    'aws-dynamodb-cmk-encryption',
    'aws-dynamodb-cross-account-access-restricted',
    'aws-dynamodb-deletion-protection',
    'aws-dynamodb-pitr-enabled',
  ]),
];
