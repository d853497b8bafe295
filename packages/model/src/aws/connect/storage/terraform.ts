import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ConnectStorage } from './shape.ts';

export const terraform = defineTerraform<ConnectStorage>({
  types: ['aws_connect_instance_storage_config'],
  identity: ['instance_id'],
  read: (storage) => ({
    usesS3: storage.block('storage_config').has('s3_config'),
    s3HasCustomerKey: customerKey(storage.block('storage_config').block('s3_config').block('encryption_config'), 'key_id'),
    usesVideo: storage.block('storage_config').has('kinesis_video_stream_config'),
    videoHasCustomerKey: customerKey(
      storage.block('storage_config').block('kinesis_video_stream_config').block('encryption_config'),
      'key_id',
    ),
  }),
});
