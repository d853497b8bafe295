import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { RedshiftCluster } from './shape.ts';

/**
 * Sources: CloudFormation template reference, AWS::Redshift::Cluster; Amazon Redshift Management Guide, "Behavior changes": new clusters are
 * private and encrypted since 2025-01-10; read 2026-11-22.
 */
export const cloudformation = defineCloudFormation<RedshiftCluster>({
  types: ['AWS::Redshift::Cluster'],
  identity: ['ClusterIdentifier'],
  read: (cluster, context) => ({
    isPublic: cluster.boolean('PubliclyAccessible', { default: false }),
    isEncrypted: cluster.boolean('Encrypted', { default: true }),
    hasCustomerKey: customerKey(cluster, 'KmsKeyId'),
    auditLogging: cluster.has('LoggingProperties'),
    snapshotRetentionDays: cluster.number('AutomatedSnapshotRetentionPeriod', { default: 1 }),
    isMultiAz: cluster.boolean('MultiAZ', { default: false }),
    enhancedVpcRouting: cluster.boolean('EnhancedVpcRouting', { default: false }),
    allowVersionUpgrade: cluster.boolean('AllowVersionUpgrade', { default: true }),
    hasSubnetGroup: cluster.isSet('ClusterSubnetGroupName'),
    databaseName: cluster.string('DBName', { default: 'dev' }),
    adminName: cluster.string('MasterUsername'),
    parameterGroup: context.ref(cluster, 'ClusterParameterGroupName', 'aws.redshift.parameter-group'),
  }),
});
