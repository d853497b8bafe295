/** What a web ACL blocked, and what it let through, is known from its log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of WAF Classic log', ja: 'WAF Classic の Web ACL がログを出力する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.waf.web-acl',
  why: {
    en: 'Without the log nobody can tell which attack was blocked, and which request that got through belongs to it.',
    ja: 'ログがないと、何が遮断され、何が通過したのか調べられません。',
  },
  fix: {
    summary: {
      en: 'Add logging_configuration, and plan the move to AWS WAF: Classic has ended.',
      ja: 'logging_configuration を追加してください。Classic は終了しているため、AWS WAF への移行も計画してください。',
    },
    terraform: `resource "aws_waf_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"
  default_action {
    type = "ALLOW"
  }
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-shop"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html'],
  equivalents: ['CKV_AWS_176', 'WAF.1', 'prowler:waf_global_webacl_logging_enabled'],
  noFramework: 'no control mapping yet',
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
      `resource "aws_waf_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"
  default_action {
    type = "ALLOW"
  }
}`,
    ),
    passes(
      'logged',
      `resource "aws_waf_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"
  default_action {
    type = "ALLOW"
  }
  logging_configuration {
    log_destination = "arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-shop"
  }
}`,
    ),
  ],
});
