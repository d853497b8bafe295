import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import type { DeliveryStream } from './shape.ts';

export const cloudformation = defineCloudFormation<DeliveryStream>({
  types: ['AWS::KinesisFirehose::DeliveryStream'],
  identity: ['DeliveryStreamName'],
  read: (stream) => ({
    readsStream: source(stream),
    isEncrypted: stream.has('DeliveryStreamEncryptionConfigurationInput'),
    keyType: stream.block('DeliveryStreamEncryptionConfigurationInput').string('KeyType', { default: 'AWS_OWNED_CMK' }),
  }),
});

function source(stream: BlockReader): Leaf<boolean> {
  const kinesis = stream.has('KinesisStreamSourceConfiguration');
  return kinesis.value === false ? stream.has('MSKSourceConfiguration') : kinesis;
}
