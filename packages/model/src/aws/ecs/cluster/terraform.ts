import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { EcsCluster, ClusterSetting } from './shape.ts';

export const terraform = defineTerraform<EcsCluster>({
  types: ['aws_ecs_cluster'],
  identity: ['name'],
  read: (cluster) => ({
    settings: cluster.list<ClusterSetting>('setting', (each) =>
      object<ClusterSetting>({ key: each.string('name'), value: each.string('value') }, each.place),
    ),
    configuresExec: cluster.block('configuration').has('execute_command_configuration'),
    execLogging: cluster.block('configuration').block('execute_command_configuration').string('logging', { default: 'DEFAULT' }),
    execHasCustomerKey: customerKey(cluster.block('configuration').block('execute_command_configuration'), 'kms_key_id'),
    execLogsToCloudWatch: cluster
      .block('configuration')
      .block('execute_command_configuration')
      .block('log_configuration')
      .isSet('cloud_watch_log_group_name'),
    execCloudWatchEncrypted: cluster
      .block('configuration')
      .block('execute_command_configuration')
      .block('log_configuration')
      .boolean('cloud_watch_encryption_enabled', { default: false }),
    execLogsToS3: cluster.block('configuration').block('execute_command_configuration').block('log_configuration').isSet('s3_bucket_name'),
    execS3Encrypted: cluster
      .block('configuration')
      .block('execute_command_configuration')
      .block('log_configuration')
      .boolean('s3_bucket_encryption_enabled', { default: false }),
  }),
});
