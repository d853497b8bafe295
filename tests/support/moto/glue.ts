import {
  CreateConnectionCommand,
  CreateJobCommand,
  CreateSecurityConfigurationCommand,
  GlueClient,
  PutDataCatalogEncryptionSettingsCommand,
} from '@aws-sdk/client-glue';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new GlueClient(connection);
  await client.send(
    new CreateSecurityConfigurationCommand({
      Name: 'orders-security',
      EncryptionConfiguration: {
        S3Encryption: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: CUSTOMER_KEY }],
        CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: CUSTOMER_KEY },
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: CUSTOMER_KEY },
      },
    }),
  );
  await client.send(
    new CreateSecurityConfigurationCommand({
      Name: 'leaflets-security',
      EncryptionConfiguration: {
        S3Encryption: [{ S3EncryptionMode: 'DISABLED' }],
        CloudWatchEncryption: { CloudWatchEncryptionMode: 'DISABLED' },
        JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'DISABLED' },
      },
    }),
  );
  const Command = { Name: 'glueetl', ScriptLocation: 's3://logs-bucket/job.py' };
  await client.send(
    new CreateJobCommand({
      Name: 'orders-job',
      Role: ROLE,
      Command,
      GlueVersion: '5.0',
      SecurityConfiguration: 'orders-security',
      DefaultArguments: { '--enable-continuous-cloudwatch-log': 'true' },
    }),
  );
  await client.send(new CreateJobCommand({ Name: 'leaflets-job', Role: ROLE, Command, GlueVersion: '1.0' }));
  const database = (Name: string, tls: string): CreateConnectionCommand =>
    new CreateConnectionCommand({
      ConnectionInput: {
        Name,
        ConnectionType: 'JDBC',
        ConnectionProperties: { JDBC_ENFORCE_SSL: tls, JDBC_CONNECTION_URL: 'jdbc:postgresql://db.example.com:5432/orders' },
      },
    });
  await client.send(database('orders-connection', 'true'));
  await client.send(database('leaflets-connection', 'false'));
  await client.send(
    new PutDataCatalogEncryptionSettingsCommand({
      DataCatalogEncryptionSettings: {
        EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: CUSTOMER_KEY },
        ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: true, AwsKmsKeyId: CUSTOMER_KEY },
      },
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-connection', 'leaflets-connection', ['aws-glue-connection-tls']),
  ...pairs('orders-job', 'leaflets-job', [
    'aws-glue-job-encrypted',
    'aws-glue-job-logging',
    'aws-glue-job-version-supported',
    'aws-glue-security-configuration-attached',
  ]),
  ...pairs('orders-security', 'leaflets-security', ['aws-glue-security-configuration-encrypts']),
];
