/** A web ACL without rules lets everything through, and looks like protection. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs of WAF Classic contain rules', ja: 'WAF Classic の Web ACL にルールがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.waf.web-acl',
  why: {
    en: 'A web ACL without rules does its default action for every request: mostly it lets everything through.',
    ja: 'ルールのない Web ACL はすべてのリクエストに既定の動作、多くは「許可」を適用するだけです。',
  },
  fix: {
    summary: {
      en: 'Add rules, and plan the move to AWS WAF: Classic has ended.',
      ja: 'ルールを追加してください。Classic は終了しているため、AWS WAF への移行も計画してください。',
    },
    terraform: `resource "aws_waf_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"
  default_action {
    type = "ALLOW"
  }
  rules {
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "REGULAR"
    action {
      type = "BLOCK"
    }
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/classic-web-acl-working-with.html'],
  equivalents: ['CKV_AWS_175', 'WAF.4', 'WAF.8', 'prowler:waf_global_webacl_with_rules', 'prowler:waf_regional_webacl_with_rules'],
  noFramework: 'no control mapping yet',
  evaluate(acl) {
    if (any(acl.rules, (rule) => rule.hasRule)) return pass();
    return fail({
      en: `Web ACL ${acl.name} has no rules`,
      ja: `Web ACL ${acl.name} にルールがありません`,
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
      'one rule',
      `resource "aws_waf_web_acl" "shop" {
  name        = "shop"
  metric_name = "shop"
  default_action {
    type = "ALLOW"
  }
  rules {
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "REGULAR"
    action {
      type = "BLOCK"
    }
  }
}`,
    ),
  ],
});
