/** The next instance gets the group whose name fits, whatever its rules allow. */
import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Unattached security groups are removed', ja: '未使用のセキュリティグループが削除されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Old groups with forgotten rules wait to be attached by mistake, and hide the ones that count.',
    ja: '忘れられたルールを持つ古いグループは、誤って関連付けられたり、重要なものを見えにくくしたりします。',
  },
  fix: {
    summary: { en: 'Attach the group or remove it.', ja: 'グループを関連付けるか、削除してください。' },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}

resource "aws_instance" "web" {
  ami                    = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.web.id]
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SecurityGroupIds: [!GetAtt Web.GroupId]`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['CKV2_AWS_5', 'EC2.22', 'prowler:ec2_securitygroup_not_used'],
  evaluate(group) {
    if (aside(() => group.isDefault)) {
      return notApplicable({
        en: `${group.name} comes with its VPC and cannot be removed`,
        ja: `${group.name} は VPC に付属し、削除できません`,
      });
    }
    if (group.isUsed) return pass();
    return fail({
      en: `Nothing in this code stands in security group ${group.name}`,
      ja: `セキュリティグループ ${group.name} はこのコードのどこからも使われていません`,
    });
  },
  examples: [
    fails(
      'nothing stands in it',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}`,
    ),
    fails('nothing stands in it, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers`,
    }),
    fails(
      'only a rule names it',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}

resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "198.51.100.0/24"
}`,
    ),
    passes(
      'an instance stands in it',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"
}

resource "aws_instance" "web" {
  ami                    = "ami-0123456789abcdef0"
  vpc_security_group_ids = [aws_security_group.web.id]
}`,
    ),
    passes('an instance stands in it, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SecurityGroupIds: [!GetAtt Web.GroupId]`,
    }),
  ],
});
