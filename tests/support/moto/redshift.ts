import {
  CreateClusterCommand,
  CreateClusterParameterGroupCommand,
  CreateClusterSubnetGroupCommand,
  EnableLoggingCommand,
  RedshiftClient,
} from '@aws-sdk/client-redshift';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new RedshiftClient(connection);
  const { subnets } = await makeNetwork(connection, 61);
  await client.send(
    new CreateClusterSubnetGroupCommand({ ClusterSubnetGroupName: 'warehouse', Description: 'example', SubnetIds: [...subnets] }),
  );
  await client.send(
    new CreateClusterParameterGroupCommand({ ParameterGroupName: 'plain', ParameterGroupFamily: 'redshift-1.0', Description: 'example' }),
  );
  const common = { NodeType: 'ra3.xlplus', MasterUserPassword: 'example-Example-1', ClusterType: 'multi-node', NumberOfNodes: 2 };
  await client.send(
    new CreateClusterCommand({
      ...common,
      ClusterIdentifier: 'orders-warehouse',
      MasterUsername: 'orders_owner',
      DBName: 'orders',
      Encrypted: true,
      KmsKeyId: CUSTOMER_KEY,
      EnhancedVpcRouting: true,
      PubliclyAccessible: false,
      AllowVersionUpgrade: true,
      AutomatedSnapshotRetentionPeriod: 7,
      ClusterSubnetGroupName: 'warehouse',
      MultiAZ: true,
    }),
  );
  await client.send(
    new CreateClusterCommand({
      ...common,
      ClusterIdentifier: 'leaflets-warehouse',
      MasterUsername: 'awsuser',
      DBName: 'dev',
      Encrypted: false,
      PubliclyAccessible: true,
      AllowVersionUpgrade: false,
      AutomatedSnapshotRetentionPeriod: 0,
      ClusterParameterGroupName: 'plain',
    }),
  );
  await client.send(new EnableLoggingCommand({ ClusterIdentifier: 'orders-warehouse', BucketName: 'logs-bucket', S3KeyPrefix: 'audit' }));
}

// moto turns a retention of 0 days into 1 and knows no MultiAZ: no expectation about those.
export const expected: readonly Expectation[] = [
  ...pairs('orders-warehouse', 'leaflets-warehouse', [
    'aws-redshift-audit-logging',
    'aws-redshift-cmk',
    'aws-redshift-default-admin-name',
    'aws-redshift-default-database-name',
    'aws-redshift-encrypted',
    'aws-redshift-enhanced-vpc-routing',
    'aws-redshift-in-vpc',
    'aws-redshift-not-public',
    'aws-redshift-public-default-admin',
    'aws-redshift-version-upgrade',
  ]),
];
