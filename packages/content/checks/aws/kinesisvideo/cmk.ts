import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Video streams are encrypted with a customer managed key', ja: 'ビデオストリームがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kinesisvideo.stream',
  why: {
    en: 'Video shows faces, screens and premises. With a key of your own you decide who may decrypt it, see each use and can cut it off.',
    ja: '映像には人の顔や画面、施設が写ります。自社の鍵なら、復号できる相手の限定、利用の記録、停止ができます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id to a KMS key of your own.',
      ja: 'kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_kinesis_video_stream" "gate" {
  name                    = "gate"
  data_retention_in_hours = 24
  kms_key_id              = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Gate:
    Type: AWS::KinesisVideo::Stream
    Properties:
      Name: gate
      DataRetentionInHours: 24
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html'],
  equivalents: ['CKV_AWS_177', 'cloudsploit:videostreamDataEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(stream) {
    if (stream.hasCustomerKey) return pass();
    return fail({
      en: `Video stream ${stream.name} is not encrypted with a customer managed key`,
      ja: `ビデオストリーム ${stream.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_kinesis_video_stream" "gate" {
  name                    = "gate"
  data_retention_in_hours = 24
}`,
      {
        cloudformation: `Resources:
  Gate:
    Type: AWS::KinesisVideo::Stream
    Properties:
      Name: gate
      DataRetentionInHours: 24`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_kinesis_video_stream" "gate" {
  name                    = "gate"
  data_retention_in_hours = 24
  kms_key_id              = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Gate:
    Type: AWS::KinesisVideo::Stream
    Properties:
      Name: gate
      DataRetentionInHours: 24
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
