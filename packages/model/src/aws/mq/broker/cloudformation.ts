import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { MqBroker } from './shape.ts';

export const cloudformation = defineCloudFormation<MqBroker>({
  types: ['AWS::AmazonMQ::Broker'],
  identity: ['BrokerName'],
  read: (broker) => ({
    isPublic: broker.boolean('PubliclyAccessible', { default: false }),
    engineType: broker.string('EngineType'),
    generalLogs: broker.block('Logs').boolean('General', { default: false }),
    auditLogs: broker.block('Logs').boolean('Audit', { default: false }),
    autoMinorVersionUpgrade: broker.boolean('AutoMinorVersionUpgrade', { default: false }),
    hasCustomerKey: customerKey(broker.block('EncryptionOptions'), 'KmsKeyId'),
    deploymentMode: broker.string('DeploymentMode', { default: 'SINGLE_INSTANCE' }),
  }),
});
