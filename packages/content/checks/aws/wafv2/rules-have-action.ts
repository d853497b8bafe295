/** A rule that says not what to do with a match does nothing. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Web ACL rules have an action', ja: 'Web ACL のルールにアクションがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.wafv2.rule-set',
  why: {
    en: 'A rule that recognizes an attack and says not what to do with it protects nobody.',
    ja: '攻撃を検出しても対処が決まっていないルールは、誰も守りません。',
  },
  fix: {
    summary: {
      en: 'Give each rule an action, or an override for its rule group.',
      ja: '各ルールにアクション、またはルールグループの上書きを指定してください。',
    },
    terraform: `resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 10
  rule {
    name     = "japan"
    priority = 1
    action {
      block {}
    }
    statement {
      geo_match_statement {
        country_codes = ["JP"]
      }
    }
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::RuleGroup
    Properties:
      Name: shop
      Scope: REGIONAL
      Capacity: 10
      Rules:
        - Name: japan
          Priority: 1
          Action:
            Block: {}
          Statement:
            GeoMatchStatement:
              CountryCodes: [JP]`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html'],
  equivalents: ['CKV_AWS_342'],
  noFramework: 'no control mapping yet',
  evaluate(set) {
    const idle = find(set.rules, (rule) => !rule.hasAction);
    if (!idle) return pass();
    const rule = shown(() => idle.label) ?? '';
    return fail({
      en: `A rule of ${set.name} has no action (${rule})`,
      ja: `${set.name} にアクションのないルールがあります (${rule})`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 10
  rule {
    name     = "japan"
    priority = 1
    statement {
      geo_match_statement {
        country_codes = ["JP"]
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::RuleGroup
    Properties:
      Name: shop
      Scope: REGIONAL
      Capacity: 10
      Rules:
        - Name: japan
          Priority: 1
          Statement:
            GeoMatchStatement:
              CountryCodes: [JP]`,
      },
    ),
    passes(
      'block',
      `resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 10
  rule {
    name     = "japan"
    priority = 1
    action {
      block {}
    }
    statement {
      geo_match_statement {
        country_codes = ["JP"]
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::WAFv2::RuleGroup
    Properties:
      Name: shop
      Scope: REGIONAL
      Capacity: 10
      Rules:
        - Name: japan
          Priority: 1
          Action:
            Block: {}
          Statement:
            GeoMatchStatement:
              CountryCodes: [JP]`,
      },
    ),
  ],
});
