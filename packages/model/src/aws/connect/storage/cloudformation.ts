import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ConnectStorage } from './shape.ts';

export const cloudformation = defineCloudFormation<ConnectStorage>({
  types: ['AWS::Connect::InstanceStorageConfig'],
  identity: ['InstanceArn'],
  read: (storage) => ({
    usesS3: storage.has('S3Config'),
    s3HasCustomerKey: customerKey(storage.block('S3Config').block('EncryptionConfig'), 'KeyId'),
    usesVideo: storage.has('KinesisVideoStreamConfig'),
    videoHasCustomerKey: customerKey(storage.block('KinesisVideoStreamConfig').block('EncryptionConfig'), 'KeyId'),
  }),
});
