/** Live media of calls is voices and faces. */
import { defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Connect media streams are encrypted with a customer managed key',
    ja: 'Connect のメディアストリームがカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.connect.storage',
  why: {
    en: 'Media streams hold voices and faces of customers while they call.',
    ja: 'メディアストリームには通話中の顧客の声や映像が含まれます。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key in encryption_config of the stream.',
      ja: 'ストリームの encryption_config に KMS キーを指定してください。',
    },
    terraform: `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
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
      StorageType: KINESIS_VIDEO_STREAM
      KinesisVideoStreamConfig:
        Prefix: calls
        RetentionPeriodHours: 24
        EncryptionConfig:
          EncryptionType: KMS
          KeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_269', 'cloudsploit:instanceMediaStreamsEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(storage) {
    if (!storage.usesVideo) return notApplicable({ en: 'It streams no media', ja: 'メディアを配信しません' });
    if (storage.videoHasCustomerKey) return pass();
    return fail(
      {
        en: `Media streams of Connect storage ${storage.name} have no customer managed key`,
        ja: `${storage.name} のメディアストリームにカスタマー管理キーが設定されていません`,
      },
      { at: ['videoHasCustomerKey'] },
    );
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
      encryption_config {
        encryption_type = "KMS"
        key_id          = "alias/aws/kinesisvideo"
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
      StorageType: KINESIS_VIDEO_STREAM
      KinesisVideoStreamConfig:
        Prefix: calls
        RetentionPeriodHours: 24
        EncryptionConfig:
          EncryptionType: KMS
          KeyId: alias/aws/kinesisvideo`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_connect_instance_storage_config" "calls" {
  instance_id   = "11111111-2222-3333-4444-555555555555"
  resource_type = "CALL_RECORDINGS"
  storage_config {
    storage_type = "KINESIS_VIDEO_STREAM"
    kinesis_video_stream_config {
      prefix                 = "calls"
      retention_period_hours = 24
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
      StorageType: KINESIS_VIDEO_STREAM
      KinesisVideoStreamConfig:
        Prefix: calls
        RetentionPeriodHours: 24
        EncryptionConfig:
          EncryptionType: KMS
          KeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
