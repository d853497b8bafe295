import { AppSyncClient, CreateGraphqlApiCommand } from '@aws-sdk/client-appsync';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new AppSyncClient(connection);
  await client.send(
    new CreateGraphqlApiCommand({
      name: 'orders-graphql',
      authenticationType: 'AWS_IAM',
      xrayEnabled: true,
      logConfig: { fieldLogLevel: 'ALL', cloudWatchLogsRoleArn: ROLE },
    }),
  );
  await client.send(new CreateGraphqlApiCommand({ name: 'leaflets-graphql', authenticationType: 'API_KEY', xrayEnabled: false }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-graphql', 'leaflets-graphql', [
    'aws-appsync-field-logging',
    'aws-appsync-logging',
    'aws-appsync-no-api-key-auth',
    'aws-appsync-tracing',
  ]),
];
