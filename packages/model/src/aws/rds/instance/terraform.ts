import type { BlockReader, FieldsOf, Leaf } from '../../../terraform/index.ts';
import { defineTerraform, outside, unresolved } from '../../../terraform/index.ts';
import type { DatabaseInstance } from './shape.ts';

export const terraform = defineTerraform<DatabaseInstance>({
  types: ['aws_db_instance', 'aws_rds_cluster_instance'],
  identity: ['identifier'],
  read(instance, context): FieldsOf<DatabaseInstance> {
    const isMember = instance.resource?.type === 'aws_rds_cluster_instance';
    const ofCluster = outside<never>('set at the cluster', instance.place);
    return {
      engine: instance.string('engine'),
      isPublic: instance.boolean('publicly_accessible', { default: false }),
      isEncrypted: isMember ? ofCluster : encryption(instance),
      backupRetentionDays: isMember ? ofCluster : instance.number('backup_retention_period', { default: 0 }),
      isMultiAz: isMember ? ofCluster : instance.boolean('multi_az', { default: false }),
      autoMinorVersionUpgrade: instance.boolean('auto_minor_version_upgrade', { default: true }),
      parameterGroup: context.ref(instance, isMember ? 'db_parameter_group_name' : 'parameter_group_name', 'aws.rds.parameter-group'),
    };
  },
});

function encryption(instance: BlockReader): Leaf<boolean> {
  const written = instance.boolean('storage_encrypted', { default: false });
  const source = ['replicate_source_db', 'snapshot_identifier'].find((name) => instance.value(name) !== undefined);
  if (written.state !== 'default' || source === undefined || instance.value('kms_key_id') !== undefined) return written;
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, instance.placeOf(source));
}
