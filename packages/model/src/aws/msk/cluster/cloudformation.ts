import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KafkaCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<KafkaCluster>({
  types: ['AWS::MSK::Cluster'],
  identity: ['ClusterName'],
  read: (cluster) => ({
    hasCustomerKey: customerKey(cluster.block('EncryptionInfo').block('EncryptionAtRest'), 'DataVolumeKMSKeyId'),
    clientTraffic: cluster.block('EncryptionInfo').block('EncryptionInTransit').string('ClientBroker', { default: 'TLS' }),
    encryptsBetweenBrokers: cluster.block('EncryptionInfo').block('EncryptionInTransit').boolean('InCluster', { default: true }),
    logsToCloudWatch: cluster.block('LoggingInfo').block('BrokerLogs').block('CloudWatchLogs').boolean('Enabled', { default: false }),
    logsToFirehose: cluster.block('LoggingInfo').block('BrokerLogs').block('Firehose').boolean('Enabled', { default: false }),
    logsToS3: cluster.block('LoggingInfo').block('BrokerLogs').block('S3').boolean('Enabled', { default: false }),
    publicAccess: cluster
      .block('BrokerNodeGroupInfo')
      .block('ConnectivityInfo')
      .block('PublicAccess')
      .string('Type', { default: 'DISABLED' }),
    allowsUnauthenticated: cluster.block('ClientAuthentication').block('Unauthenticated').boolean('Enabled'),
    usesIam: cluster.block('ClientAuthentication').block('Sasl').block('Iam').boolean('Enabled', { default: false }),
    usesScram: cluster.block('ClientAuthentication').block('Sasl').block('Scram').boolean('Enabled', { default: false }),
    usesTls: tlsClients(cluster),
  }),
});

function tlsClients(cluster: BlockReader): Leaf<boolean> {
  const tls = cluster.block('ClientAuthentication').block('Tls');
  return tls.exists ? tls.boolean('Enabled', { default: true }) : cluster.block('ClientAuthentication').has('Tls');
}
