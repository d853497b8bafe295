/** A firewall without its subnets inspects nothing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network firewalls have subnet change protection', ja: 'Network Firewall のサブネット変更保護が有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall',
  why: {
    en: 'A mistake or a stolen role takes the endpoints away, and traffic stops or goes around the inspection.',
    ja: '操作ミスや奪われたロールでエンドポイントが外され、通信が止まるか検査を迂回します。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'subnet_change_protection', value: true }],
      cloudformation: [{ set: 'SubnetChangeProtection', value: true }],
    },
    summary: { en: 'Set subnet_change_protection to true.', ja: 'subnet_change_protection を true にしてください。' },
    terraform: `resource "aws_networkfirewall_firewall" "egress" {
  name                     = "egress"
  vpc_id                   = "vpc-0123456789abcdef0"
  firewall_policy_arn      = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
  subnet_change_protection = true
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      SubnetChangeProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-updating.html'],
  equivalents: ['NetworkFirewall.10'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.subnetChangeProtection) return pass();
    return fail({
      en: `Subnets of firewall ${firewall.name} can be taken away`,
      ja: `ファイアウォール ${firewall.name} のサブネットは変更保護がありません`,
    });
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
  name                     = "egress"
  vpc_id                   = "vpc-0123456789abcdef0"
  firewall_policy_arn      = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
  subnet_change_protection = true
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      SubnetChangeProtection: true`,
      },
    ),
  ],
});
