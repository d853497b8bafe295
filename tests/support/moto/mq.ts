import { CreateBrokerCommand, MqClient } from '@aws-sdk/client-mq';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

const PASSWORD = 'example-Example-1';

export async function build(connection: Connection): Promise<void> {
  const client = new MqClient(connection);
  const network = await makeNetwork(connection, 67);
  const common = { EngineType: 'ACTIVEMQ', HostInstanceType: 'mq.m5.large', SecurityGroups: [network.group] } as const;
  const Users = [{ Username: 'operator', Password: PASSWORD }];
  await client.send(
    new CreateBrokerCommand({
      ...common,
      SecurityGroups: [network.group],
      Users,
      BrokerName: 'orders-broker',
      EngineVersion: '5.18',
      AutoMinorVersionUpgrade: true,
      DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
      PubliclyAccessible: false,
      Logs: { Audit: true, General: true },
      EncryptionOptions: { UseAwsOwnedKey: false, KmsKeyId: CUSTOMER_KEY },
      SubnetIds: [...network.subnets],
    }),
  );
  await client.send(
    new CreateBrokerCommand({
      ...common,
      SecurityGroups: [network.group],
      Users,
      BrokerName: 'leaflets-broker',
      EngineVersion: '5.15.0',
      AutoMinorVersionUpgrade: false,
      DeploymentMode: 'SINGLE_INSTANCE',
      PubliclyAccessible: true,
      Logs: { Audit: false, General: false },
      SubnetIds: [network.subnets[0]],
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-broker', 'leaflets-broker', [
    'aws-mq-audit-logging',
    'aws-mq-auto-minor-upgrade',
    'aws-mq-cmk',
    'aws-mq-general-logging',
    'aws-mq-multi-az',
    'aws-mq-not-public',
    'aws-mq-version-supported',
  ]),
];
