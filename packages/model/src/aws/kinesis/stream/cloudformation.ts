import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KinesisStream } from './shape.ts';

export const cloudformation = defineCloudFormation<KinesisStream>({
  types: ['AWS::Kinesis::Stream'],
  identity: ['Name'],
  read: (stream) => ({
    encryption: stream.block('StreamEncryption').string('EncryptionType', { default: 'NONE' }),
    hasCustomerKey: customerKey(stream.block('StreamEncryption'), 'KeyId'),
    retentionHours: stream.number('RetentionPeriodHours', { default: 24 }),
  }),
});
