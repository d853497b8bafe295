import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Connection, Expectation } from './estate.ts';

const GOOD = 'orders-bucket';
const BAD = 'leaflets-bucket';

export async function build(connection: Connection): Promise<void> {
  const client = new S3Client({ ...connection, forcePathStyle: true });
  for (const Bucket of [GOOD, BAD, 'logs-bucket']) await client.send(new CreateBucketCommand({ Bucket }));
  await sealed(client);
  await logged(client);
  await client.send(
    new PutBucketPolicyCommand({
      Bucket: BAD,
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BAD}/*` }],
      }),
    }),
  );
  // moto tells only one of the two grants of the canned ACL public-read-write.
  await client.send(new PutBucketAclCommand({ Bucket: BAD, GrantWrite: 'uri="http://acs.amazonaws.com/groups/global/AllUsers"' }));
}

async function sealed(client: S3Client): Promise<void> {
  await client.send(
    new PutPublicAccessBlockCommand({
      Bucket: GOOD,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    }),
  );
  await client.send(new PutBucketVersioningCommand({ Bucket: GOOD, VersioningConfiguration: { Status: 'Enabled' } }));
  await client.send(
    new PutBucketEncryptionCommand({
      Bucket: GOOD,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
            },
          },
        ],
      },
    }),
  );
  await client.send(
    new PutBucketPolicyCommand({
      Bucket: GOOD,
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${GOOD}`, `arn:aws:s3:::${GOOD}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      }),
    }),
  );
  await client.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket: GOOD,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'old',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Expiration: { Days: 400 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    }),
  );
}

async function logged(client: S3Client): Promise<void> {
  const logDelivery = 'uri="http://acs.amazonaws.com/groups/s3/LogDelivery"';
  await client.send(new PutBucketAclCommand({ Bucket: 'logs-bucket', GrantWrite: logDelivery, GrantReadACP: logDelivery }));
  await client.send(
    new PutBucketLoggingCommand({
      Bucket: GOOD,
      BucketLoggingStatus: { LoggingEnabled: { TargetBucket: 'logs-bucket', TargetPrefix: 'orders/' } },
    }),
  );
  await client.send(
    new PutBucketTaggingCommand({
      Bucket: GOOD,
      Tagging: {
        TagSet: [
          { Key: 'Owner', Value: 'sales' },
          { Key: 'Environment', Value: 'production' },
          { Key: 'DataClass', Value: 'personal' },
        ],
      },
    }),
  );
}

const both = (check: string): readonly Expectation[] => [
  [check, GOOD, 'pass'],
  [check, BAD, 'fail'],
];

export const expected: readonly Expectation[] = [
  ...both('aws-s3-bucket-no-public-read'),
  ...both('aws-s3-bucket-no-public-write'),
  ...both('aws-s3-bucket-block-public-acls'),
  ...both('aws-s3-bucket-block-public-policy'),
  ...both('aws-s3-bucket-public-access-block'),
  ...both('aws-s3-bucket-versioning'),
  ...both('aws-s3-bucket-access-logging'),
  ...both('aws-s3-bucket-tls-only'),
  ...both('aws-s3-bucket-kms-encryption'),
  ...both('aws-s3-bucket-lifecycle'),
  ['aws-s3-bucket-abort-incomplete-uploads', GOOD, 'pass'],
  ['aws-s3-bucket-abort-incomplete-uploads', BAD, 'not-applicable'],
  ...both('aws-s3-bucket-cmk-encryption'),
  ...both('aws-s3-bucket-public-access-block-declared'),
  ...both('aws-s3-bucket-ignore-public-acls'),
  ...both('aws-s3-bucket-restrict-public-buckets'),
];
