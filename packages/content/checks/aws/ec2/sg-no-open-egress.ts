/** Stolen data leaves through the door nobody thought of. */
import { admitsEveryPort, defineCheck, fail, fails, findInternetRule, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No rule lets everything out to the internet', ja: 'すべての通信をインターネットへ許可していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'With open egress malware reaches its control server and stolen data leaves over any port.',
    ja: '送信が無制限だと、マルウェアは指令サーバーに到達し、盗んだデータをどのポートからでも持ち出せます。',
  },
  fix: {
    summary: { en: 'Name the ports and destinations that are needed.', ja: '必要なポートと宛先だけを指定してください。' },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  egress {
    description = "out"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupEgress:
        - Description: out
          IpProtocol: "tcp"
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['CKV_AWS_382', 'AVD-AWS-0104', 'tfsec:aws-ec2-no-public-egress-sgr', 'tfsec:aws-vpc-no-public-egress-sgr'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const rule = findInternetRule(group.egress, admitsEveryPort);
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} lets everything out to the internet`,
      ja: `セキュリティグループ ${group.name} がインターネットへの送信をすべて許可しています`,
    });
  },
  examples: [
    fails(
      'every protocol',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  egress {
    description = "out"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupEgress:
        - Description: out
          IpProtocol: '-1'
          FromPort: 0
          ToPort: 0
          CidrIp: 0.0.0.0/0`,
      },
    ),
    fails('every protocol, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupEgress:
        - Description: out
          IpProtocol: "-1"
          FromPort: 0
          ToPort: 0
          CidrIp: 0.0.0.0/0`,
    }),
    passes(
      'HTTPS',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  egress {
    description = "out"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupEgress:
        - Description: out
          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
      },
    ),
    passes('HTTPS, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupEgress:
        - Description: out
          IpProtocol: "tcp"
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
    }),
    fails(
      'a rule of its own',
      `resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}`,
    ),
  ],
});
