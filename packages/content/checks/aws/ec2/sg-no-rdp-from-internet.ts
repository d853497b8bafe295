/** Remote desktop on the internet is the usual way in for ransomware. */
import { admitsPort, defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, pass, passes } from '@kumomori/model';

const rdp = { from: 3389, to: 3389 };

export const check = defineCheck({
  title: { en: 'RDP is not open to 0.0.0.0/0 or ::/0', ja: 'RDP がインターネット全体 (0.0.0.0/0, ::/0) に開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Remote desktops reachable from the internet are attacked with guessed passwords day and night and are a main entry of ransomware.',
    ja: 'インターネットから届くリモートデスクトップは昼夜パスワード攻撃を受け、ランサムウェアの主要な侵入口になっています。',
  },
  fix: {
    summary: {
      en: 'Admit RDP only from known addresses, or close it and use Session Manager.',
      ja: 'RDP の許可元を既知のアドレスに絞るか、閉じて Session Manager を使ってください。',
    },
    terraform: `resource "aws_security_group" "desktops" {
  name = "desktops"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: 198.51.100.0/24`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions file://rule.json',
    console: {
      en: 'VPC → Security groups → the group → Inbound rules → Edit → narrow or delete the rule for port 3389 → Save.',
      ja: 'VPC → セキュリティグループ → 対象グループ → インバウンドルール → 編集 → ポート 3389 のルールを絞るか削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: [
    'CKV_AWS_25',
    'AVD-AWS-0107',
    'tfsec:aws-ec2-no-public-ingress-sgr',
    'tfsec:aws-vpc-no-public-ingress-sgr',
    'EC2.14',
    'prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389',
    'cloudsploit:openRDP',
  ],
  evaluate(group) {
    // RDP uses TCP and, for speed, UDP.
    const rule = findInternetRule(group.ingress, (each) => admitsPort(each, rdp) || admitsPort(each, rdp, 'udp'));
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the internet to port 3389 (rule for ports ${describePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がポート 3389 をインターネットに開放しています (ポート ${describePorts(rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'open to the world',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    fails(
      'inside a wide range',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 3000
    to_port     = 4000
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    passes(
      'from the office',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = ["198.51.100.0/24"]
  }

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    isUnknown(
      'the range is handed in',
      `variable "office" {}
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 3389
    to_port     = 3389
    cidr_blocks = [var.office]
  }
}
`,
    ),
    fails('a rule of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: 0.0.0.0/0`,
    }),
    passes('RDP from the office in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: 198.51.100.0/24`,
    }),
    isUnknown('the range is a parameter', {
      cloudformation: `Parameters:
  Range:
    Type: String
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: !Ref Range`,
    }),
  ],
});
