import { CodeBuildClient, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, LEAKED, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new CodeBuildClient(connection);
  const environment = { type: 'LINUX_CONTAINER', image: 'aws/codebuild/standard:7.0', computeType: 'BUILD_GENERAL1_SMALL' } as const;
  await client.send(
    new CreateProjectCommand({
      name: 'orders-build',
      source: { type: 'S3', location: 'logs-bucket/source.zip' },
      artifacts: { type: 'S3', location: 'logs-bucket', encryptionDisabled: false },
      environment: { ...environment, privilegedMode: false },
      serviceRole: ROLE,
      encryptionKey: CUSTOMER_KEY,
      logsConfig: {
        cloudWatchLogs: { status: 'ENABLED', groupName: '/shop/build' },
        s3Logs: { status: 'ENABLED', location: 'logs-bucket/build', encryptionDisabled: false },
      },
    }),
  );
  await client.send(
    new CreateProjectCommand({
      name: 'leaflets-build',
      source: { type: 'S3', location: 'logs-bucket/source.zip' },
      artifacts: { type: 'S3', location: 'logs-bucket', encryptionDisabled: true },
      environment: { ...environment, privilegedMode: true, environmentVariables: [{ name: 'AWS_SECRET_ACCESS_KEY', value: LEAKED }] },
      serviceRole: ROLE,
      logsConfig: {
        cloudWatchLogs: { status: 'DISABLED' },
        s3Logs: { status: 'ENABLED', location: 'logs-bucket/build', encryptionDisabled: true },
      },
    }),
  );
}

// moto answers the key of S3 whatever encryptionKey was given: no expectation about the key.
export const expected: readonly Expectation[] = [
  ...pairs('orders-build', 'leaflets-build', [
    'aws-codebuild-no-secrets-in-env',
    'aws-codebuild-artifacts-encrypted',
    'aws-codebuild-no-privileged',
    'aws-codebuild-s3-logs-encrypted',
  ]),
];
