/** An ACL that admits everything is no wall. */
import { admitsEveryPort, defineCheck, fail, fails, findInternetRule, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network ACLs do not admit every port from anywhere', ja: 'ネットワーク ACL がすべてのポートを全世界から許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'With every port open only the security groups are left, and one mistake there is enough.',
    ja: 'すべてのポートを開くと守りはセキュリティグループだけになり、そこでの 1 つの誤りで侵入を許します。',
  },
  fix: {
    summary: { en: 'Name the ports that the subnet serves.', ja: 'サブネットが提供するポートだけを許可してください。' },
    terraform: `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }
}`,
    cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      CidrBlock: 0.0.0.0/0
      PortRange: { From: 443, To: 443 }`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  equivalents: ['CKV_AWS_352', 'AVD-AWS-0102', 'tfsec:aws-ec2-no-excessive-port-access', 'prowler:ec2_networkacl_allow_ingress_any_port'],
  noFramework: 'no control mapping yet',
  evaluate(acl) {
    const rule = findInternetRule(acl.ingress, (each) => each.action === 'allow' && admitsEveryPort(each));
    if (!rule) return pass();
    return fail({
      en: `Network ACL ${acl.name} admits the internet to every port (rule ${rule.ruleNumber})`,
      ja: `ネットワーク ACL ${acl.name} がすべてのポートをインターネットに開放しています (ルール ${rule.ruleNumber})`,
    });
  },
  examples: [
    fails(
      'every protocol',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}`,
    ),
    fails('every protocol, in a template', {
      cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: -1
      CidrBlock: 0.0.0.0/0`,
    }),
    passes(
      'HTTPS',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 443
    to_port    = 443
    cidr_block = "0.0.0.0/0"
  }
}`,
    ),
    passes('HTTPS, in a template', {
      cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: 6
      CidrBlock: 0.0.0.0/0
      PortRange: { From: 443, To: 443 }`,
    }),
    passes(
      'everything from inside',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.0.0/8"
  }
}`,
    ),
    passes('everything from inside, in a template', {
      cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: -1
      CidrBlock: 10.0.0.0/8`,
    }),
  ],
});
