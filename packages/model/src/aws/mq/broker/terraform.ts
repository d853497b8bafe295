import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { MqBroker } from './shape.ts';

export const terraform = defineTerraform<MqBroker>({
  types: ['aws_mq_broker'],
  identity: ['broker_name'],
  read: (broker) => ({
    isPublic: broker.boolean('publicly_accessible', { default: false }),
    engineType: broker.string('engine_type'),
    generalLogs: broker.block('logs').boolean('general', { default: false }),
    auditLogs: broker.block('logs').boolean('audit', { default: false }),
    autoMinorVersionUpgrade: broker.boolean('auto_minor_version_upgrade', { default: false }),
    hasCustomerKey: customerKey(broker.block('encryption_options'), 'kms_key_id'),
    deploymentMode: broker.string('deployment_mode', { default: 'SINGLE_INSTANCE' }),
  }),
});
