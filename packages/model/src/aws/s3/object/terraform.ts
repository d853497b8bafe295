import { defineTerraform } from '../../../code/index.ts';
import type { S3Object } from './shape.ts';

export const terraform = defineTerraform<S3Object>({
  types: ['aws_s3_object', 'aws_s3_bucket_object', 'aws_s3_object_copy'],
  identity: ['key'],
  read: (file) => ({
    hasKmsKey: file.isSet('kms_key_id'),
    acl: file.string('acl', { default: 'private' }),
  }),
});
