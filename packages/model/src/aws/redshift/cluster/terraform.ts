import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { RedshiftCluster } from './shape.ts';

export const terraform = defineTerraform<RedshiftCluster>({
  types: ['aws_redshift_cluster'],
  satellites: { aws_redshift_logging: 'cluster_identifier' },
  identity: ['cluster_identifier'],
  read(cluster, context) {
    const isSafeByDefault = context.providerMajor('aws') >= 6;
    return {
      isPublic: cluster.boolean('publicly_accessible', { default: !isSafeByDefault }),
      isEncrypted: cluster.boolean('encrypted', { default: isSafeByDefault }),
      hasCustomerKey: customerKey(cluster, 'kms_key_id'),
      auditLogging: logging(cluster, context),
      snapshotRetentionDays: cluster.number('automated_snapshot_retention_period', { default: 1 }),
      isMultiAz: cluster.boolean('multi_az', { default: false }),
      enhancedVpcRouting: cluster.boolean('enhanced_vpc_routing', { default: false }),
      allowVersionUpgrade: cluster.boolean('allow_version_upgrade', { default: true }),
      hasSubnetGroup: cluster.isSet('cluster_subnet_group_name'),
      databaseName: cluster.string('database_name', { default: 'dev' }),
      adminName: cluster.string('master_username'),
      parameterGroup: context.ref(cluster, 'cluster_parameter_group_name', 'aws.redshift.parameter-group'),
    };
  },
});

/** The resource of its own exists only where logging is on; the block inside of the cluster ends with provider 5. */
function logging(cluster: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('aws_redshift_logging');
  if (separate.exists && separate.resource) return separate.uncertain ? separate.has('cluster_identifier') : explicit(true, separate.place);
  return cluster.block('logging').boolean('enable', { default: false });
}
