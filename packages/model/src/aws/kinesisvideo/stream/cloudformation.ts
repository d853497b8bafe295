import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { VideoStream } from './shape.ts';

export const cloudformation = defineCloudFormation<VideoStream>({
  types: ['AWS::KinesisVideo::Stream'],
  identity: ['Name'],
  read: (stream) => ({
    hasCustomerKey: customerKey(stream, 'KmsKeyId'),
  }),
});
