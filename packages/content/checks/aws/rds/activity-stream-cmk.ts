/** The stream is a copy of every statement that runs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Activity streams use a customer managed key', ja: 'アクティビティストリームがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.activity-stream',
  why: {
    en: 'The stream carries every statement with its values; without a key of its own nobody can limit who reads it.',
    ja: 'ストリームには値を含む全ステートメントが流れます。独自のキーがないと読める人を制限できません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id to a key of your own.', ja: 'kms_key_id に自分のキーを指定してください。' },
    terraform: `resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = "arn:aws:rds:ap-northeast-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html'],
  equivalents: ['CKV_AWS_246'],
  noFramework: 'no control mapping yet',
  evaluate(stream) {
    if (stream.hasCustomerKey) return pass();
    return fail({
      en: `Activity stream ${stream.name} is not encrypted with a customer managed key`,
      ja: `アクティビティストリーム ${stream.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = "arn:aws:rds:ap-northeast-1:123456789012:cluster:orders"
  mode         = "async"
}`,
    ),
    fails(
      'the key of AWS',
      `resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = "arn:aws:rds:ap-northeast-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = "alias/aws/rds"
}`,
    ),
    passes(
      'a key',
      `resource "aws_rds_cluster_activity_stream" "orders" {
  resource_arn = "arn:aws:rds:ap-northeast-1:123456789012:cluster:orders"
  mode         = "async"
  kms_key_id   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
