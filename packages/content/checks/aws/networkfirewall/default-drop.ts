/** What no rule knows must not pass unseen. */
import { any, defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall policy drops or forwards by default', ja: 'ファイアウォールポリシーが既定で破棄または転送する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall-policy',
  why: {
    en: 'Packets and fragments that match no stateless rule pass without any inspection when the default is aws:pass.',
    ja: '既定が aws:pass だと、どのステートレスルールにも一致しないパケットやフラグメントが検査されずに通過します。',
  },
  fix: {
    summary: {
      en: 'Use aws:drop or aws:forward_to_sfe for packets and fragments.',
      ja: 'パケットとフラグメントの既定を aws:drop か aws:forward_to_sfe にしてください。',
    },
    terraform: `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::FirewallPolicy
    Properties:
      FirewallPolicyName: egress
      FirewallPolicy:
        StatelessDefaultActions: ["aws:forward_to_sfe"]
        StatelessFragmentDefaultActions: ["aws:drop"]`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html'],
  equivalents: [
    'NetworkFirewall.4',
    'NetworkFirewall.5',
    'prowler:networkfirewall_policy_default_action_full_packets',
    'prowler:networkfirewall_policy_default_action_fragmented_packets',
  ],
  evaluate(policy) {
    const what = which({
      packets: () => any(policy.defaultActions, (action) => action === 'aws:pass'),
      fragments: () => any(policy.fragmentActions, (action) => action === 'aws:pass'),
    });
    if (!what) return pass();
    return fail({
      en: `Firewall policy ${policy.name} lets ${what} pass that no rule matches`,
      ja: `ファイアウォールポリシー ${policy.name} はどのルールにも一致しない${what === 'packets' ? 'パケット' : 'フラグメント'}を通します`,
    });
  },
  examples: [
    fails(
      'packets pass',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:pass"]
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
        StatelessDefaultActions: ["aws:pass"]
        StatelessFragmentDefaultActions: ["aws:drop"]`,
      },
    ),
    fails(
      'fragments pass',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:pass"]
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
        StatelessFragmentDefaultActions: ["aws:pass"]`,
      },
    ),
    passes(
      'forwarded to the stateful rules',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
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
        StatelessDefaultActions: ["aws:forward_to_sfe"]
        StatelessFragmentDefaultActions: ["aws:drop"]`,
      },
    ),
  ],
});
