/** The Log4j hole is still tried against everything that answers. */
import { any, blocksKnownBadInputs, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACLs block known bad inputs', ja: 'Web ACL が既知の攻撃入力を遮断する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.wafv2.web-acl',
  why: {
    en: 'The managed group of known bad inputs stops the Log4j exploit and its kin, which scanners still send everywhere.',
    ja: '既知の攻撃入力のマネージドルールグループは、今も送られ続ける Log4j などの攻撃を止めます。',
  },
  fix: {
    summary: {
      en: 'Add AWSManagedRulesKnownBadInputsRuleSet and let it block.',
      ja: 'AWSManagedRulesKnownBadInputsRuleSet を追加し、遮断させてください。',
    },
    terraform: `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
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
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS`,
    cli: 'aws wafv2 update-web-acl --name NAME --scope REGIONAL --id ID --lock-token TOKEN --default-action Allow={} --rules file://rules.json --visibility-config file://visibility.json',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html'],
  equivalents: ['CKV_AWS_192'],
  noFramework: 'no control mapping yet',
  evaluate(acl) {
    if (any(acl.rules, blocksKnownBadInputs)) return pass();
    return fail({
      en: `Web ACL ${acl.name} does not block known bad inputs`,
      ja: `Web ACL ${acl.name} は既知の攻撃入力を遮断していません`,
    });
  },
  examples: [
    fails(
      'another group',
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
    fails(
      'it only counts',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
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
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            Count: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS`,
      },
    ),
    fails(
      'the rule for Log4j is excluded',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
        rule_action_override {
          name = "Log4JRCE_HEADER"
          action_to_use {
            count {}
          }
        }
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
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS
              RuleActionOverrides:
                - Name: Log4JRCE_HEADER
                  ActionToUse:
                    Count: {}`,
      },
    ),
    passes(
      'blocked',
      `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "bad-inputs"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
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
        - Name: bad-inputs
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              Name: AWSManagedRulesKnownBadInputsRuleSet
              VendorName: AWS`,
      },
    ),
  ],
});
