import { defineCloudFormation } from '../../../code/index.ts';
import type { KafkaConnector } from './shape.ts';

export const cloudformation = defineCloudFormation<KafkaConnector>({
  types: ['AWS::KafkaConnect::Connector'],
  identity: ['ConnectorName'],
  read: (connector) => ({
    traffic: connector.block('KafkaClusterEncryptionInTransit').string('EncryptionType', { default: 'PLAINTEXT' }),
    logsToCloudWatch: connector
      .block('LogDelivery')
      .block('WorkerLogDelivery')
      .block('CloudWatchLogs')
      .boolean('Enabled', { default: false }),
    logsToFirehose: connector.block('LogDelivery').block('WorkerLogDelivery').block('Firehose').boolean('Enabled', { default: false }),
    logsToS3: connector.block('LogDelivery').block('WorkerLogDelivery').block('S3').boolean('Enabled', { default: false }),
  }),
});
