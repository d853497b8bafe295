/** The default group is what a resource gets when nobody chose one. */
import { any, defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The default security group carries no rules', ja: 'デフォルトセキュリティグループにルールがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.default-security-group',
  why: {
    en: 'Whatever is started without a group lands in the default one; rules in it open doors nobody decided on.',
    ja: 'グループを指定しなかったリソースはデフォルトグループに入ります。そこにルールがあると、意図しない通信が許可されます。',
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
    'tfsec:aws-ec2-restrict-all-in-default-sg',
    'EC2.2',
    'prowler:ec2_securitygroup_default_restrict_traffic',
    'cloudsploit:defaultSecurityGroup',
  ],
  evaluate(group) {
    if (!group.isManaged) {
      return fail({
        en: `VPC ${group.name} leaves its default security group as AWS makes it: open among its members and outward`,
        ja: `VPC ${group.name} のデフォルトセキュリティグループは初期状態のままで、グループ内とアウトバウンドの通信を許可しています`,
      });
    }
    const direction = any(group.ingress, () => true) ? 'inbound' : any(group.egress, () => true) ? 'outbound' : null;
    if (direction === null) return pass();
    return fail(
      {
        en: `Default security group of ${group.name} carries ${direction} rules`,
        ja: `${group.name} のデフォルトセキュリティグループに${direction === 'inbound' ? 'インバウンド' : 'アウトバウンド'}ルールがあります`,
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
    fails('a VPC whose default group nobody closes', `resource "aws_vpc" "main" {\n  cidr_block = "10.20.0.0/16"\n}`),
    fails(
      'a rule of its own',
      `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
resource "aws_default_security_group" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "any" {
  security_group_id = aws_default_security_group.main.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.20.0.0/16"
}`,
    ),
    passes('closed in a module', {
      'main.tf': `resource "aws_vpc" "main" {\n  cidr_block = "10.20.0.0/16"\n}\nmodule "closed" {\n  source = "./closed"\n  vpc    = aws_vpc.main.id\n}`,
      'closed/main.tf': `variable "vpc" {}\nresource "aws_default_security_group" "this" {\n  vpc_id = var.vpc\n}`,
    }),
    isUnknown(
      'closed behind a switch nobody set',
      `variable "close" {}
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
resource "aws_default_security_group" "main" {
  count  = var.close
  vpc_id = aws_vpc.main.id
}`,
    ),
    isNotApplicable('another group', `resource "aws_security_group" "web" {\n  name = "web"\n}`),
    fails(
      'rules as soon as somebody sets the variable',
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
