/** One rule that opens everything makes every service on the host public, also those nobody knows of. */
import { admitsEveryPort, defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No rule opens every port to the internet', ja: 'すべてのポートをインターネットに開くルールがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'Such a rule publishes every service of the host, also the ones that are started later.',
    ja: 'このルールは、後から起動するものも含めて、ホスト上のすべてのサービスを公開します。',
  },
  fix: {
    summary: {
      en: 'Replace the rule by one for each port that clients need.',
      ja: 'クライアントに必要なポートごとのルールに置き換えてください。',
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
        - IpProtocol: '-1'
          CidrIp: 10.0.0.0/16`,
    cli: 'aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions file://rule.json',
    console: {
      en: 'VPC → Security groups → the group → Inbound rules → Edit → narrow or delete the rule for all traffic → Save.',
      ja: 'VPC → セキュリティグループ → 対象グループ → インバウンドルール → 編集 → すべてのトラフィックのルールを絞るか削除 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['CKV_AWS_277', 'prowler:ec2_securitygroup_allow_ingress_from_internet_to_all_ports', 'cloudsploit:openAllPortsProtocols'],
  evaluate(group) {
    const rule = findInternetRule(group.ingress, admitsEveryPort);
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} opens every port to the internet (protocol ${rule.protocol}, ports ${describePorts(rule)})`,
      ja: `セキュリティグループ ${group.name} がすべてのポートをインターネットに開放しています (プロトコル ${rule.protocol}、ポート ${describePorts(rule)})`,
    });
  },
  examples: [
    fails(
      'every protocol',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    fails(
      'every TCP port',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
    ),
    passes(
      'everything, but only inside the VPC',
      `resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }

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
      'the range is handed in',
      `variable "peers" {
  type = list(string)
}
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    description = "clients"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = var.peers
  }
}
`,
    ),
    fails('every protocol in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: '-1'
          CidrIp: 0.0.0.0/0`,
    }),
    passes('everything inside the VPC of a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: '-1'
          CidrIp: 10.0.0.0/16`,
    }),
  ],
});
