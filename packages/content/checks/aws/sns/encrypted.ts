/** Messages rest in the topic until all subscribers have them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Topics are encrypted', ja: 'トピックが暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.sns.topic',
  why: {
    en: 'Messages rest in the topic until every subscriber has them; only with a KMS key are they encrypted there.',
    ja: 'メッセージは全購読者に届くまで保存されます。KMS キーを指定しない限り暗号化されません。',
  },
  fix: {
    summary: {
      en: 'Set kms_master_key_id.',
      ja: 'kms_master_key_id を指定してください。',
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
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'],
  equivalents: [
    'CKV_AWS_26',
    'AVD-AWS-0095',
    'tfsec:aws-sns-enable-topic-encryption',
    'SNS.1',
    'prowler:sns_topics_kms_encryption_at_rest_enabled',
    'cloudsploit:topicEncrypted',
  ],
  evaluate(topic) {
    if (topic.kmsKeyId !== undefined && topic.kmsKeyId !== '') return pass();
    return fail({
      en: `Topic ${topic.name} is not encrypted`,
      ja: `トピック ${topic.name} は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders`,
      },
    ),
    passes(
      'a KMS key',
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
