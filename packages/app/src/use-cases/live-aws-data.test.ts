/** Answers of the services of AWS that keep and move data → what checks of code say of them. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import type { LiveCase } from '../testing/index.ts';
import { everybody, here, refused, statement, testLiveCases } from '../testing/index.ts';
import { runExample } from './test-checks.ts';

const arn = (service: string, resource: string): string => `arn:aws:${service}:ap-northeast-1:123456789012:${resource}`;

const ownKey = arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000002');
const awsKey = arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000001');
const aliases = here('kms:ListAliases', {
  Aliases: [{ AliasName: 'alias/aws/rds', TargetKeyId: '0a1b2c3d-0000-4000-8000-000000000001' }],
});

/** A listing of one thing. */
const one =
  (call: string, items: string, thing: JsonObject) =>
  (more: JsonObject = {}): ExampleCall =>
    here(call, { [items]: [{ ...thing, ...more }] });

const database = one('rds:DescribeDBInstances', 'DBInstances', {
  DBInstanceIdentifier: 'orders-db',
  DBInstanceArn: arn('rds', 'db:orders-db'),
  Engine: 'postgres',
});
const cluster = one('rds:DescribeDBClusters', 'DBClusters', {
  DBClusterIdentifier: 'orders',
  DBClusterArn: arn('rds', 'cluster:orders'),
  Engine: 'aurora-postgresql',
});
const snapshot = one('rds:DescribeDBSnapshots', 'DBSnapshots', {
  DBSnapshotIdentifier: 'orders-2026',
  DBSnapshotArn: arn('rds', 'snapshot:orders-2026'),
  Engine: 'postgres',
});
const restorers = (...AttributeValues: readonly string[]): ExampleCall =>
  here(
    'rds:DescribeDBSnapshotAttributes',
    { DBSnapshotAttributesResult: { DBSnapshotAttributes: [{ AttributeName: 'restore', AttributeValues }] } },
    { DBSnapshotIdentifier: 'orders-2026' },
  );
const inGroup = database({ DBParameterGroups: [{ DBParameterGroupName: 'orders' }] });
const group = one('rds:DescribeDBParameterGroups', 'DBParameterGroups', {
  DBParameterGroupName: 'orders',
  DBParameterGroupArn: arn('rds', 'pg:orders'),
  DBParameterGroupFamily: 'postgres14',
})();
const parametersOfGroup = { DBParameterGroupName: 'orders', Source: 'user' };
const forcesTls = { ParameterName: 'rds.force_ssl', ParameterValue: '1' };
const instanceOf = (Engine: string): JsonObject => ({ DBInstanceIdentifier: 'one', DBInstanceArn: arn('rds', 'db:one'), Engine });

const documentGroup = one('rds:DescribeDBClusterParameterGroups', 'DBClusterParameterGroups', {
  DBClusterParameterGroupName: 'docs',
  DBParameterGroupFamily: 'docdb5.0',
})();
const parametersOfDocuments = { DBClusterParameterGroupName: 'docs', Source: 'user' };

const tables = here('dynamodb:ListTables', { TableNames: ['orders'] });
const table = (Table: JsonObject): ExampleCall => here('dynamodb:DescribeTable', { Table }, { TableName: 'orders' });
const recovery = (PointInTimeRecoveryStatus: string): ExampleCall =>
  here(
    'dynamodb:DescribeContinuousBackups',
    { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus } } },
    { TableName: 'orders' },
  );

const warehouse = one('redshift:DescribeClusters', 'Clusters', { ClusterIdentifier: 'analytics' });
const warehouseLogs = (LoggingEnabled: boolean): ExampleCall =>
  here('redshift:DescribeLoggingStatus', { LoggingEnabled }, { ClusterIdentifier: 'analytics' });
const warehouseGroup = one('redshift:DescribeClusterParameterGroups', 'ParameterGroups', {
  ParameterGroupName: 'analytics',
  ParameterGroupFamily: 'redshift-1.0',
})();
const warehouseParameters = { ParameterGroupName: 'analytics', Source: 'user' };
const workgroup = one('redshift-serverless:ListWorkgroups', 'workgroups', {
  workgroupArn: arn('redshift-serverless', 'workgroup/w'),
  workgroupName: 'w',
});

const cache = one('elasticache:DescribeReplicationGroups', 'ReplicationGroups', {
  ReplicationGroupId: 'sessions',
  ARN: arn('elasticache', 'replicationgroup:sessions'),
  Engine: 'redis',
});
const cacheCluster = one('elasticache:DescribeCacheClusters', 'CacheClusters', {
  CacheClusterId: 'sessions-001',
  ARN: arn('elasticache', 'cluster:sessions-001'),
});
const cacheUser = one('elasticache:DescribeUsers', 'Users', { UserId: 'default', UserName: 'default', AccessString: 'on ~* +@all' });

const domains = here('opensearch:ListDomainNames', { DomainNames: [{ DomainName: 'search', EngineType: 'OpenSearch' }] });
const domain = (more: JsonObject): ExampleCall =>
  here('opensearch:DescribeDomains', { DomainStatusList: [{ DomainName: 'search', ...more }] }, { DomainNames: ['search'] });

const files = one('efs:DescribeFileSystems', 'FileSystems', {
  FileSystemId: 'fs-1',
  FileSystemArn: arn('elasticfilesystem', 'file-system/fs-1'),
});

const streams = here('kinesis:ListStreams', { StreamNames: ['clicks'] });
const stream = (more: JsonObject): ExampleCall =>
  here('kinesis:DescribeStreamSummary', { StreamDescriptionSummary: { StreamName: 'clicks', ...more } }, { StreamName: 'clicks' });

const deliveries = here('firehose:ListDeliveryStreams', { DeliveryStreamNames: ['logs'] });
const delivery = (DeliveryStreamDescription: JsonObject): ExampleCall =>
  here('firehose:DescribeDeliveryStream', { DeliveryStreamDescription }, { DeliveryStreamName: 'logs' });

const kafka = (Provisioned: JsonObject): ExampleCall =>
  one('kafka:ListClustersV2', 'ClusterInfoList', { ClusterArn: arn('kafka', 'cluster/events/1'), ClusterName: 'events' })({ Provisioned });

const brokers = here('mq:ListBrokers', {
  BrokerSummaries: [{ BrokerId: 'b-1', BrokerArn: arn('mq', 'broker:jobs:b-1'), BrokerName: 'jobs', EngineType: 'ActiveMQ' }],
});
const broker = (response: JsonObject): ExampleCall => here('mq:DescribeBroker', response, { BrokerId: 'b-1' });

const queueUrl = 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/orders';
const queues = here('sqs:ListQueues', { QueueUrls: [queueUrl] });
const askedOfQueue = { QueueUrl: queueUrl, AttributeNames: ['All'] };
const queue = (Attributes: JsonObject): ExampleCall => here('sqs:GetQueueAttributes', { Attributes }, askedOfQueue);

const topicArn = arn('sns', 'orders');
const topics = here('sns:ListTopics', { Topics: [{ TopicArn: topicArn }] });
const topic = (Attributes: JsonObject): ExampleCall => here('sns:GetTopicAttributes', { Attributes }, { TopicArn: topicArn });
const subscription = one('sns:ListSubscriptions', 'Subscriptions', { SubscriptionArn: 'PendingConfirmation', TopicArn: topicArn });

const athena = here('athena:ListWorkGroups', { WorkGroups: [{ Name: 'reports' }] });
const athenaGroup = (Configuration: JsonObject): ExampleCall =>
  here('athena:GetWorkGroup', { WorkGroup: { Name: 'reports', Configuration } }, { WorkGroup: 'reports' });

const job = one('glue:GetJobs', 'Jobs', { Name: 'etl', SecurityConfiguration: 'safe' });
const security = (mode: string): ExampleCall =>
  here('glue:GetSecurityConfigurations', {
    SecurityConfigurations: [
      {
        Name: 'safe',
        EncryptionConfiguration: {
          S3Encryption: [{ S3EncryptionMode: mode }],
          CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS' },
          JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS' },
        },
      },
    ],
  });
const connection = (ConnectionProperties: JsonObject): ExampleCall =>
  here('glue:GetConnections', { ConnectionList: [{ Name: 'db', ConnectionType: 'JDBC', ConnectionProperties }] });

const catalog = here('glue:GetDataCatalogEncryptionSettings', {
  DataCatalogEncryptionSettings: { EncryptionAtRest: { CatalogEncryptionMode: 'DISABLED' } },
});
const catalogHolds = (...DatabaseList: readonly JsonObject[]): ExampleCall => here('glue:GetDatabases', { DatabaseList });
const noConnections = here('glue:GetConnections', { ConnectionList: [] });

const spark = one('emr:ListClusters', 'Clusters', { Id: 'j-1', Name: 'spark', ClusterArn: arn('elasticmapreduce', 'cluster/j-1') })();
const sparkDetails = (Cluster: JsonObject): ExampleCall => here('emr:DescribeCluster', { Cluster }, { ClusterId: 'j-1' });
const emrSecurity = here('emr:ListSecurityConfigurations', { SecurityConfigurations: [{ Name: 'safe' }] });
const emrDocument = (EnableInTransitEncryption: boolean): ExampleCall =>
  here(
    'emr:DescribeSecurityConfiguration',
    { SecurityConfiguration: JSON.stringify({ EncryptionConfiguration: { EnableInTransitEncryption } }) },
    { Name: 'safe' },
  );
const emrBlock = (BlockPublicAccessConfiguration: JsonObject): ExampleCall =>
  here('emr:GetBlockPublicAccessConfiguration', { BlockPublicAccessConfiguration });

const location = here('datasync:ListLocations', {
  Locations: [{ LocationArn: arn('datasync', 'location/loc-1'), LocationUri: 'object-storage://storage.example.com/orders/' }],
});
const askedOfLocation = { LocationArn: arn('datasync', 'location/loc-1') };

const share = here('storagegateway:ListFileShares', {
  FileShareInfoList: [{ FileShareARN: arn('storagegateway', 'share/share-1'), FileShareType: 'SMB', FileShareId: 'share-1' }],
});
const shareDetails = (Authentication: string): ExampleCall =>
  here('storagegateway:DescribeSMBFileShares', {
    SMBFileShareInfoList: [{ FileShareARN: arn('storagegateway', 'share/share-1'), Authentication }],
  });

const servers = here('transfer:ListServers', { Servers: [{ Arn: arn('transfer', 'server/s-1'), ServerId: 's-1', EndpointType: 'VPC' }] });
const server = (Server: JsonObject): ExampleCall => here('transfer:DescribeServer', { Server }, { ServerId: 's-1' });

const encrypted = (more: JsonObject = {}): JsonObject => ({ StorageEncrypted: true, ...more });

const cases: readonly LiveCase[] = [
  ['aws-rds-instance-not-public', 'public', [database({ PubliclyAccessible: true })], 'fail'],
  ['aws-rds-instance-not-public', 'private', [database({ PubliclyAccessible: false })], 'pass'],
  ['aws-rds-instance-encrypted', 'not said', [database()], 'fail'],
  ['aws-rds-instance-encrypted', 'encrypted', [database(encrypted({ KmsKeyId: awsKey })), aliases], 'pass'],
  [
    'aws-rds-instance-encrypted',
    'of Neptune it is no RDS database',
    [here('rds:DescribeDBInstances', { DBInstances: [instanceOf('neptune')] })],
    'not-applicable',
  ],
  ['aws-rds-instance-logs-exported', 'none', [database()], 'fail'],
  ['aws-rds-instance-logs-exported', 'exported', [database({ EnabledCloudwatchLogsExports: ['postgresql', 'upgrade'] })], 'pass'],
  [
    'aws-rds-instance-tls-required',
    'not set',
    [inGroup, group, here('rds:DescribeDBParameters', { Parameters: [] }, parametersOfGroup)],
    'fail',
  ],
  [
    'aws-rds-instance-tls-required',
    'set on the second page',
    [
      inGroup,
      group,
      here('rds:DescribeDBParameters', { Parameters: [], Marker: 'm' }, parametersOfGroup),
      here('rds:DescribeDBParameters', { Parameters: [forcesTls] }, { ...parametersOfGroup, Marker: 'm' }),
    ],
    'pass',
  ],
  ['aws-rds-instance-tls-required', 'refused', [inGroup, group, refused('rds:DescribeDBParameters', parametersOfGroup)], 'unknown'],
  ['aws-rds-cluster-cmk', 'a key that AWS manages', [cluster(encrypted({ KmsKeyId: awsKey })), aliases], 'fail'],
  ['aws-rds-cluster-cmk', 'a key of the account', [cluster(encrypted({ KmsKeyId: ownKey })), aliases], 'pass'],
  ['aws-rds-cluster-cmk', 'nobody may list aliases', [cluster(encrypted({ KmsKeyId: ownKey })), refused('kms:ListAliases')], 'unknown'],
  ['aws-rds-cluster-multi-az', 'one instance', [cluster({ DBClusterMembers: [{ DBInstanceIdentifier: 'a' }] })], 'fail'],
  [
    'aws-rds-cluster-multi-az',
    'two',
    [cluster({ DBClusterMembers: [{ DBInstanceIdentifier: 'a' }, { DBInstanceIdentifier: 'b' }] })],
    'pass',
  ],
  [
    'aws-rds-activity-stream-cmk',
    'AWS key',
    [cluster({ ActivityStreamStatus: 'started', ActivityStreamKmsKeyId: awsKey }), aliases],
    'fail',
  ],
  [
    'aws-rds-activity-stream-cmk',
    'own key',
    [cluster({ ActivityStreamStatus: 'started', ActivityStreamKmsKeyId: ownKey }), aliases],
    'pass',
  ],
  ['aws-rds-snapshot-not-public', 'everybody', [snapshot({ Encrypted: false }), restorers('all')], 'fail'],
  ['aws-rds-snapshot-not-public', 'one account', [snapshot({ Encrypted: false }), restorers('210987654321')], 'pass'],
  ['aws-rds-snapshot-not-public', 'encrypted ones cannot be', [snapshot({ Encrypted: true })], 'pass'],
  [
    'aws-rds-snapshot-not-public',
    'refused',
    [snapshot({ Encrypted: false }), refused('rds:DescribeDBSnapshotAttributes', { DBSnapshotIdentifier: 'orders-2026' })],
    'unknown',
  ],
  [
    'aws-rds-snapshot-copy-cmk',
    'AWS key',
    [snapshot({ Encrypted: true, KmsKeyId: awsKey, SourceDBSnapshotIdentifier: 'arn:x' }), aliases],
    'fail',
  ],
  [
    'aws-rds-backup-replication-cmk',
    'own key',
    [
      here('rds:DescribeDBInstanceAutomatedBackups', {
        DBInstanceAutomatedBackups: [{ DBInstanceArn: 'arn:aws:rds:us-east-1:123456789012:db:orders', KmsKeyId: ownKey }],
      }),
      aliases,
    ],
    'pass',
  ],
  ['aws-rds-proxy-tls-required', 'off', [one('rds:DescribeDBProxies', 'DBProxies', { DBProxyName: 'p' })({ RequireTLS: false })], 'fail'],

  ['aws-documentdb-encrypted', 'plain', [cluster({ Engine: 'docdb' })], 'fail'],
  ['aws-documentdb-encrypted', 'encrypted', [cluster(encrypted({ Engine: 'docdb' }))], 'pass'],
  ['aws-documentdb-encrypted', 'Aurora is not meant', [cluster()], 'not-applicable'],
  [
    'aws-documentdb-tls-required',
    'off',
    [
      documentGroup,
      here(
        'rds:DescribeDBClusterParameters',
        { Parameters: [{ ParameterName: 'tls', ParameterValue: 'disabled' }] },
        parametersOfDocuments,
      ),
    ],
    'fail',
  ],
  ['aws-documentdb-tls-required', 'refused', [documentGroup, refused('rds:DescribeDBClusterParameters', parametersOfDocuments)], 'unknown'],
  ['aws-neptune-iam-auth', 'off', [cluster({ Engine: 'neptune' })], 'fail'],
  ['aws-neptune-iam-auth', 'on', [cluster({ Engine: 'neptune', IAMDatabaseAuthenticationEnabled: true })], 'pass'],
  [
    'aws-neptune-instance-not-public',
    'public',
    [here('rds:DescribeDBInstances', { DBInstances: [{ ...instanceOf('neptune'), PubliclyAccessible: true }] })],
    'fail',
  ],

  ['aws-dynamodb-pitr-enabled', 'off', [tables, table({}), recovery('DISABLED')], 'fail'],
  ['aws-dynamodb-pitr-enabled', 'on', [tables, table({}), recovery('ENABLED')], 'pass'],
  [
    'aws-dynamodb-pitr-enabled',
    'refused',
    [tables, table({}), refused('dynamodb:DescribeContinuousBackups', { TableName: 'orders' })],
    'unknown',
  ],
  ['aws-dynamodb-cmk-encryption', 'AWS owned', [tables, table({})], 'fail'],
  [
    'aws-dynamodb-cmk-encryption',
    'own key',
    [tables, table({ SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: ownKey } }), aliases],
    'pass',
  ],
  ['aws-dynamodb-autoscaling', 'on demand', [tables, table({ BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } })], 'pass'],
  ['aws-dynamodb-autoscaling', 'nobody was asked who scales it', [tables, table({})], 'unknown'],
  ['aws-dynamodb-dax-encrypted', 'off', [one('dax:DescribeClusters', 'Clusters', { ClusterArn: 'arn:c', ClusterName: 'c' })()], 'fail'],

  ['aws-redshift-audit-logging', 'off', [warehouse(), warehouseLogs(false)], 'fail'],
  ['aws-redshift-audit-logging', 'on', [warehouse(), warehouseLogs(true)], 'pass'],
  [
    'aws-redshift-audit-logging',
    'refused',
    [warehouse(), refused('redshift:DescribeLoggingStatus', { ClusterIdentifier: 'analytics' })],
    'unknown',
  ],
  ['aws-redshift-encrypted', 'plain', [warehouse({ Encrypted: false })], 'fail'],
  [
    'aws-redshift-tls-required',
    'set',
    [
      warehouseGroup,
      here(
        'redshift:DescribeClusterParameters',
        { Parameters: [{ ParameterName: 'require_ssl', ParameterValue: 'true' }] },
        warehouseParameters,
      ),
    ],
    'pass',
  ],
  ['aws-redshift-tls-required', 'refused', [warehouseGroup, refused('redshift:DescribeClusterParameters', warehouseParameters)], 'unknown'],
  ['aws-redshift-serverless-not-public', 'public', [workgroup({ publiclyAccessible: true })], 'fail'],
  [
    'aws-redshift-serverless-tls-required',
    'set',
    [workgroup({ configParameters: [{ parameterKey: 'require_ssl', parameterValue: 'true' }] })],
    'pass',
  ],

  ['aws-elasticache-encryption-in-transit', 'off', [cache()], 'fail'],
  ['aws-elasticache-encryption-in-transit', 'on', [cache({ TransitEncryptionEnabled: true })], 'pass'],
  ['aws-elasticache-auth-enabled', 'a token', [cache({ AuthTokenEnabled: true, TransitEncryptionEnabled: true })], 'pass'],
  [
    'aws-elasticache-cluster-subnet-group',
    'the default group',
    [cacheCluster({ Engine: 'memcached', CacheSubnetGroupName: 'default' })],
    'fail',
  ],
  [
    'aws-elasticache-cluster-subnet-group',
    'a member',
    [cacheCluster({ Engine: 'redis', ReplicationGroupId: 'sessions' })],
    'not-applicable',
  ],
  ['aws-elasticache-user-password-required', 'nobody uses the default user', [cacheUser()], 'not-applicable'],
  [
    'aws-elasticache-user-password-required',
    'a group has the default user',
    [cacheUser({ UserGroupIds: ['g'], Authentication: { Type: 'no-password' } })],
    'fail',
  ],
  ['aws-memorydb-tls', 'off', [one('memorydb:DescribeClusters', 'Clusters', { Name: 'm' })({ TLSEnabled: false })], 'fail'],

  ['aws-opensearch-encryption-at-rest', 'off', [domains, domain({ EncryptionAtRestOptions: { Enabled: false } })], 'fail'],
  ['aws-opensearch-encryption-at-rest', 'on', [domains, domain({ EncryptionAtRestOptions: { Enabled: true } })], 'pass'],
  [
    'aws-opensearch-encryption-at-rest',
    'refused',
    [domains, refused('opensearch:DescribeDomains', { DomainNames: ['search'] })],
    'unknown',
  ],
  [
    'aws-opensearch-encryption-at-rest',
    'Elasticsearch too',
    [domains, domain({ EngineVersion: 'Elasticsearch_7.10', EncryptionAtRestOptions: { Enabled: false } })],
    'fail',
  ],
  ['aws-opensearch-not-public', 'everybody', [domains, domain({ AccessPolicies: statement({ ...everybody, Action: 'es:*' }) })], 'fail'],

  ['aws-efs-encrypted', 'plain', [files({ Encrypted: false })], 'fail'],
  ['aws-efs-encrypted', 'encrypted', [files({ Encrypted: true })], 'pass'],
  [
    'aws-efs-not-public',
    'everybody',
    [
      files(),
      here(
        'efs:DescribeFileSystemPolicy',
        { Policy: statement({ ...everybody, Action: 'elasticfilesystem:ClientMount' }) },
        { FileSystemId: 'fs-1' },
      ),
    ],
    'fail',
  ],
  ['aws-efs-not-public', 'refused', [files(), refused('efs:DescribeFileSystemPolicy', { FileSystemId: 'fs-1' })], 'unknown'],
  [
    'aws-fsx-automatic-backup',
    'a scratch file system',
    [here('fsx:DescribeFileSystems', { FileSystems: [{ FileSystemId: 'fs-2', FileSystemType: 'LUSTRE', LustreConfiguration: {} }] })],
    'fail',
  ],
  [
    'aws-dms-task-logging',
    'on',
    [
      here('dms:DescribeReplicationTasks', {
        ReplicationTasks: [
          {
            ReplicationTaskArn: 'arn:t',
            ReplicationTaskIdentifier: 't',
            ReplicationTaskSettings: JSON.stringify({ Logging: { EnableLogging: true } }),
          },
        ],
      }),
    ],
    'pass',
  ],

  ['aws-kinesis-encrypted', 'off', [streams, stream({ EncryptionType: 'NONE' })], 'fail'],
  ['aws-kinesis-encrypted', 'on', [streams, stream({ EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' })], 'pass'],
  ['aws-kinesis-cmk', 'the key of AWS', [streams, stream({ EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' })], 'fail'],
  ['aws-kinesis-encrypted', 'refused', [streams, refused('kinesis:DescribeStreamSummary', { StreamName: 'clicks' })], 'unknown'],
  [
    'aws-firehose-encrypted',
    'switched off',
    [deliveries, delivery({ DeliveryStreamEncryptionConfiguration: { Status: 'DISABLED' } })],
    'fail',
  ],
  [
    'aws-firehose-cmk',
    'own key',
    [deliveries, delivery({ DeliveryStreamEncryptionConfiguration: { Status: 'ENABLED', KeyType: 'CUSTOMER_MANAGED_CMK' } })],
    'pass',
  ],
  [
    'aws-firehose-encrypted',
    'refused',
    [deliveries, refused('firehose:DescribeDeliveryStream', { DeliveryStreamName: 'logs' })],
    'unknown',
  ],
  [
    'aws-msk-encryption-in-transit',
    'both',
    [kafka({ EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS_PLAINTEXT', InCluster: true } } })],
    'fail',
  ],
  [
    'aws-msk-encryption-in-transit',
    'TLS',
    [kafka({ EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } } })],
    'pass',
  ],
  ['aws-mq-not-public', 'public', [brokers, broker({ PubliclyAccessible: true })], 'fail'],
  ['aws-mq-not-public', 'private', [brokers, broker({ PubliclyAccessible: false })], 'pass'],
  ['aws-mq-not-public', 'refused', [brokers, refused('mq:DescribeBroker', { BrokerId: 'b-1' })], 'unknown'],

  ['aws-sqs-not-public', 'everybody', [queues, queue({ Policy: statement({ ...everybody, Action: 'sqs:*' }) })], 'fail'],
  ['aws-sqs-not-public', 'no policy', [queues, queue({ SqsManagedSseEnabled: 'true' })], 'pass'],
  ['aws-sqs-not-public', 'refused', [queues, refused('sqs:GetQueueAttributes', askedOfQueue)], 'unknown'],
  ['aws-sqs-encrypted', 'off', [queues, queue({ SqsManagedSseEnabled: 'false' })], 'fail'],
  ['aws-sns-not-public', 'everybody', [topics, topic({ Policy: statement({ ...everybody, Action: 'sns:Publish' }) })], 'fail'],
  ['aws-sns-encrypted', 'the key of AWS', [topics, topic({ KmsMasterKeyId: 'alias/aws/sns' })], 'pass'],
  ['aws-sns-encrypted', 'refused', [topics, refused('sns:GetTopicAttributes', { TopicArn: topicArn })], 'unknown'],
  [
    'aws-sns-https-subscriptions',
    'one that nobody has confirmed',
    [subscription({ Protocol: 'http', Endpoint: 'http://hooks.example.com' })],
    'fail',
  ],

  ['aws-athena-workgroup-enforced', 'not said', [athena, athenaGroup({})], 'fail'],
  ['aws-athena-workgroup-enforced', 'enforced', [athena, athenaGroup({ EnforceWorkGroupConfiguration: true })], 'pass'],
  ['aws-athena-workgroup-enforced', 'refused', [athena, refused('athena:GetWorkGroup', { WorkGroup: 'reports' })], 'unknown'],
  ['aws-glue-job-encrypted', 'a configuration that encrypts nothing', [job(), security('DISABLED')], 'fail'],
  ['aws-glue-job-encrypted', 'one that encrypts', [job(), security('SSE-KMS')], 'pass'],
  ['aws-glue-job-encrypted', 'refused', [job(), refused('glue:GetSecurityConfigurations')], 'unknown'],
  ['aws-glue-job-logging', 'off', [job({ DefaultArguments: {} })], 'fail'],
  [
    'aws-glue-job-logging',
    'on, the rest is redacted',
    [job({ DefaultArguments: { '--enable-continuous-cloudwatch-log': 'true', '--url': { $redacted: '0123456789abcdef' } } })],
    'pass',
  ],
  ['aws-glue-connection-tls', 'off', [connection({ JDBC_ENFORCE_SSL: 'false' })], 'fail'],
  ['aws-glue-connection-tls', 'on', [connection({ JDBC_ENFORCE_SSL: 'true', PASSWORD: { $redacted: '0123456789abcdef' } })], 'pass'],
  ['aws-glue-catalog-encrypted', 'off', [catalog, catalogHolds({ Name: 'orders' }), noConnections], 'fail'],
  ['aws-glue-catalog-encrypted', 'of a catalog that holds nothing', [catalog, catalogHolds(), noConnections], 'not-applicable'],
  [
    'aws-glue-catalog-encrypted',
    'of one of which nobody knows what it holds',
    [catalog, refused('glue:GetDatabases'), noConnections],
    'fail',
  ],
  ['aws-emr-kerberos', 'off', [spark, sparkDetails({})], 'fail'],
  ['aws-emr-kerberos', 'on', [spark, sparkDetails({ KerberosAttributes: { Realm: 'EXAMPLE.COM' } })], 'pass'],
  ['aws-emr-kerberos', 'refused', [spark, refused('emr:DescribeCluster', { ClusterId: 'j-1' })], 'unknown'],
  ['aws-emr-in-transit-encrypted', 'off', [emrSecurity, emrDocument(false)], 'fail'],
  ['aws-emr-in-transit-encrypted', 'on', [emrSecurity, emrDocument(true)], 'pass'],
  ['aws-emr-block-public-access', 'off', [emrBlock({ BlockPublicSecurityGroupRules: false })], 'fail'],
  ['aws-emr-block-public-access', 'on', [emrBlock({ BlockPublicSecurityGroupRules: true })], 'pass'],

  [
    'aws-datasync-location-https',
    'HTTP',
    [location, here('datasync:DescribeLocationObjectStorage', { ServerProtocol: 'HTTP' }, askedOfLocation)],
    'fail',
  ],
  ['aws-datasync-location-https', 'refused', [location, refused('datasync:DescribeLocationObjectStorage', askedOfLocation)], 'unknown'],
  ['aws-storagegateway-no-guest-access', 'guests', [share, shareDetails('GuestAccess')], 'fail'],
  ['aws-storagegateway-no-guest-access', 'directory', [share, shareDetails('ActiveDirectory')], 'pass'],
  ['aws-transfer-no-ftp', 'FTP', [servers, server({ Protocols: ['FTP'] })], 'fail'],
  ['aws-transfer-no-ftp', 'SFTP', [servers, server({ Protocols: ['SFTP'] })], 'pass'],
  ['aws-transfer-no-ftp', 'refused', [servers, refused('transfer:DescribeServer', { ServerId: 's-1' })], 'unknown'],
];

testLiveCases(cases, runExample);
