import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new SFNClient(connection);
  const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
  await client.send(
    new CreateStateMachineCommand({
      name: 'orders-machine',
      definition,
      roleArn: ROLE,
      tracingConfiguration: { enabled: true },
      encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: CUSTOMER_KEY },
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: true,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/shop/machine:*` } }],
      },
    }),
  );
  await client.send(new CreateStateMachineCommand({ name: 'leaflets-machine', definition, roleArn: ROLE }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-machine', 'leaflets-machine', [
    'aws-stepfunctions-cmk',
    'aws-stepfunctions-execution-data-logged',
    'aws-stepfunctions-logging',
    'aws-stepfunctions-tracing',
  ]),
];
