/** An empty group in a policy looks like protection and is none. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Stateless rule groups hold rules', ja: 'ステートレスルールグループにルールがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.rule-group',
  why: {
    en: 'Whoever reads the policy believes that packets are filtered; an empty group lets all of them through to the default action.',
    ja: 'ポリシーを見た人はパケットが検査されていると思い込みますが、空のグループはすべてを既定のアクションに任せます。',
  },
  fix: {
    summary: { en: 'Add stateless rules, or remove the group.', ja: 'ステートレスルールを追加するか、グループを削除してください。' },
    terraform: `resource "aws_networkfirewall_rule_group" "ports" {
  name     = "ports"
  type     = "STATELESS"
  capacity = 100

  rule_group {
    rules_source {
      stateless_rules_and_custom_actions {
        stateless_rule {
          priority = 1

          rule_definition {
            actions = ["aws:drop"]

            match_attributes {
              source {
                address_definition = "198.51.100.0/24"
              }
            }
          }
        }
      }
    }
  }
}`,
    cloudformation: `Resources:
  Ports:
    Type: AWS::NetworkFirewall::RuleGroup
    Properties:
      RuleGroupName: ports
      Type: STATELESS
      Capacity: 100
      RuleGroup:
        RulesSource:
          StatelessRulesAndCustomActions:
            StatelessRules:
              - Priority: 1
                RuleDefinition:
                  Actions: ["aws:drop"]
                  MatchAttributes:
                    Sources: [{ AddressDefinition: 198.51.100.0/24 }]`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-5-tuple.html'],
  equivalents: ['NetworkFirewall.6'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (aside(() => group.type !== 'STATELESS'))
      return notApplicable({ en: `${group.name} is a stateful group`, ja: `${group.name} はステートフルグループです` });
    if (group.statelessRules.length > 0) return pass();
    return fail({
      en: `Stateless rule group ${group.name} holds no rules`,
      ja: `ステートレスルールグループ ${group.name} にルールがありません`,
    });
  },
  examples: [
    fails(
      'empty',
      `resource "aws_networkfirewall_rule_group" "ports" {
  name     = "ports"
  type     = "STATELESS"
  capacity = 100
}`,
      {
        cloudformation: `Resources:
  Ports:
    Type: AWS::NetworkFirewall::RuleGroup
    Properties:
      RuleGroupName: ports
      Type: STATELESS
      Capacity: 100`,
      },
    ),
    passes(
      'one rule',
      `resource "aws_networkfirewall_rule_group" "ports" {
  name     = "ports"
  type     = "STATELESS"
  capacity = 100

  rule_group {
    rules_source {
      stateless_rules_and_custom_actions {
        stateless_rule {
          priority = 1

          rule_definition {
            actions = ["aws:drop"]

            match_attributes {
              source {
                address_definition = "198.51.100.0/24"
              }
            }
          }
        }
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Ports:
    Type: AWS::NetworkFirewall::RuleGroup
    Properties:
      RuleGroupName: ports
      Type: STATELESS
      Capacity: 100
      RuleGroup:
        RulesSource:
          StatelessRulesAndCustomActions:
            StatelessRules:
              - Priority: 1
                RuleDefinition:
                  Actions: ["aws:drop"]
                  MatchAttributes:
                    Sources: [{ AddressDefinition: 198.51.100.0/24 }]`,
      },
    ),
    isNotApplicable(
      'a stateful group',
      `resource "aws_networkfirewall_rule_group" "ports" {
  name     = "ports"
  capacity = 100
  type     = "STATEFUL"
}`,
      {
        cloudformation: `Resources:
  Ports:
    Type: AWS::NetworkFirewall::RuleGroup
    Properties:
      RuleGroupName: ports
      Capacity: 100
      Type: STATEFUL`,
      },
    ),
  ],
});
