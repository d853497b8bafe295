import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KinesisStream } from './shape.ts';

export const terraform = defineTerraform<KinesisStream>({
  types: ['aws_kinesis_stream'],
  identity: ['name', 'arn'],
  read: (stream) => ({
    encryption: stream.string('encryption_type', { default: 'NONE' }),
    hasCustomerKey: customerKey(stream, 'kms_key_id'),
    retentionHours: stream.number('retention_period', { default: 24 }),
  }),
});
