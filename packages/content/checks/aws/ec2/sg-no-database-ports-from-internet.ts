/** A database on the internet is copied, wiped and held to ransom by programs. */
import { defineCheck, describePorts, fail, fails, findOpenPorts, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Database and cache ports are not open to the internet',
    ja: 'データベースやキャッシュのポートがインターネットに開いていない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Open databases are found within hours; many engines have no login at all until somebody sets one.',
    ja: '公開されたデータベースは数時間で見つかります。設定するまで認証のないエンジンも多くあります。',
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
    from_port   = 3306
    to_port     = 3306
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
          CidrIp: 0.0.0.0/0
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 10.0.0.0/16`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions file://rule.json',
    console: {
      en: 'VPC → Security groups → the group → Inbound rules → Edit → narrow or delete the rule → Save.',
      ja: 'VPC → セキュリティグループ → 対象グループ → インバウンドルール → 編集 → 該当ルールを絞るか削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: [],
  params: {
    // Default ports from the engines' own documentation.
    ports: {
      type: 'strings',
      default: [
        '1433-1434',
        '1521',
        '2483-2484',
        '3306',
        '4333',
        '5432-5433',
        '5439',
        '5984',
        '6379-6380',
        '7000-7001',
        '7199',
        '8086',
        '9042',
        '9092-9094',
        '9160',
        '9200',
        '9300',
        '11211',
        '26257',
        '27017-27019',
        '28015',
        '50000',
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
      'PostgreSQL for everyone',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
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
    from_port   = 5432
    to_port     = 5432
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
    from_port   = 5432
    to_port     = 5432
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
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = [var.clients]
  }
}
`,
    ),
    fails('PostgreSQL of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 0.0.0.0/0`,
    }),
    passes('HTTPS of a template for everyone, PostgreSQL inside', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 10.0.0.0/16`,
    }),
  ],
});
