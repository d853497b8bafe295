/** The second wall around a subnet; where it admits SSH or RDP, only the security group is left. */
import {
  admitsUnshielded,
  defineCheck,
  describePorts,
  fail,
  fails,
  findInternetRule,
  isNotApplicable,
  isUnknown,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network ACLs do not admit SSH or RDP from anywhere', ja: 'ネットワーク ACL が SSH・RDP を全世界から許可していない' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'A network ACL that lets administration ports in leaves the security group as the only wall, and one mistake there is enough.',
    ja: 'ネットワーク ACL が管理用ポートを通すと、守りはセキュリティグループだけになり、そこでの 1 つの誤りで侵入を許します。',
  },
  fix: {
    summary: {
      en: 'Admit ports 22 and 3389 only from known addresses, or put a deny rule with a lower number before the wide one.',
      ja: 'ポート 22 と 3389 の許可元を既知のアドレスに絞るか、広い許可ルールより小さい番号の拒否ルールを置いてください。',
    },
    terraform: `resource "aws_network_acl_rule" "ssh_from_office" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 120
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "198.51.100.0/24"
  from_port      = 22
  to_port        = 22
}

resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
}`,
    cloudformation: `Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 10
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 22
        To: 22
  Entry2:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 20
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 3389
        To: 3389
  Entry3:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 0
        To: 65535`,
    cli: 'aws ec2 delete-network-acl-entry --network-acl-id ACL --ingress --rule-number NUMBER',
    console: {
      en: 'VPC → Network ACLs → the ACL → Inbound rules → Edit → remove the rule for port 22 or 3389 from 0.0.0.0/0 → Save.',
      ja: 'VPC → ネットワーク ACL → 対象の ACL → インバウンドルール → 編集 → 0.0.0.0/0 からのポート 22・3389 のルールを削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  equivalents: [
    'AVD-AWS-0105',
    'tfsec:aws-ec2-no-public-ingress-acl',
    'tfsec:aws-vpc-no-public-ingress-acl',
    'EC2.21',
    'cloudsploit:networkAclInboundTraffic',
  ],
  evaluate(acl) {
    const open = findInternetRule(acl.ingress, (rule) => [22, 3389].some((port) => admitsUnshielded(rule, port, acl.ingress)));
    if (!open) return pass();
    return fail({
      en: `Network ACL ${acl.name} admits the internet to an administration port (rule ${open.ruleNumber} for ports ${describePorts(open)})`,
      ja: `ネットワーク ACL ${acl.name} が管理用ポートをインターネットに開放しています (ルール ${open.ruleNumber}、ポート ${describePorts(open)})`,
    });
  },
  examples: [
    fails(
      'inline rule',
      `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
}`,
    ),
    fails(
      'separate rules made from a map, one of them for every IPv6 address',
      `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
}
resource "aws_network_acl_rule" "in" {
  for_each        = { 100 = 443, 110 = 3389 }
  network_acl_id  = aws_network_acl.public.id
  rule_number     = tonumber(each.key)
  protocol        = "tcp"
  rule_action     = "allow"
  ipv6_cidr_block = "::/0"
  from_port       = each.value
  to_port         = each.value
}`,
    ),
    fails(
      'the deny comes after the allow',
      `resource "aws_default_network_acl" "default" {
  default_network_acl_id = "acl-0123456789abcdef0"
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
  ingress {
    rule_no    = 200
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 65535
  }
}`,
    ),
    fails(
      'a rule for an ACL that is not in this code',
      `variable "acl_id" {}
resource "aws_network_acl_rule" "all" {
  network_acl_id = var.acl_id
  rule_number    = 100
  protocol       = "all"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}`,
    ),
    passes(
      'denies with lower numbers shield the wide rule',
      `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 10
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }
  ingress {
    rule_no    = 20
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}`,
    ),
    passes(
      'outbound only',
      `variable "acl_id" {}
resource "aws_network_acl_rule" "out" {
  network_acl_id = var.acl_id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
}`,
    ),
    isUnknown(
      'the range comes from a variable without a value',
      `variable "office" {}
resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = var.office
    from_port  = 22
    to_port    = 22
  }
}`,
    ),
    isNotApplicable('no network ACL', 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}'),
    fails('an entry of a template', {
      cloudformation: `Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 22
        To: 22`,
    }),
    fails('the deny of a template comes after the allow', {
      cloudformation: `Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 0
        To: 65535
  Entry2:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 200
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 22
        To: 22
  Entry3:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 210
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 3389
        To: 3389`,
    }),
    passes('denies of a template with lower numbers', {
      cloudformation: `Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 10
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 22
        To: 22
  Entry2:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 20
      RuleAction: deny
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 3389
        To: 3389
  Entry3:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 0
        To: 65535`,
    }),
    passes('outbound entry of a template', {
      cloudformation: `Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: true
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 22
        To: 22`,
    }),
    isUnknown('the range is a parameter', {
      cloudformation: `Parameters:
  Range:
    Type: String
Resources:
  Edge:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry1:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Edge
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: !Ref Range
      PortRange:
        From: 22
        To: 22`,
    }),
  ],
});
