import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CreateTableCommand, DynamoDBClient, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { CreateReplicationGroupCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateDatabaseCommand, CreateJobCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  CreateStreamCommand,
  IncreaseStreamRetentionPeriodCommand,
  KinesisClient,
  StartStreamEncryptionCommand,
} from '@aws-sdk/client-kinesis';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import {
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
  CreateDBSubnetGroupCommand,
  ModifyDBParameterGroupCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { CreateClusterCommand, CreateClusterSubnetGroupCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import type { Recipes } from './recipe.ts';
import { must } from './recipe.ts';

/** Databases, caches, streams, search, analysis. */
export const data: Recipes = {
  async aws_db_subnet_group(block, making) {
    const { DBSubnetGroup } = await making.client(RDSClient).send(
      new CreateDBSubnetGroupCommand({
        DBSubnetGroupName: block.text('name'),
        DBSubnetGroupDescription: block.text('description') ?? 'Managed by Terraform',
        SubnetIds: block.texts('subnet_ids'),
        Tags: [...making.tags],
      }),
    );
    return { id: DBSubnetGroup?.DBSubnetGroupName, name: DBSubnetGroup?.DBSubnetGroupName, arn: DBSubnetGroup?.DBSubnetGroupArn };
  },

  async aws_db_parameter_group(block, making) {
    const rds = making.client(RDSClient);
    const DBParameterGroupName = block.text('name');
    const { DBParameterGroup } = await rds.send(
      new CreateDBParameterGroupCommand({
        DBParameterGroupName,
        DBParameterGroupFamily: block.text('family'),
        Description: block.text('description') ?? 'Managed by Terraform',
        Tags: [...making.tags],
      }),
    );
    const Parameters = block.blocks('parameter').map((each) => ({
      ParameterName: each.text('name'),
      ParameterValue: each.text('value'),
      ApplyMethod: each.text<'immediate'>('apply_method') ?? ('immediate' as const),
    }));
    if (Parameters.length > 0) await rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName, Parameters }));
    return { id: DBParameterGroupName, name: DBParameterGroupName, arn: DBParameterGroup?.DBParameterGroupArn };
  },

  async aws_db_instance(block, making) {
    const { DBInstance } = await making.client(RDSClient).send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: block.text('identifier'),
        Engine: block.text('engine'),
        EngineVersion: block.text('engine_version'),
        DBInstanceClass: block.text('instance_class'),
        AllocatedStorage: block.number('allocated_storage'),
        StorageType: block.text('storage_type'),
        StorageEncrypted: block.flag('storage_encrypted'),
        KmsKeyId: block.text('kms_key_id'),
        DBName: block.text('db_name'),
        MasterUsername: block.text('username'),
        MasterUserPassword: block.text('password'),
        ManageMasterUserPassword: block.flag('manage_master_user_password'),
        EnableIAMDatabaseAuthentication: block.flag('iam_database_authentication_enabled'),
        DBSubnetGroupName: block.text('db_subnet_group_name'),
        DBParameterGroupName: block.text('parameter_group_name'),
        VpcSecurityGroupIds: block.texts('vpc_security_group_ids'),
        PubliclyAccessible: block.flag('publicly_accessible'),
        MultiAZ: block.flag('multi_az'),
        BackupRetentionPeriod: block.number('backup_retention_period'),
        DeletionProtection: block.flag('deletion_protection'),
        AutoMinorVersionUpgrade: block.flag('auto_minor_version_upgrade'),
        CopyTagsToSnapshot: block.flag('copy_tags_to_snapshot'),
        EnableCloudwatchLogsExports: block.texts('enabled_cloudwatch_logs_exports'),
        EnablePerformanceInsights: block.flag('performance_insights_enabled'),
        Tags: [...making.tags],
      }),
    );
    return {
      id: DBInstance?.DBInstanceIdentifier,
      arn: DBInstance?.DBInstanceArn,
      // moto makes no secret.
      master_user_secret: `arn:aws:secretsmanager:${making.region}:${making.account}:secret:rds!db-${DBInstance?.DBInstanceIdentifier}`,
      endpoint: `${DBInstance?.Endpoint?.Address}:${DBInstance?.Endpoint?.Port}`,
    };
  },

  async aws_dynamodb_table(block, making) {
    const client = making.client(DynamoDBClient);
    const TableName = block.text('name');
    const encryption = block.block('server_side_encryption');
    const { TableDescription } = await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: block.text('billing_mode'),
        DeletionProtectionEnabled: block.flag('deletion_protection_enabled'),
        KeySchema: [{ AttributeName: block.text('hash_key'), KeyType: 'HASH' }],
        AttributeDefinitions: block
          .blocks('attribute')
          .map((each) => ({ AttributeName: each.text('name'), AttributeType: each.text<'S'>('type') })),
        SSESpecification: encryption && {
          Enabled: encryption.flag('enabled'),
          SSEType: 'KMS',
          KMSMasterKeyId: encryption.text('kms_key_arn'),
        },
        Tags: [...making.tags],
      }),
    );
    const recovery = block.block('point_in_time_recovery')?.flag('enabled');
    if (recovery === true)
      await client.send(
        new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }),
      );
    return { id: TableName, name: TableName, arn: TableDescription?.TableArn };
  },

  async aws_elasticache_replication_group(block, making) {
    const { ReplicationGroup } = await making.client(ElastiCacheClient).send(
      new CreateReplicationGroupCommand({
        ReplicationGroupId: block.text('replication_group_id'),
        ReplicationGroupDescription: block.text('description'),
        Engine: block.text('engine'),
        CacheNodeType: block.text('node_type'),
        NumCacheClusters: block.number('num_cache_clusters'),
        AutomaticFailoverEnabled: block.flag('automatic_failover_enabled'),
        MultiAZEnabled: block.flag('multi_az_enabled'),
        AtRestEncryptionEnabled: block.flag('at_rest_encryption_enabled'),
        TransitEncryptionEnabled: block.flag('transit_encryption_enabled'),
        SnapshotRetentionLimit: block.number('snapshot_retention_limit'),
        Tags: [...making.tags],
      }),
    );
    return { id: ReplicationGroup?.ReplicationGroupId, arn: ReplicationGroup?.ARN };
  },

  async aws_kinesis_stream(block, making) {
    const client = making.client(KinesisClient);
    const StreamName = block.text('name');
    await client.send(new CreateStreamCommand({ StreamName, ShardCount: block.number('shard_count'), Tags: { ...making.tagMap } }));
    const hours = block.number('retention_period');
    if (hours !== undefined && hours > 24)
      await client.send(new IncreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: hours }));
    const EncryptionType = block.text<'KMS'>('encryption_type');
    if (EncryptionType !== undefined)
      await client.send(new StartStreamEncryptionCommand({ StreamName, EncryptionType, KeyId: block.text('kms_key_id') }));
    return { id: StreamName, name: StreamName, arn: `arn:aws:kinesis:${making.region}:${making.account}:stream/${StreamName}` };
  },

  async aws_opensearch_domain(block, making) {
    const [cluster, disks, endpoint] = [block.block('cluster_config'), block.block('ebs_options'), block.block('domain_endpoint_options')];
    const { DomainStatus } = await making.client(OpenSearchClient).send(
      new CreateDomainCommand({
        DomainName: block.text('domain_name'),
        EngineVersion: block.text('engine_version'),
        AccessPolicies: block.text('access_policies'),
        ClusterConfig: cluster && { InstanceType: cluster.text('instance_type'), InstanceCount: cluster.number('instance_count') },
        EBSOptions: disks && {
          EBSEnabled: disks.flag('ebs_enabled'),
          VolumeSize: disks.number('volume_size'),
          VolumeType: disks.text('volume_type'),
        },
        EncryptionAtRestOptions: { Enabled: block.block('encrypt_at_rest')?.flag('enabled') },
        NodeToNodeEncryptionOptions: { Enabled: block.block('node_to_node_encryption')?.flag('enabled') },
        DomainEndpointOptions: endpoint && {
          EnforceHTTPS: endpoint.flag('enforce_https'),
          TLSSecurityPolicy: endpoint.text('tls_security_policy'),
        },
        TagList: [...making.tags],
      }),
    );
    return { id: DomainStatus?.ARN, arn: DomainStatus?.ARN, name: DomainStatus?.DomainName };
  },

  async aws_redshift_subnet_group(block, making) {
    const ClusterSubnetGroupName = block.text('name');
    await making.client(RedshiftClient).send(
      new CreateClusterSubnetGroupCommand({
        ClusterSubnetGroupName,
        Description: block.text('description') ?? 'Managed by Terraform',
        SubnetIds: block.texts('subnet_ids'),
        Tags: [...making.tags],
      }),
    );
    return { id: ClusterSubnetGroupName, name: ClusterSubnetGroupName };
  },

  async aws_redshift_cluster(block, making) {
    const { Cluster } = await making.client(RedshiftClient).send(
      new CreateClusterCommand({
        ClusterIdentifier: block.text('cluster_identifier'),
        NodeType: block.text('node_type'),
        ClusterType: 'multi-node',
        NumberOfNodes: block.number('number_of_nodes'),
        DBName: block.text('database_name'),
        MasterUsername: block.text('master_username'),
        ManageMasterPassword: block.flag('manage_master_password'),
        Encrypted: block.flag('encrypted'),
        KmsKeyId: block.text('kms_key_id'),
        PubliclyAccessible: block.flag('publicly_accessible'),
        EnhancedVpcRouting: block.flag('enhanced_vpc_routing'),
        AutomatedSnapshotRetentionPeriod: block.number('automated_snapshot_retention_period'),
        ClusterSubnetGroupName: block.text('cluster_subnet_group_name'),
        VpcSecurityGroupIds: block.texts('vpc_security_group_ids'),
        Tags: [...making.tags],
      }),
    );
    const id = must(Cluster?.ClusterIdentifier, 'id');
    return { id, arn: `arn:aws:redshift:${making.region}:${making.account}:cluster:${id}` };
  },

  async aws_glue_catalog_database(block, making) {
    const Name = block.text('name');
    await making.client(GlueClient).send(new CreateDatabaseCommand({ DatabaseInput: { Name, Description: block.text('description') } }));
    return { id: Name, name: Name };
  },

  async aws_glue_job(block, making) {
    const command = block.block('command');
    const { Name } = await making.client(GlueClient).send(
      new CreateJobCommand({
        Name: block.text('name'),
        Role: block.text('role_arn'),
        GlueVersion: block.text('glue_version'),
        Command: { Name: 'glueetl', ScriptLocation: command?.text('script_location'), PythonVersion: command?.text('python_version') },
        Tags: { ...making.tagMap },
      }),
    );
    return { id: Name, name: Name };
  },

  async aws_athena_workgroup(block, making) {
    const configuration = block.block('configuration');
    const result = configuration?.block('result_configuration');
    const encryption = result?.block('encryption_configuration');
    const Name = block.text('name');
    await making.client(AthenaClient).send(
      new CreateWorkGroupCommand({
        Name,
        Configuration: {
          PublishCloudWatchMetricsEnabled: configuration?.flag('publish_cloudwatch_metrics_enabled') ?? true,
          EnforceWorkGroupConfiguration: configuration?.flag('enforce_workgroup_configuration'),
          ResultConfiguration: {
            OutputLocation: result?.text('output_location'),
            EncryptionConfiguration: encryption && {
              EncryptionOption: encryption.text('encryption_option'),
              KmsKey: encryption.text('kms_key_arn'),
            },
          },
        },
        Tags: [...making.tags],
      }),
    );
    return { id: Name, name: Name };
  },
};
