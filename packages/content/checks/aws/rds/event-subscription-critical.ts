/** Nobody reads the console at the moment a database fails. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

/** By source type. Source: Security Hub controls RDS.19 to RDS.22. */
const CRITICAL: Readonly<Record<string, readonly string[]>> = {
  'db-cluster': ['failure', 'maintenance'],
  'db-instance': ['configuration change', 'failure', 'maintenance'],
  'db-parameter-group': ['configuration change'],
  'db-security-group': ['configuration change', 'failure'],
};

export const check = defineCheck({
  title: { en: 'Event subscriptions report what matters', ja: 'イベントサブスクリプションが重要なイベントを通知する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.event-subscription',
  why: {
    en: 'A subscription that is off, or leaves out failures and changes, keeps silent when somebody should look.',
    ja: '無効な、または障害や変更を含まないサブスクリプションは、肝心なときに通知しません。',
  },
  fix: {
    summary: {
      en: 'Enable it and leave event_categories out, or add the missing ones.',
      ja: '有効にし、event_categories を省くか不足分を加えてください。',
    },
    terraform: `resource "aws_db_event_subscription" "orders" {
  name      = "orders"
  sns_topic = "arn:aws:sns:ap-northeast-1:123456789012:operations"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::EventSubscription
    Properties:
      SubscriptionName: orders
      SnsTopicArn: arn:aws:sns:ap-northeast-1:123456789012:operations`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html'],
  equivalents: [
    'RDS.19',
    'RDS.20',
    'RDS.21',
    'RDS.22',
    'prowler:rds_cluster_critical_event_subscription',
    'prowler:rds_instance_critical_event_subscription',
    'prowler:rds_instance_event_subscription_parameter_groups',
    'prowler:rds_instance_event_subscription_security_groups',
  ],
  noFramework: 'no control mapping yet',
  evaluate(subscription) {
    if (!subscription.isEnabled) {
      return fail({
        en: `Event subscription ${subscription.name} is switched off`,
        ja: `イベントサブスクリプション ${subscription.name} が無効です`,
      });
    }
    const wanted = CRITICAL[subscription.sourceType ?? ''] ?? [];
    const missing =
      subscription.categories.length === 0 ? [] : wanted.filter((each) => none(subscription.categories, (name) => name === each));
    if (missing.length === 0) return pass();
    return fail({
      en: `Event subscription ${subscription.name} leaves out ${missing.join(', ')}`,
      ja: `イベントサブスクリプション ${subscription.name} に ${missing.join('、')} が含まれていません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_db_event_subscription" "orders" {
  name      = "orders"
  sns_topic = "arn:aws:sns:ap-northeast-1:123456789012:operations"
  enabled   = false
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::EventSubscription
    Properties:
      SubscriptionName: orders
      SnsTopicArn: arn:aws:sns:ap-northeast-1:123456789012:operations
      Enabled: false`,
      },
    ),
    fails(
      'without failures',
      `resource "aws_db_event_subscription" "orders" {
  name             = "orders"
  sns_topic        = "arn:aws:sns:ap-northeast-1:123456789012:operations"
  source_type      = "db-instance"
  event_categories = ["backup"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::EventSubscription
    Properties:
      SubscriptionName: orders
      SnsTopicArn: arn:aws:sns:ap-northeast-1:123456789012:operations
      SourceType: db-instance
      EventCategories: [backup]`,
      },
    ),
    passes(
      'everything',
      `resource "aws_db_event_subscription" "orders" {
  name      = "orders"
  sns_topic = "arn:aws:sns:ap-northeast-1:123456789012:operations"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::EventSubscription
    Properties:
      SubscriptionName: orders
      SnsTopicArn: arn:aws:sns:ap-northeast-1:123456789012:operations`,
      },
    ),
    passes(
      'what matters for instances',
      `resource "aws_db_event_subscription" "orders" {
  name             = "orders"
  sns_topic        = "arn:aws:sns:ap-northeast-1:123456789012:operations"
  source_type      = "db-instance"
  event_categories = ["configuration change", "failure", "maintenance"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::EventSubscription
    Properties:
      SubscriptionName: orders
      SnsTopicArn: arn:aws:sns:ap-northeast-1:123456789012:operations
      SourceType: db-instance
      EventCategories: [configuration change, failure, maintenance]`,
      },
    ),
  ],
});
