/** Entries of a network ACL have no description: what is said about them stands in comments. */
import { defineCheck, fail, fails, overdueRules, pass, passes, temporaryParams } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network ACLs keep no temporary inbound rules', ja: 'ネットワーク ACL に一時的なインバウンドルールが残っていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'An entry that was added for a test or a vendor holds for every machine of the subnet, and is forgotten when the work is done.',
    ja: '試験や業者対応のために足したエントリはサブネットの全マシンに効き、作業が終わると忘れられます。',
  },
  fix: {
    summary: {
      en: 'Remove the rule, or write until when it is needed (until 2027-03-31) and by whom.',
      ja: 'ルールを削除するか、誰がいつまで必要とするか (2027-03-31 まで など) を書いてください。',
    },
    terraform: `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"
}

# operators of the orders system
resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/24"
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  # operators of the orders system
  Office:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Web
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      PortRange:
        From: 22
        To: 22
      CidrBlock: 198.51.100.0/24`,
    cli: 'aws ec2 delete-network-acl-entry --network-acl-id ACL --ingress --rule-number NUMBER',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  equivalents: [],
  noFramework: 'a matter of practice that no framework counts',
  params: temporaryParams,
  evaluate(acl, params) {
    const overdue = overdueRules([acl.ingress], params);
    if (!overdue) return pass();
    const { reason, count } = overdue;
    return fail({
      en: `Network ACL ${acl.name} has ${count === 1 ? 'a rule' : `${count} rules`} that should be gone: ${count === 1 ? 'it' : 'one'} ${reason.en}`,
      ja: `ネットワーク ACL ${acl.name} に残ったままの一時的なルールが ${count} 件あります: ${reason.ja}`,
    });
  },
  examples: [
    fails(
      'a comment above the rule',
      `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"
}

# temporary, for the vendor
resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/24"
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  # temporary, for the vendor
  Office:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Web
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      PortRange:
        From: 22
        To: 22
      CidrBlock: 198.51.100.0/24`,
      },
    ),
    fails(
      'its day has passed',
      `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"
}

// 2026年3月末まで
resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/24"
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    fails(
      'a comment above an inline rule',
      `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"

  /* workaround: remove after the proxy is repaired */
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "198.51.100.0/24"
  }
}`,
    ),
    passes(
      'its day is still to come',
      `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"
}

# temporary until 2027-01-31
resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/24"
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  # temporary until 2027-01-31
  Office:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Web
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      PortRange:
        From: 22
        To: 22
      CidrBlock: 198.51.100.0/24`,
        params: { today: ['2026-11-22'] },
      },
    ),
    passes(
      'a comment about something else',
      `resource "aws_network_acl" "web" {
  vpc_id = "vpc-0123456789abcdef0"
}

# 運用拠点からの SSH
resource "aws_network_acl_rule" "office" {
  network_acl_id = aws_network_acl.web.id
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/24"
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  # 運用拠点からの SSH
  Office:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Web
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      PortRange:
        From: 22
        To: 22
      CidrBlock: 198.51.100.0/24`,
      },
    ),
  ],
});
