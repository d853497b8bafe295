/** FTP sends passwords as they are, and the ACL is the second wall in front of it. */
import { admitsUnshielded, defineCheck, describePorts, fail, fails, findInternetRule, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network ACLs do not admit FTP from anywhere', ja: 'ネットワーク ACL が FTP を全世界から許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'FTP carries passwords and files readable; open to the internet it is tried and listened to.',
    ja: 'FTP はパスワードもファイルも平文で流れ、インターネットに開くと盗聴や総当たりの対象になります。',
  },
  fix: {
    summary: {
      en: 'Remove the rule for ports 20 and 21, or narrow its range.',
      ja: 'ポート 20・21 のルールを削除するか、許可元を絞ってください。',
    },
    terraform: `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 20
    to_port    = 21
    cidr_block = "198.51.100.0/24"
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
      CidrBlock: 198.51.100.0/24
      PortRange: { From: 20, To: 21 }`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  equivalents: ['CKV_AWS_229', 'CKV_AWS_230'],
  noFramework: 'no control mapping yet',
  evaluate(acl) {
    const open = [20, 21].flatMap((port) => {
      const rule = findInternetRule(acl.ingress, (each) => admitsUnshielded(each, port, acl.ingress));
      return rule ? [{ port, rule }] : [];
    })[0];
    if (!open) return pass();
    return fail({
      en: `Network ACL ${acl.name} admits the internet to port ${open.port} (rule for ports ${describePorts(open.rule)})`,
      ja: `ネットワーク ACL ${acl.name} がポート ${open.port} をインターネットに開放しています (ポート ${describePorts(open.rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'the control port',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 21
    to_port    = 21
    cidr_block = "0.0.0.0/0"
  }
}`,
    ),
    fails('the control port, in a template', {
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
      PortRange: { From: 21, To: 21 }`,
    }),
    passes(
      'from the office',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 20
    to_port    = 21
    cidr_block = "198.51.100.0/24"
  }
}`,
    ),
    passes('from the office, in a template', {
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
      CidrBlock: 198.51.100.0/24
      PortRange: { From: 20, To: 21 }`,
    }),
    passes(
      'denied before',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "tcp"
    from_port  = 21
    to_port    = 21
    cidr_block = "0.0.0.0/0"
  }
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    from_port  = 21
    to_port    = 21
    cidr_block = "0.0.0.0/0"
  }
}`,
    ),
  ],
});
