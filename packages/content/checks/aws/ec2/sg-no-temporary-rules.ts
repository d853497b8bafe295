/** A hole that was opened "for a moment" is the one that nobody closes: no ticket is open any more, and no alarm rings (IPA study, forgotten rules). */
import { defineCheck, fail, fails, isUnknown, overdueRules, pass, passes, temporaryParams } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security groups keep no temporary rules', ja: 'セキュリティグループに一時的なルールが残っていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Rules for a test, a vendor visit or a workaround are forgotten when the work is done; nobody misses them but an attacker.',
    ja: '試験や業者対応、回避策のために開けたルールは、作業が終わると忘れられます。残った穴に気づくのは攻撃者だけです。',
  },
  fix: {
    summary: {
      en: 'Remove the rule, or write until when it is needed (until 2027-03-31) and by whom.',
      ja: 'ルールを削除するか、誰がいつまで必要とするか (2027-03-31 まで など) を書いてください。',
    },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "operators of the orders system"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
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
        - Description: operators of the orders system
          IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --security-group-rule-ids RULE',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: [],
  noFramework: 'a matter of practice that no framework counts',
  params: temporaryParams,
  evaluate(group, params) {
    const overdue = overdueRules([group.ingress, group.egress], params);
    if (!overdue) return pass();
    const { reason, count } = overdue;
    return fail({
      en: `Security group ${group.name} has ${count === 1 ? 'a rule' : `${count} rules`} that should be gone: ${count === 1 ? 'it' : 'one'} ${reason.en}`,
      ja: `セキュリティグループ ${group.name} に残ったままの一時的なルールが ${count} 件あります: ${reason.ja}`,
    });
  },
  examples: [
    fails(
      'the description says it',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "temporary access for the vendor"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    fails('the description says it, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: temporary access for the vendor
          IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
    }),
    fails(
      'a comment says it, in Japanese',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  # 暫定対応。移行が終わったら削除
  ingress {
    description = "vendor"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    fails('a comment says it, in Japanese, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        # 暫定対応。移行が終わったら削除
        - Description: vendor
          IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
    }),
    fails(
      'a comment behind a line',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "vendor"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"] # TODO only the office
  }
}`,
    ),
    fails(
      'its day has passed',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "migration, until 2026-03-31"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    fails(
      'its day has passed, in a template',
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: migration, until 2026-03-31
          IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
      },
      { params: { today: ['2026-11-22'] } },
    ),
    fails(
      'the ticket that it was for is closed',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "vendor access (OPS-12)"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
      { params: { closedTickets: ['OPS-12'] } },
    ),
    fails(
      'a rule of its own, there for half a year',
      `# test
resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = "sg-0123456789abcdef0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "198.51.100.0/24"
}`,
      { params: { today: ['2026-11-22'], since: ['2026-05-20'] } },
    ),
    fails('a rule of its own in a template', {
      cloudformation: `Resources:
  # workaround until the proxy is repaired
  Office:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: sg-0123456789abcdef0
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      CidrIp: 198.51.100.0/24`,
    }),
    passes(
      'its day is still to come',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "migration, temporary until 2027-01-31"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    passes(
      'a few days old',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "一時的な開放"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
      { params: { today: ['2026-11-22'], since: ['2026-11-10'] } },
    ),
    passes(
      'words that only look like it',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "template servers of the test environment"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    passes('words that only look like it, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: template servers of the test environment
          IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
    }),
    isUnknown(
      'the description is handed in',
      `variable "purpose" {}
resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = var.purpose
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
  ],
});
