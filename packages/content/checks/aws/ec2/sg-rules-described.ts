/** A rule nobody can explain stays open for ever. */
import { any, defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security group rules say what they are for', ja: 'セキュリティグループのルールに用途の説明がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Without a description reviews cannot tell a forgotten exception from a rule that is needed.',
    ja: '説明がないと、レビューで忘れられた例外と必要なルールを区別できません。',
  },
  fix: {
    summary: { en: 'Write who needs the rule into its description.', ja: 'ルールの description に誰が必要とするかを書いてください。' },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["198.51.100.0/24"]
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
          CidrIp: 198.51.100.0/24`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['CKV_AWS_23', 'AVD-AWS-0124', 'tfsec:aws-ec2-add-description-to-security-group-rule'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const lacks = ({ description }: { readonly description: string | undefined }): boolean =>
      description === undefined || description === '';
    const direction = which({ inbound: () => any(group.ingress, lacks), outbound: () => any(group.egress, lacks) });
    if (!direction) return pass();
    return fail({
      en: `Security group ${group.name} has an ${direction} rule without description`,
      ja: `セキュリティグループ ${group.name} に説明のない${direction === 'inbound' ? 'インバウンド' : 'アウトバウンド'}ルールがあります`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    fails('not written, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 198.51.100.0/24`,
    }),
    passes(
      'written',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    passes('written, in a template', {
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
          CidrIp: 198.51.100.0/24`,
    }),
    fails(
      'a rule of its own',
      `resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "198.51.100.0/24"
}`,
    ),
  ],
});
