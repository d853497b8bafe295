/** What is open to the world should be a decision, not an accident: a short list says what may be. */
import { defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, pass, passes, staysWithin } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Only listed ports are open to the internet', ja: '許可リストのポートだけがインターネットに開いている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'A port that is open without being on the list was forgotten, or opened for a test.',
    ja: 'リストにないのに開いているポートは、閉じ忘れか試験用のものです。',
  },
  fix: {
    summary: {
      en: 'Close the port, or add it to authorizedPorts with a decision behind it.',
      ja: 'ポートを閉じるか、判断の上で authorizedPorts に加えてください。',
    },
    terraform: `resource "aws_security_group" "web" {
  name = "web"

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
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions file://rule.json',
    console: {
      en: 'VPC → Security groups → the group → Inbound rules → Edit → narrow or delete the rule → Save.',
      ja: 'VPC → セキュリティグループ → 対象グループ → インバウンドルール → 編集 → 該当ルールを絞るか削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['EC2.18', 'prowler:ec2_securitygroup_allow_ingress_from_internet_to_any_port', 'cloudsploit:openCustomPorts'],
  params: {
    authorizedPorts: {
      type: 'strings',
      default: ['80', '443'],
      description: {
        en: 'Ports or ranges (8000-8099) that may be open to everyone',
        ja: '全員に開いてよいポートまたは範囲 (例 8000-8099)',
      },
    },
  },
  evaluate(group, { authorizedPorts }) {
    const rule = findInternetRule(group.ingress, (each) => !staysWithin(each, authorizedPorts));
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} opens port ${describePorts(rule)} to the internet; listed are ${authorizedPorts.join(', ')}`,
      ja: `セキュリティグループ ${group.name} がポート ${describePorts(rule)} をインターネットに開放しています (許可リスト: ${authorizedPorts.join(', ')})`,
    });
  },
  examples: [
    fails(
      'a port that is not listed',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    fails(
      'a range that reaches beyond the list',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 440
    to_port     = 450
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    passes(
      'HTTPS and ping',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    description = "clients"
    protocol    = "icmp"
    from_port   = 8
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    passes(
      "a list of one's own",
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 8443
    to_port     = 8443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
      { params: { authorizedPorts: ['8443'] } },
    ),
    isUnknown(
      'the port is handed in',
      `variable "port" {}
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = var.port
    to_port     = var.port
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    fails('a port of a template that is not listed', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8443
          ToPort: 8443
          CidrIp: 0.0.0.0/0`,
    }),
    passes('HTTPS of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
    }),
    isUnknown('the port is a parameter', {
      cloudformation: `Parameters:
  Port:
    Type: Number
Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: !Ref Port
          ToPort: !Ref Port
          CidrIp: 0.0.0.0/0`,
    }),
  ],
});
