/** Plain HTTP belongs to a load balancer that redirects it. */
import { admitsPort, defineCheck, describePorts, fail, fails, findInternetRule, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP (port 80) is not open to the internet', ja: 'HTTP (ポート 80) がインターネットに開いていない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'What travels over port 80 can be read and changed on the way, and web servers open to everybody are probed all day.',
    ja: 'ポート 80 の通信は経路上で読み書きでき、全世界に開いた Web サーバーは常に探索されています。',
  },
  fix: {
    summary: {
      en: 'Admit port 80 only from the load balancer, or serve HTTPS.',
      ja: 'ポート 80 はロードバランサーからのみ許可するか、HTTPS を使ってください。',
    },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
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
      SecurityGroupIngress:
        - Description: clients
          IpProtocol: "tcp"
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['CKV_AWS_260'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const rule = findInternetRule(group.ingress, (each) => admitsPort(each, { from: 80, to: 80 }));
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the internet to port 80 (rule for ports ${describePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がポート 80 をインターネットに開放しています (ポート ${describePorts(rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'port 80 from everywhere',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    fails('port 80 from everywhere, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: clients
          IpProtocol: "tcp"
          FromPort: 80
          ToPort: 80
          CidrIp: 0.0.0.0/0`,
    }),
    passes(
      'HTTPS from everywhere',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    passes('HTTPS from everywhere, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: clients
          IpProtocol: "tcp"
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
    }),
  ],
});
