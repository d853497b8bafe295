/** An empty policy inspects nothing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall policies use rule groups', ja: 'ファイアウォールポリシーにルールグループがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall-policy',
  why: {
    en: 'A policy without rule groups knows only its default action: nothing is filtered or examined.',
    ja: 'ルールグループのないポリシーには既定のアクションしかなく、何も検査しません。',
  },
  fix: {
    summary: { en: 'Refer to at least one rule group.', ja: '1 つ以上のルールグループを参照してください。' },
    terraform: `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]

    stateful_rule_group_reference {
      resource_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:stateful-rulegroup/domains"
    }
  }
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::FirewallPolicy
    Properties:
      FirewallPolicyName: egress
      FirewallPolicy:
        StatelessDefaultActions: ["aws:forward_to_sfe"]
        StatelessFragmentDefaultActions: ["aws:drop"]
        StatefulRuleGroupReferences:
          - ResourceArn: arn:aws:network-firewall:ap-northeast-1:123456789012:stateful-rulegroup/domains`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html'],
  equivalents: ['NetworkFirewall.3', 'prowler:networkfirewall_policy_rule_group_associated'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.hasRules) return pass();
    return fail({
      en: `Firewall policy ${policy.name} uses no rule group`,
      ja: `ファイアウォールポリシー ${policy.name} はルールグループを使用していません`,
    });
  },
  examples: [
    fails(
      'only defaults',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::FirewallPolicy
    Properties:
      FirewallPolicyName: egress
      FirewallPolicy:
        StatelessDefaultActions: ["aws:drop"]
        StatelessFragmentDefaultActions: ["aws:drop"]`,
      },
    ),
    passes(
      'a stateful group',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]

    stateful_rule_group_reference {
      resource_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:stateful-rulegroup/domains"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::FirewallPolicy
    Properties:
      FirewallPolicyName: egress
      FirewallPolicy:
        StatelessDefaultActions: ["aws:forward_to_sfe"]
        StatelessFragmentDefaultActions: ["aws:drop"]
        StatefulRuleGroupReferences:
          - ResourceArn: arn:aws:network-firewall:ap-northeast-1:123456789012:stateful-rulegroup/domains`,
      },
    ),
  ],
});
