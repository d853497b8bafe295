/** What a web ACL blocked, and what it let through, is known from its log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs log', ja: 'Web ACL がログを出力する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.wafv2.web-acl',
  why: {
    en: 'Without the log nobody can tell which attack was blocked, and which request that got through belongs to it.',
    ja: 'ログがないと、何が遮断され、何が通過したのか調べられません。',
  },
  fix: {
    summary: {
      en: 'Add a logging configuration for the web ACL.',
      ja: 'Web ACL にログ設定を追加してください。',
    },
    terraform: `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
resource "aws_wafv2_web_acl_logging_configuration" "shop" {
  resource_arn            = aws_wafv2_web_acl.shop.arn
  log_destination_configs = ["arn:aws:firehose:ap-northeast-1:123456789012:deliverystream/aws-waf-logs-shop"]
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties:
      ResourceArn: !GetAtt Shop.Arn
      LogDestinationConfigs:
        - arn:aws:firehose:ap-northeast-1:123456789012:deliverystream/aws-waf-logs-shop`,
    cli: 'aws wafv2 put-logging-configuration --logging-configuration ResourceArn=ARN,LogDestinationConfigs=ARN',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html'],
  equivalents: ['CKV2_AWS_31', 'WAF.11', 'prowler:wafv2_webacl_logging_enabled', 'cloudsploit:wafv2WebAclLoggingEnabled'],
  evaluate(acl) {
    if (acl.isLogged) return pass();
    return fail({
      en: `Web ACL ${acl.name} does not log`,
      ja: `Web ACL ${acl.name} はログを出力していません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
      Scope: REGIONAL
      DefaultAction:
        Allow: {}`,
      },
    ),
    passes(
      'to Firehose',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
}
resource "aws_wafv2_web_acl_logging_configuration" "shop" {
  resource_arn            = aws_wafv2_web_acl.shop.arn
  log_destination_configs = ["arn:aws:firehose:ap-northeast-1:123456789012:deliverystream/aws-waf-logs-shop"]
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties:
      ResourceArn: !GetAtt Shop.Arn
      LogDestinationConfigs:
        - arn:aws:firehose:ap-northeast-1:123456789012:deliverystream/aws-waf-logs-shop`,
      },
    ),
  ],
});
