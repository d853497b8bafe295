/** One mistaken call would open the network that the firewall guards. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network firewalls have delete protection', ja: 'Network Firewall の削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall',
  why: {
    en: 'Without delete protection a mistake or a stolen role removes the inspection of all traffic in one call.',
    ja: '削除保護がないと、操作ミスや奪われたロールの 1 回の呼び出しで通信の検査がなくなります。',
  },
  fix: {
    edits: { terraform: [{ set: 'delete_protection', value: true }], cloudformation: [{ set: 'DeleteProtection', value: true }] },
    summary: { en: 'Set delete_protection to true.', ja: 'delete_protection を true にしてください。' },
    terraform: `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
  delete_protection   = true
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      DeleteProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html'],
  equivalents: ['CKV_AWS_344', 'NetworkFirewall.9', 'prowler:networkfirewall_deletion_protection'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.deleteProtection) return pass();
    return fail({ en: `Firewall ${firewall.name} can be deleted at once`, ja: `ファイアウォール ${firewall.name} は削除保護がありません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress`,
      },
    ),
    passes(
      'on',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
  delete_protection   = true
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      DeleteProtection: true`,
      },
    ),
  ],
});
