/** WannaCry came in through exactly this port. */
import { defineCheck, fail, fails, findOpenPorts, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'CIFS/SMB is not open to the internet', ja: 'CIFS/SMB がインターネットに開いていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'File sharing was never made for the internet: worms and ransomware enter through open SMB ports.',
    ja: 'ファイル共有はインターネット向けの仕組みではなく、開いた SMB ポートはワームやランサムウェアの侵入口になります。',
  },
  fix: {
    summary: {
      en: 'Admit ports 137 to 139 and 445 only from known networks.',
      ja: 'ポート 137〜139 と 445 の許可元を既知のネットワークに絞ってください。',
    },
    terraform: `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
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
          FromPort: 445
          ToPort: 445
          CidrIp: 198.51.100.0/24`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  equivalents: ['prowler:ec2_instance_port_cifs_exposed_to_internet', 'cloudsploit:openCIFS'],
  evaluate(group) {
    const open = findOpenPorts(group.ingress, ['137-139', '445']);
    if (!open) return pass();
    return fail({
      en: `Security group ${group.name} opens file sharing (port ${open.ports}) to the internet`,
      ja: `セキュリティグループ ${group.name} がファイル共有 (ポート ${open.ports}) をインターネットに開放しています`,
    });
  },
  examples: [
    fails(
      'SMB from everywhere',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    fails('SMB from everywhere, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: clients
          IpProtocol: "tcp"
          FromPort: 445
          ToPort: 445
          CidrIp: 0.0.0.0/0`,
    }),
    fails(
      'within a range',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 400
    to_port     = 500
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
    passes(
      'SMB from the office',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["198.51.100.0/24"]
  }
}`,
    ),
    passes('SMB from the office, in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: web
      GroupDescription: Web servers
      SecurityGroupIngress:
        - Description: clients
          IpProtocol: "tcp"
          FromPort: 445
          ToPort: 445
          CidrIp: 198.51.100.0/24`,
    }),
  ],
});
