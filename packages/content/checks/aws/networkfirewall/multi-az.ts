/** A firewall endpoint in one zone takes the others down with it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network firewalls span zones', ja: 'Network Firewall が複数のゾーンに配置されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall',
  why: {
    en: 'Traffic of every zone depends on the single zone where the firewall has its endpoint.',
    ja: 'エンドポイントが 1 つのゾーンにしかないと、すべてのゾーンの通信がそのゾーンに依存します。',
  },
  fix: {
    summary: { en: 'Add a subnet_mapping for each zone in use.', ja: '利用中の各ゾーンに subnet_mapping を追加してください。' },
    terraform: `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }
  subnet_mapping {
    subnet_id = "subnet-0b"
  }
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      SubnetMappings:
        - SubnetId: subnet-0a
        - SubnetId: subnet-0b`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-two-zone-igw.html'],
  equivalents: ['NetworkFirewall.1', 'prowler:networkfirewall_multi_az'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.subnets.length > 1) return pass();
    return fail({
      en: `Firewall ${firewall.name} has an endpoint in one zone only`,
      ja: `ファイアウォール ${firewall.name} のエンドポイントは単一のゾーンにしかありません`,
    });
  },
  examples: [
    fails(
      'one subnet',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      SubnetMappings:
        - SubnetId: subnet-0a`,
      },
    ),
    passes(
      'two subnets',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }
  subnet_mapping {
    subnet_id = "subnet-0b"
  }
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
      SubnetMappings:
        - SubnetId: subnet-0a
        - SubnetId: subnet-0b`,
      },
    ),
  ],
});
