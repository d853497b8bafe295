import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Topics are encrypted with a customer managed key', ja: 'トピックがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sns.topic',
  why: {
    en: 'With a key of your own, publishing and reading take a second permission that you grant, record and withdraw.',
    ja: '自社の鍵なら、発行や読み取りに別の権限が必要になり、その付与・記録・取り消しができます。',
  },
  fix: {
    summary: {
      en: 'Set kms_master_key_id to a KMS key of your own.',
      ja: 'kms_master_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
      KmsMasterKeyId: alias/orders`,
    cli: 'aws sns set-topic-attributes --topic-arn ARN --attribute-name KmsMasterKeyId --attribute-value alias/orders',
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html'],
  equivalents: ['AVD-AWS-0136', 'tfsec:aws-sns-topic-encryption-use-cmk', 'cloudsploit:topicCmkEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(topic) {
    if (topic.hasCustomerKey) return pass();
    return fail({
      en: `Topic ${topic.name} is not encrypted with a customer managed key`,
      ja: `トピック ${topic.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/aws/sns"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
      KmsMasterKeyId: alias/aws/sns`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
      KmsMasterKeyId: alias/orders`,
      },
    ),
  ],
});
