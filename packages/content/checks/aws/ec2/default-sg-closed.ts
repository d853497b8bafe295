/** The default group is what a resource gets when nobody chose one. */
import { any, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The default security group carries no rules', ja: 'デフォルトセキュリティグループにルールがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Whatever is started without a group lands in the default one; rules in it open doors nobody decided on.',
    ja: 'グループを指定しなかったリソースはデフォルトグループに入ります。そこにルールがあると、誰も決めていない扉が開きます。',
  },
  fix: {
    summary: {
      en: 'Manage the default group with aws_default_security_group and leave out all rules.',
      ja: 'aws_default_security_group でルールなしのデフォルトグループを管理してください。',
    },
    terraform: `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id DEFAULT --ip-permissions file://rules.json',
    console: {
      en: 'VPC → Security groups → the default group → delete all inbound and outbound rules.',
      ja: 'VPC → セキュリティグループ → default → インバウンド・アウトバウンドのルールをすべて削除。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  equivalents: [
    'CKV2_AWS_12',
    'AVD-AWS-0173',
    'EC2.2',
    'prowler:ec2_securitygroup_default_restrict_traffic',
    'cloudsploit:defaultSecurityGroup',
  ],
  evaluate(group) {
    if (!group.isDefault) {
      return notApplicable({
        en: `${group.name} is not a default security group`,
        ja: `${group.name} はデフォルトセキュリティグループではありません`,
      });
    }
    const direction = any(group.ingress, () => true) ? 'inbound' : any(group.egress, () => true) ? 'outbound' : null;
    if (direction === null) return pass();
    return fail(
      {
        en: `Default security group ${group.name} carries ${direction} rules`,
        ja: `デフォルトセキュリティグループ ${group.name} に${direction === 'inbound' ? 'インバウンド' : 'アウトバウンド'}ルールがあります`,
      },
      { at: ['ingress', 'egress'] },
    );
  },
  examples: [
    fails(
      'an inbound rule',
      `resource "aws_default_security_group" "main" {
  vpc_id = "vpc-0123456789abcdef0"
  ingress {
    protocol  = "-1"
    self      = true
    from_port = 0
    to_port   = 0
  }
}`,
    ),
    fails(
      'an outbound rule',
      `resource "aws_default_security_group" "main" {
  vpc_id = "vpc-0123456789abcdef0"
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }
}`,
    ),
    passes(
      'no rules',
      `resource "aws_default_security_group" "main" {
  vpc_id = "vpc-0123456789abcdef0"
}`,
    ),
    isNotApplicable(
      'another group',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    isUnknown(
      'rules behind a switch',
      `variable "rules" {}
resource "aws_default_security_group" "main" {
  vpc_id = "vpc-0123456789abcdef0"
  dynamic "ingress" {
    for_each = var.rules
    content {
      protocol  = "tcp"
      from_port = ingress.value
      to_port   = ingress.value
    }
  }
}`,
    ),
  ],
});
