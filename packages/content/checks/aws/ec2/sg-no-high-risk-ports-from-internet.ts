/** Services that were never made for the internet, by the ports they listen on. */
import { defineCheck, describePorts, fail, fails, findOpenPorts, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'High-risk service ports are not open to the internet', ja: 'リスクの高いサービスのポートがインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'File transfer, remote shells, management and developer ports carry weak logins and known holes; scanners try them all.',
    ja: 'ファイル転送・リモートシェル・管理・開発用のポートは認証が弱く既知の脆弱性も多いため、スキャナーに必ず試されます。',
  },
  fix: {
    summary: {
      en: 'Admit only the security group or addresses of the clients.',
      ja: 'クライアントのセキュリティグループやアドレスだけに絞ってください。',
    },
    terraform: `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["10.20.0.0/16"]
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
  equivalents: ['EC2.19', 'prowler:ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports'],
  params: {
    // Security Hub control EC2.19 and IANA service names; SSH, RDP and databases have checks of their own.
    ports: {
      type: 'strings',
      default: [
        '20-21',
        '23',
        '25',
        '69',
        '110',
        '135',
        '137-139',
        '143',
        '161',
        '445',
        '512-514',
        '873',
        '2049',
        '2375-2376',
        '2379-2380',
        '3000',
        '4333',
        '5000',
        '5500',
        '5601',
        '5900-5903',
        '5985-5986',
        '8080',
        '8088',
        '8888',
        '10250',
      ],
      description: { en: 'Ports or ranges that must not be open to everyone', ja: '全員に開いてはならないポートまたは範囲' },
    },
  },
  evaluate(group, { ports }) {
    const open = findOpenPorts(group.ingress, ports);
    if (!open) return pass();
    return fail({
      en: `Security group ${group.name} opens port ${open.ports} to the internet (rule for ports ${describePorts(open.rule)})`,
      ja: `セキュリティグループ ${group.name} がポート ${open.ports} をインターネットに開放しています (ポート ${describePorts(open.rule)} のルール)`,
    });
  },
  examples: [
    fails(
      'Telnet for everyone',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    fails(
      'IPv6 counts too',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    ipv6_cidr_blocks = ["::/0"]
  }
}
`,
    ),
    passes(
      'HTTPS for everyone, the rest inside',
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
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    cidr_blocks = ["10.20.0.0/16"]
  }
}
`,
    ),
    isUnknown(
      'the range is handed in',
      `variable "clients" {}
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    cidr_blocks = [var.clients]
  }
}
`,
    ),
    fails('Telnet of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 23
          ToPort: 23
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
  ],
});
