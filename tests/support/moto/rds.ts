import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
  CreateDBSnapshotCommand,
  CreateEventSubscriptionCommand,
  CreateGlobalClusterCommand,
  CreateDBProxyCommand,
  ModifyDBParameterGroupCommand,
  ModifyDBSnapshotAttributeCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs } from './expectation.ts';
import type { Network } from './network.ts';
import { makeNetwork } from './network.ts';

const PASSWORD = 'example-Example-1';

export async function build(connection: Connection): Promise<void> {
  const rds = new RDSClient(connection);
  await instances(rds);
  await clusters(rds);
  await proxies(rds, await makeNetwork(connection, 60));
  await relatives(rds);
  for (const [name, instance] of [
    ['orders-snapshot', 'orders-db'],
    ['leaflets-snapshot', 'leaflets-db'],
  ])
    await rds.send(new CreateDBSnapshotCommand({ DBSnapshotIdentifier: name, DBInstanceIdentifier: instance }));
  await rds.send(
    new ModifyDBSnapshotAttributeCommand({
      DBSnapshotIdentifier: 'leaflets-snapshot',
      AttributeName: 'restore',
      ValuesToAdd: ['all'],
    }),
  );
  const SnsTopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:database-events`;
  for (const [SubscriptionName, EventCategories] of [
    ['orders-events', ['failure', 'maintenance', 'configuration change', 'deletion', 'failover']],
    ['leaflets-events', ['creation']],
  ] as const)
    await rds.send(
      new CreateEventSubscriptionCommand({
        SubscriptionName,
        SnsTopicArn,
        SourceType: 'db-instance',
        EventCategories: [...EventCategories],
        Enabled: true,
      }),
    );
}

async function instances(rds: RDSClient): Promise<void> {
  for (const DBParameterGroupName of ['orders-parameters', 'leaflets-parameters'])
    await rds.send(
      new CreateDBParameterGroupCommand({ DBParameterGroupName, DBParameterGroupFamily: 'postgres16', Description: 'example' }),
    );
  await rds.send(
    new ModifyDBParameterGroupCommand({
      DBParameterGroupName: 'orders-parameters',
      Parameters: [
        { ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' },
        { ParameterName: 'log_statement', ParameterValue: 'all', ApplyMethod: 'immediate' },
        { ParameterName: 'log_min_duration_statement', ParameterValue: '1', ApplyMethod: 'immediate' },
      ],
    }),
  );
  await rds.send(
    new ModifyDBParameterGroupCommand({
      DBParameterGroupName: 'leaflets-parameters',
      Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '0', ApplyMethod: 'immediate' }],
    }),
  );
  const common = {
    Engine: 'postgres',
    DBInstanceClass: 'db.m6g.large',
    AllocatedStorage: 20,
    MasterUserPassword: PASSWORD,
  };
  await rds.send(
    new CreateDBInstanceCommand({
      ...common,
      DBInstanceIdentifier: 'orders-db',
      EngineVersion: '16.4',
      MasterUsername: 'orders_owner',
      Port: 6432,
      StorageEncrypted: true,
      KmsKeyId: CUSTOMER_KEY,
      MultiAZ: true,
      BackupRetentionPeriod: 35,
      AutoMinorVersionUpgrade: true,
      CopyTagsToSnapshot: true,
      DeletionProtection: true,
      EnableIAMDatabaseAuthentication: true,
      EnableCloudwatchLogsExports: ['postgresql', 'upgrade'],
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: CUSTOMER_KEY,
      MonitoringInterval: 60,
      MonitoringRoleArn: `arn:aws:iam::${ACCOUNT}:role/monitoring`,
      PubliclyAccessible: false,
      DBParameterGroupName: 'orders-parameters',
      CACertificateIdentifier: 'rds-ca-rsa2048-g1',
    }),
  );
  await rds.send(
    new CreateDBInstanceCommand({
      ...common,
      DBInstanceIdentifier: 'leaflets-db',
      EngineVersion: '9.6.1',
      MasterUsername: 'postgres',
      Port: 5432,
      StorageEncrypted: false,
      MultiAZ: false,
      BackupRetentionPeriod: 0,
      AutoMinorVersionUpgrade: false,
      PubliclyAccessible: true,
      DBParameterGroupName: 'leaflets-parameters',
      CACertificateIdentifier: 'rds-ca-2019',
    }),
  );
}

async function clusters(rds: RDSClient): Promise<void> {
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: 'orders-cluster',
      Engine: 'aurora-postgresql',
      EngineVersion: '16.4',
      MasterUsername: 'orders_owner',
      MasterUserPassword: PASSWORD,
      Port: 6432,
      StorageEncrypted: true,
      KmsKeyId: CUSTOMER_KEY,
      BackupRetentionPeriod: 30,
      DeletionProtection: true,
      CopyTagsToSnapshot: true,
      EnableIAMDatabaseAuthentication: true,
      EnableCloudwatchLogsExports: ['postgresql'],
    }),
  );
  await rds.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: 'leaflets-cluster',
      Engine: 'aurora-mysql',
      EngineVersion: '5.7.mysql_aurora.2.03.2',
      MasterUsername: 'admin',
      MasterUserPassword: PASSWORD,
      Port: 3306,
      BackupRetentionPeriod: 1,
    }),
  );
  await rds.send(
    new CreateGlobalClusterCommand({ GlobalClusterIdentifier: 'orders-everywhere', Engine: 'aurora-postgresql', StorageEncrypted: true }),
  );
  await rds.send(
    new CreateGlobalClusterCommand({ GlobalClusterIdentifier: 'leaflets-everywhere', Engine: 'aurora-mysql', StorageEncrypted: false }),
  );
}

async function proxies(rds: RDSClient, { subnets }: Network): Promise<void> {
  for (const [DBProxyName, RequireTLS] of [
    ['orders-proxy', true],
    ['leaflets-proxy', false],
  ] as const)
    await rds.send(
      new CreateDBProxyCommand({
        DBProxyName,
        RequireTLS,
        EngineFamily: 'POSTGRESQL',
        RoleArn: `arn:aws:iam::${ACCOUNT}:role/proxy`,
        VpcSubnetIds: [...subnets],
        Auth: [{ AuthScheme: 'SECRETS', IAMAuth: 'DISABLED', SecretArn: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:orders` }],
      }),
    );
}

/** Other engines that are managed through the API of RDS; moto knows no `docdb`. */
async function relatives(rds: RDSClient): Promise<void> {
  for (const [Engine, good, bad] of [['neptune', 'orders-graph', 'leaflets-graph']] as const) {
    await rds.send(
      new CreateDBClusterCommand({
        DBClusterIdentifier: good,
        Engine,
        MasterUsername: 'orders_owner',
        MasterUserPassword: PASSWORD,
        StorageEncrypted: true,
        KmsKeyId: CUSTOMER_KEY,
        BackupRetentionPeriod: 30,
        DeletionProtection: true,
        CopyTagsToSnapshot: true,
        EnableCloudwatchLogsExports: ['audit'],
      }),
    );
    await rds.send(
      new CreateDBClusterCommand({
        DBClusterIdentifier: bad,
        Engine,
        MasterUsername: 'orders_owner',
        MasterUserPassword: PASSWORD,
        BackupRetentionPeriod: 1,
      }),
    );
  }
}

// moto keeps no MonitoringInterval and no Performance Insights, calls the key of an unencrypted cluster default_kms_key_id (the API leaves
// it out), and makes no DBClusterMembers without instances: no expectation about those.
export const expected: readonly Expectation[] = [
  ...pairs('orders-graph', 'leaflets-graph', [
    'aws-neptune-audit-logs',
    'aws-neptune-backup-retention',
    'aws-neptune-copy-tags-to-snapshots',
    'aws-neptune-deletion-protection',
    'aws-neptune-encrypted',
  ]),
  ...pairs('orders-cluster', 'leaflets-cluster', [
    'aws-rds-cluster-backup-retention',
    'aws-rds-cluster-copy-tags-to-snapshots',
    'aws-rds-cluster-default-admin-name',
    'aws-rds-cluster-default-port',
    'aws-rds-cluster-deletion-protection',
    'aws-rds-cluster-encrypted',
    'aws-rds-cluster-engine-supported',
    'aws-rds-cluster-iam-auth',
    'aws-rds-cluster-logs-exported',
  ]),
  ...pairs('orders-db', 'leaflets-db', [
    'aws-rds-copy-tags-to-snapshots',
    'aws-rds-instance-auto-minor-upgrade',
    'aws-rds-instance-backup-retention',
    'aws-rds-instance-ca-not-expired',
    'aws-rds-instance-default-admin-name',
    'aws-rds-instance-default-port',
    'aws-rds-instance-deletion-protection',
    'aws-rds-instance-encrypted',
    'aws-rds-instance-engine-supported',
    'aws-rds-instance-iam-auth',
    'aws-rds-instance-log-fdw-fixed',
    'aws-rds-instance-logs-exported',
    'aws-rds-instance-multi-az',
    'aws-rds-instance-not-public',
    'aws-rds-instance-statement-logging',
    'aws-rds-instance-tls-required',
  ]),
  ...pairs('orders-events', 'leaflets-events', ['aws-rds-event-subscription-critical']),
  ...pairs('orders-everywhere', 'leaflets-everywhere', ['aws-rds-global-cluster-encrypted']),
  ...pairs('orders-proxy', 'leaflets-proxy', ['aws-rds-proxy-tls-required']),
  ...pairs('orders-snapshot', 'leaflets-snapshot', ['aws-rds-snapshot-encrypted', 'aws-rds-snapshot-not-public']),
];
