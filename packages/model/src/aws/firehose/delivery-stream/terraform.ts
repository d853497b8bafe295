import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { DeliveryStream } from './shape.ts';

export const terraform = defineTerraform<DeliveryStream>({
  types: ['aws_kinesis_firehose_delivery_stream'],
  identity: ['name'],
  read: (stream) => ({
    readsStream: source(stream),
    isEncrypted: stream.block('server_side_encryption').boolean('enabled', { default: false }),
    keyType: stream.block('server_side_encryption').string('key_type', { default: 'AWS_OWNED_CMK' }),
  }),
});

function source(stream: BlockReader): Leaf<boolean> {
  const kinesis = stream.has('kinesis_source_configuration');
  return kinesis.value === false ? stream.has('msk_source_configuration') : kinesis;
}
