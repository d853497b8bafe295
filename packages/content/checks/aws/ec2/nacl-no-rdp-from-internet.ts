/** One port of what nacl-no-admin-ports-from-internet judges, for those who accept or suppress them one by one. */
import { admitsUnshielded, defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network ACLs do not admit RDP from anywhere', ja: 'ネットワーク ACL が RDP を全世界から許可していない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'When the network ACL lets RDP in from everywhere, one mistake in a security group opens the server to the world.',
    ja: 'ネットワーク ACL が全世界からの RDP を通すと、セキュリティグループの誤り一つでサーバーが公開されます。',
  },
  fix: {
    summary: {
      en: 'Admit port 3389 only from known addresses.',
      ja: 'ポート 3389 の許可元を既知のアドレスに絞ってください。',
    },
    terraform: `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "198.51.100.0/24"
    from_port  = 3389
    to_port    = 3389
  }
}`,
    cloudformation: `Resources:
  Public:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Public
      RuleNumber: 120
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 198.51.100.0/24
      PortRange:
        From: 3389
        To: 3389`,
    cli: 'aws ec2 delete-network-acl-entry --network-acl-id ACL --ingress --rule-number NUMBER',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  equivalents: ['CKV_AWS_231', 'prowler:ec2_networkacl_allow_ingress_tcp_port_3389'],
  noFramework: 'no control mapping yet',
  evaluate(acl) {
    const open = findInternetRule(acl.ingress, (rule) => admitsUnshielded(rule, 3389, acl.ingress));
    if (!open) return pass();
    return fail({
      en: `Network ACL ${acl.name} admits the internet to port 3389 (rule ${open.ruleNumber} for ports ${describePorts(open)})`,
      ja: `ネットワーク ACL ${acl.name} がポート 3389 をインターネットに開放しています (ルール ${open.ruleNumber}、ポート ${describePorts(open)})`,
    });
  },
  examples: [
    fails(
      'the whole internet',
      `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }
}
`,
      {
        cloudformation: `Resources:
  Public:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Public
      RuleNumber: 120
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 3389
        To: 3389
`,
      },
    ),
    passes(
      'the office',
      `resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "198.51.100.0/24"
    from_port  = 3389
    to_port    = 3389
  }
}
`,
      {
        cloudformation: `Resources:
  Public:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  Entry:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Public
      RuleNumber: 120
      RuleAction: allow
      Protocol: 6
      Egress: false
      CidrBlock: 198.51.100.0/24
      PortRange:
        From: 3389
        To: 3389
`,
      },
    ),
    passes(
      'another port',
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
}
`,
    ),
    isUnknown(
      'addresses that nobody knows',
      `variable "from" {}
resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    rule_no    = 120
    action     = "allow"
    protocol   = "tcp"
    cidr_block = var.from
    from_port  = 3389
    to_port    = 3389
  }
}
`,
    ),
  ],
});
