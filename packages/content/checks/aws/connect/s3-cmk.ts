/** Recordings of calls are voices and card numbers. */
import { defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Connect recordings in S3 are encrypted with a customer managed key',
    ja: 'S3 の Connect 録音がカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.connect.storage',
  why: {
    en: 'Recordings and transcripts hold voices, addresses and card numbers of customers.',
    ja: '録音や文字起こしには、顧客の声・住所・カード番号が含まれます。',
  },
  fix: {
    summary: {
      en: 'Add encryption_config with a KMS key to s3_config.',
      ja: 's3_config に KMS キーを指定した encryption_config を追加してください。',
    },
    terraform: `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "orders-calls"
      bucket_prefix = "calls"
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Calls:
    Type: AWS::Connect::InstanceStorageConfig
    Properties:
      InstanceArn: 11111111-2222-3333-4444-555555555555
      ResourceType: CALL_RECORDINGS
      StorageType: S3
      S3Config:
        BucketName: orders-calls
        BucketPrefix: calls
        EncryptionConfig:
          EncryptionType: KMS
          KeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_270', 'cloudsploit:instanceCallRecordingEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(storage) {
    if (!storage.usesS3) return notApplicable({ en: 'It does not store in S3', ja: 'S3 に保存しません' });
    if (storage.s3HasCustomerKey) return pass();
    return fail(
      {
        en: `Connect storage of ${storage.name} in S3 has no customer managed key`,
        ja: `${storage.name} の S3 ストレージにカスタマー管理キーが設定されていません`,
      },
      { at: ['s3HasCustomerKey'] },
    );
  },
  examples: [
    fails(
      'not written',
      `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "orders-calls"
      bucket_prefix = "calls"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Calls:
    Type: AWS::Connect::InstanceStorageConfig
    Properties:
      InstanceArn: 11111111-2222-3333-4444-555555555555
      ResourceType: CALL_RECORDINGS
      StorageType: S3
      S3Config:
        BucketName: orders-calls
        BucketPrefix: calls`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "S3"
    s3_config {
      bucket_name   = "orders-calls"
      bucket_prefix = "calls"
      encryption_config {
        encryption_type = "KMS"
        key_id          = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Calls:
    Type: AWS::Connect::InstanceStorageConfig
    Properties:
      InstanceArn: 11111111-2222-3333-4444-555555555555
      ResourceType: CALL_RECORDINGS
      StorageType: S3
      S3Config:
        BucketName: orders-calls
        BucketPrefix: calls
        EncryptionConfig:
          EncryptionType: KMS
          KeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
