import { defineTerraform } from '../../../code/index.ts';
import type { KafkaConnector } from './shape.ts';

export const terraform = defineTerraform<KafkaConnector>({
  types: ['aws_mskconnect_connector'],
  identity: ['name'],
  read: (connector) => ({
    traffic: connector.block('kafka_cluster_encryption_in_transit').string('encryption_type', { default: 'PLAINTEXT' }),
    logsToCloudWatch: connector
      .block('log_delivery')
      .block('worker_log_delivery')
      .block('cloudwatch_logs')
      .boolean('enabled', { default: false }),
    logsToFirehose: connector.block('log_delivery').block('worker_log_delivery').block('firehose').boolean('enabled', { default: false }),
    logsToS3: connector.block('log_delivery').block('worker_log_delivery').block('s3').boolean('enabled', { default: false }),
  }),
});
