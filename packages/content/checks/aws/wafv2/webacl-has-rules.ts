/** A web ACL without rules lets everything through, and looks like protection. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs contain rules', ja: 'Web ACL にルールがある' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.wafv2.web-acl',
  why: {
    en: 'A web ACL without rules does its default action for every request: mostly it lets everything through.',
    ja: 'ルールのない Web ACL はすべてのリクエストに既定の動作、多くは「許可」を適用するだけです。',
  },
  fix: {
    summary: {
      en: 'Add rules or rule groups.',
      ja: 'ルールまたはルールグループを追加してください。',
    },
    terraform: `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::WebACL
    Properties:
      Name: shop
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      Rules:
        - Name: common
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesCommonRuleSet
              VendorName: AWS`,
    cli: 'aws wafv2 update-web-acl --name NAME --scope REGIONAL --id ID --lock-token TOKEN --default-action Allow={} --rules file://rules.json --visibility-config file://visibility.json',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html'],
  equivalents: ['CKV_AWS_175', 'WAF.10', 'prowler:wafv2_webacl_with_rules', 'cloudsploit:wafInUse'],
  evaluate(acl) {
    if (any(acl.rules, (rule) => rule.hasStatement)) return pass();
    return fail({ en: `Web ACL ${acl.name} has no rules`, ja: `Web ACL ${acl.name} にルールがありません` });
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
      'a managed group',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
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
        Allow: {}
      Rules:
        - Name: common
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesCommonRuleSet
              VendorName: AWS`,
      },
    ),
  ],
});
