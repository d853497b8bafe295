import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { VideoStream } from './shape.ts';

export const terraform = defineTerraform<VideoStream>({
  types: ['aws_kinesis_video_stream'],
  identity: ['name'],
  read: (stream) => ({
    hasCustomerKey: customerKey(stream, 'kms_key_id'),
  }),
});
