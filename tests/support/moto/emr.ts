import { EMRClient, PutBlockPublicAccessConfigurationCommand, RunJobFlowCommand } from '@aws-sdk/client-emr';
import type { Connection, Expectation } from './estate.ts';
import { pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new EMRClient(connection);
  const network = await makeNetwork(connection, 66);
  const make = async (Name: string, options: Partial<RunJobFlowCommand['input']>): Promise<void> => {
    await client.send(
      new RunJobFlowCommand({
        Name,
        ReleaseLabel: 'emr-7.5.0',
        JobFlowRole: 'EMR_EC2_DefaultRole',
        ServiceRole: 'EMR_DefaultRole',
        Instances: {
          InstanceCount: 1,
          MasterInstanceType: 'm5.xlarge',
          KeepJobFlowAliveWhenNoSteps: true,
          Ec2SubnetId: network.subnets[0],
        },
        ...options,
      }),
    );
  };
  await make('orders-cluster-emr', { LogUri: 's3://logs-bucket/emr/', SecurityConfiguration: 'orders' });
  await make('leaflets-cluster-emr', {});
  await client.send(
    new PutBlockPublicAccessConfigurationCommand({ BlockPublicAccessConfiguration: { BlockPublicSecurityGroupRules: true } }),
  );
}

// moto has no ListSecurityConfigurations: what they say stays unknown.
export const expected: readonly Expectation[] = [
  ...pairs('orders-cluster-emr', 'leaflets-cluster-emr', ['aws-emr-logging', 'aws-emr-security-configuration-attached']),
];
