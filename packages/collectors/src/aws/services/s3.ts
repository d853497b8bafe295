import type { Json } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCall } from '../service.ts';
import { defineService } from '../service.ts';

/** Source: Amazon S3 API reference, read 2026-11-22. */
const bucket = (bucketItem: Json): { Bucket: string } | null => {
  const name = textOf(bucketItem, 'Name');
  return name === undefined ? null : { Bucket: name };
};

const about = (operation: string, permission: string, ...absent: readonly string[]): AwsCall => ({
  operation,
  input: bucket,
  permissions: [permission],
  absent,
});

export const service = defineService({
  id: 's3',
  load: async () => await import('@aws-sdk/client-s3'),
  client: 'S3Client',
  scope: 'global',
  calls: [
    {
      operation: 'ListBuckets',
      permissions: ['s3:ListAllMyBuckets'],
      each: {
        items: 'Buckets',
        calls: [
          about('GetBucketLocation', 's3:GetBucketLocation'),
          about('GetPublicAccessBlock', 's3:GetBucketPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'),
          about('GetBucketPolicy', 's3:GetBucketPolicy', 'NoSuchBucketPolicy'),
          about('GetBucketPolicyStatus', 's3:GetBucketPolicyStatus', 'NoSuchBucketPolicy'),
          about('GetBucketAcl', 's3:GetBucketAcl'),
          about('GetBucketOwnershipControls', 's3:GetBucketOwnershipControls', 'OwnershipControlsNotFoundError'),
          about('GetBucketEncryption', 's3:GetEncryptionConfiguration', 'ServerSideEncryptionConfigurationNotFoundError'),
          about('GetBucketVersioning', 's3:GetBucketVersioning'),
          about('GetBucketLogging', 's3:GetBucketLogging'),
          about('GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration', 'NoSuchLifecycleConfiguration'),
          about('GetBucketReplication', 's3:GetReplicationConfiguration', 'ReplicationConfigurationNotFoundError'),
          about('GetBucketNotificationConfiguration', 's3:GetBucketNotification'),
          about('GetObjectLockConfiguration', 's3:GetBucketObjectLockConfiguration', 'ObjectLockConfigurationNotFoundError'),
          about('GetBucketTagging', 's3:GetBucketTagging', 'NoSuchTagSet'),
        ],
      },
    },
  ],
});
