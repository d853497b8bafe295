import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KafkaCluster } from './shape.ts';

export const terraform = defineTerraform<KafkaCluster>({
  types: ['aws_msk_cluster'],
  identity: ['cluster_name'],
  read: (cluster) => ({
    hasCustomerKey: customerKey(cluster.block('encryption_info'), 'encryption_at_rest_kms_key_arn'),
    clientTraffic: cluster.block('encryption_info').block('encryption_in_transit').string('client_broker', { default: 'TLS' }),
    encryptsBetweenBrokers: cluster.block('encryption_info').block('encryption_in_transit').boolean('in_cluster', { default: true }),
    logsToCloudWatch: cluster.block('logging_info').block('broker_logs').block('cloudwatch_logs').boolean('enabled', { default: false }),
    logsToFirehose: cluster.block('logging_info').block('broker_logs').block('firehose').boolean('enabled', { default: false }),
    logsToS3: cluster.block('logging_info').block('broker_logs').block('s3').boolean('enabled', { default: false }),
    publicAccess: cluster
      .block('broker_node_group_info')
      .block('connectivity_info')
      .block('public_access')
      .string('type', { default: 'DISABLED' }),
    allowsUnauthenticated: cluster.block('client_authentication').boolean('unauthenticated'),
    usesIam: cluster.block('client_authentication').block('sasl').boolean('iam', { default: false }),
    usesScram: cluster.block('client_authentication').block('sasl').boolean('scram', { default: false }),
    usesTls: cluster.block('client_authentication').has('tls'),
  }),
});
