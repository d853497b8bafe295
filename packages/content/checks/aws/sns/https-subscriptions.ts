/** Messages over plain HTTP are postcards. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Subscriptions avoid plain HTTP', ja: 'サブスクリプションが平文の HTTP を使わない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sns.subscription',
  why: {
    en: 'Messages and the links that confirm a subscription travel readably, and can be changed on the way.',
    ja: 'メッセージや購読確認のリンクが読める形で流れ、途中で改ざんもできます。',
  },
  fix: {
    summary: {
      en: 'Use an https endpoint.',
      ja: 'https のエンドポイントを使ってください。',
    },
    terraform: `resource "aws_sns_topic_subscription" "partner" {
  topic_arn = "arn:aws:sns:ap-northeast-1:123456789012:orders"
  protocol  = "https"
  endpoint  = "https://partner.example.com/orders"
}`,
    cloudformation: `Resources:
  Partner:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:ap-northeast-1:123456789012:orders
      Protocol: https
      Endpoint: https://partner.example.com/orders`,
    cli: 'aws sns unsubscribe --subscription-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  equivalents: ['prowler:sns_subscription_not_using_http_endpoints', 'cloudsploit:snsSubscriptionHTTPSonly'],
  evaluate(subscription) {
    if (subscription.protocol !== 'http') return pass();
    return fail({
      en: `Subscription ${subscription.name} delivers over plain HTTP`,
      ja: `サブスクリプション ${subscription.name} は平文の HTTP で配信します`,
    });
  },
  examples: [
    fails(
      'plain HTTP',
      `resource "aws_sns_topic_subscription" "partner" {
  topic_arn = "arn:aws:sns:ap-northeast-1:123456789012:orders"
  protocol  = "http"
  endpoint  = "http://partner.example.com/orders"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:ap-northeast-1:123456789012:orders
      Protocol: http
      Endpoint: http://partner.example.com/orders`,
      },
    ),
    passes(
      'HTTPS',
      `resource "aws_sns_topic_subscription" "partner" {
  topic_arn = "arn:aws:sns:ap-northeast-1:123456789012:orders"
  protocol  = "https"
  endpoint  = "https://partner.example.com/orders"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:ap-northeast-1:123456789012:orders
      Protocol: https
      Endpoint: https://partner.example.com/orders`,
      },
    ),
  ],
});
