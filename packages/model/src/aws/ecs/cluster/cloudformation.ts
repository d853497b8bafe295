import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { EcsCluster, ClusterSetting } from './shape.ts';

export const cloudformation = defineCloudFormation<EcsCluster>({
  types: ['AWS::ECS::Cluster'],
  identity: ['ClusterName'],
  read: (cluster) => ({
    settings: cluster.list<ClusterSetting>('ClusterSettings', (each) =>
      object<ClusterSetting>({ key: each.string('Name'), value: each.string('Value') }, each.place),
    ),
    configuresExec: cluster.block('Configuration').has('ExecuteCommandConfiguration'),
    execLogging: cluster.block('Configuration').block('ExecuteCommandConfiguration').string('Logging', { default: 'DEFAULT' }),
    execHasCustomerKey: customerKey(cluster.block('Configuration').block('ExecuteCommandConfiguration'), 'KmsKeyId'),
    execLogsToCloudWatch: cluster
      .block('Configuration')
      .block('ExecuteCommandConfiguration')
      .block('LogConfiguration')
      .isSet('CloudWatchLogGroupName'),
    execCloudWatchEncrypted: cluster
      .block('Configuration')
      .block('ExecuteCommandConfiguration')
      .block('LogConfiguration')
      .boolean('CloudWatchEncryptionEnabled', { default: false }),
    execLogsToS3: cluster.block('Configuration').block('ExecuteCommandConfiguration').block('LogConfiguration').isSet('S3BucketName'),
    execS3Encrypted: cluster
      .block('Configuration')
      .block('ExecuteCommandConfiguration')
      .block('LogConfiguration')
      .boolean('S3EncryptionEnabled', { default: false }),
  }),
});
