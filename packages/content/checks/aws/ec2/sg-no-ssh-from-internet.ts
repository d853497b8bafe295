/** The opened-for-a-moment SSH port: found by scanners within hours, and the first step of incident path A in the IPA study. */
import { admitsPort, defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSH is not open to 0.0.0.0/0 or ::/0', ja: 'SSH がインターネット全体 (0.0.0.0/0, ::/0) に開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'An SSH port open to the world is found by scanners within hours; then one weak or leaked credential is enough to get in.',
    ja: '全世界に開いた SSH ポートは数時間でスキャナーに見つかり、弱い、または漏れた認証情報が 1 つあれば侵入されます。',
  },
  fix: {
    summary: {
      en: 'Admit SSH only from known addresses, or close it and use Session Manager.',
      ja: 'SSH の許可元を既知のアドレスに絞るか、閉じて Session Manager を使ってください。',
    },
    terraform: `resource "aws_security_group" "bastion" {
  name = "bastion"

  ingress {
    description = "SSH from the office"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
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
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --protocol tcp --port 22 --cidr 0.0.0.0/0',
    console: {
      en: 'VPC → Security groups → the group → Inbound rules → Edit → delete the rule for port 22 from 0.0.0.0/0 and ::/0 → Save.',
      ja: 'VPC → セキュリティグループ → 対象グループ → インバウンドルール → 編集 → ポート 22 の 0.0.0.0/0 と ::/0 のルールを削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: [
    'CKV_AWS_24',
    'AVD-AWS-0107',
    'tfsec:aws-ec2-no-public-ingress-sgr',
    'tfsec:aws-vpc-no-public-ingress-sgr',
    'EC2.13',
    'prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'cloudsploit:openSSH',
  ],
  evaluate(group) {
    const rule = findInternetRule(group.ingress, (each) => admitsPort(each, { from: 22, to: 22 }));
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the internet to port 22 (rule for ports ${describePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がポート 22 をインターネットに開放しています (ポート ${describePorts(rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'inline rule with a literal',
      `resource "aws_security_group" "web" {
  name = "web"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    fails(
      'two halves of the internet in two rules',
      `resource "aws_security_group" "web" {
  name = "web"
}
resource "aws_security_group_rule" "low" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  protocol          = "tcp"
  from_port         = 20
  to_port           = 30
  cidr_blocks       = ["0.0.0.0/1"]
}
resource "aws_security_group_rule" "high" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  protocol          = "tcp"
  from_port         = 20
  to_port           = 30
  cidr_blocks       = ["128.0.0.0/1"]
}`,
    ),
    fails(
      'IPv6 and every protocol, for a group that is not in this code',
      `variable "group_id" {}
resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = var.group_id
  ip_protocol       = "-1"
  cidr_ipv6         = "::/0"
}`,
    ),
    fails(
      'an open rule beside one that is not known',
      `variable "office" {}
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [var.office]
  }
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    fails(
      'through a prefix list with an entry of its own',
      `resource "aws_ec2_managed_prefix_list" "clients" {
  name           = "clients"
  address_family = "IPv4"
  max_entries    = 5
}
resource "aws_ec2_managed_prefix_list_entry" "all" {
  prefix_list_id = aws_ec2_managed_prefix_list.clients.id
  cidr           = "0.0.0.0/0"
}
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  prefix_list_id    = aws_ec2_managed_prefix_list.clients.id
}`,
    ),
    passes(
      'a prefix list of offices',
      `resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5
  entry {
    cidr = "198.51.100.0/24"
  }
}
resource "aws_security_group" "web" {
  name = "web"
}
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  prefix_list_id    = aws_ec2_managed_prefix_list.offices.id
}`,
    ),
    passes(
      'EC2 Instance Connect by the list of AWS',
      `data "aws_region" "current" {}
data "aws_ec2_managed_prefix_list" "connect" {
  name = "com.amazonaws.\${data.aws_region.current.region}.ec2-instance-connect"
}
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    prefix_list_ids = [data.aws_ec2_managed_prefix_list.connect.id]
  }
}`,
    ),
    isUnknown(
      'a prefix list that is not in this code',
      `resource "aws_security_group" "web" {
  name = "web"
  ingress {
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    prefix_list_ids = ["pl-0123456789abcdef0"]
  }
}`,
    ),
    isUnknown(
      'the range comes from a variable without a value',
      `variable "office" {}
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [var.office]
  }
}`,
    ),
    passes(
      'SSH from the office, HTTPS from everywhere',
      `resource "aws_security_group" "web" {
  name = "web"
  dynamic "ingress" {
    for_each = { 22 = "198.51.100.0/24", 443 = "0.0.0.0/0" }
    content {
      protocol    = "tcp"
      from_port   = ingress.key
      to_port     = ingress.key
      cidr_blocks = [ingress.value]
    }
  }
}`,
    ),
    fails('a rule of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 0.0.0.0/0`,
    }),
    fails('IPv6 and every protocol in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: '-1'
          CidrIpv6: '::/0'`,
    }),
    fails('a rule of its own for a group that is elsewhere', {
      cloudformation: `Resources:
  Ssh:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-0123456789abcdef0
      IpProtocol: tcp
      FromPort: 22
      ToPort: 22
      CidrIp: 0.0.0.0/0`,
    }),
    passes('SSH from the office in a template, HTTPS from everywhere', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
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
          FromPort: 22
          ToPort: 22
          CidrIp: !Ref Range`,
    }),
  ],
});
