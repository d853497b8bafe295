/** A /16 of a provider holds 65,536 machines, most of them of strangers. */
import { any, defineCheck, fail, fails, find, isInternet, parseCidr, pass, passes } from '@kumomori/model';

/** Ranges that are not routed on the internet, and the test and multicast blocks. Source: IANA IPv4 Special-Purpose Address Registry. */
const PRIVATE = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3'];

function isWide(cidr: string, shortestPrefix: number): boolean {
  const range = parseCidr(cidr);
  const prefix = Number(cidr.split('/')[1] ?? '32');
  if (!range || range.family !== 4 || prefix >= shortestPrefix || isInternet([cidr])) return false;
  return !PRIVATE.some((text) => {
    const outer = parseCidr(text);
    return outer !== null && outer.first <= range.first && range.last <= outer.last;
  });
}

export const check = defineCheck({
  title: {
    en: 'No rule admits a very wide public range (shorter than /24)',
    ja: '広すぎる公開アドレス範囲 (/24 より広い) を許可していない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.security-group',
  why: {
    en: 'A wide public range admits customers of the same provider as well as the partner who was meant.',
    ja: '広い公開アドレス範囲には、意図した相手だけでなく同じ事業者の他の利用者も含まれます。',
  },
  fix: {
    summary: { en: 'Name the addresses that are meant; /24 at most.', ja: '意図したアドレスだけを /24 以内で指定してください。' },
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
  equivalents: ['prowler:ec2_securitygroup_allow_wide_open_public_ipv4'],
  params: {
    shortestPrefix: { type: 'number', default: 24, min: 1, description: { en: 'Shortest IPv4 prefix', ja: '最短の IPv4 プレフィックス' } },
  },
  evaluate(group, { shortestPrefix }) {
    const wide = (cidr: string): boolean => isWide(cidr, shortestPrefix);
    const rule = find(group.ingress, ({ cidrs }) => any(cidrs, wide));
    if (!rule) return pass();
    return fail({
      en: `Security group ${group.name} admits the public range ${find(rule.cidrs, wide)}`,
      ja: `セキュリティグループ ${group.name} が公開アドレス範囲 ${find(rule.cidrs, wide)} を許可しています`,
    });
  },
  examples: [
    fails(
      'a /16 of a provider',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["198.51.0.0/16"]
  }
}`,
    ),
    fails('a /16 of a provider, in a template', {
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
          CidrIp: 198.51.0.0/16`,
    }),
    passes(
      'one /24',
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
    passes('one /24, in a template', {
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
    passes(
      'a private range',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}`,
    ),
    passes('a private range, in a template', {
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
          CidrIp: 10.0.0.0/8`,
    }),
    passes(
      'the whole internet is another check',
      `resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  ingress {
    description = "clients"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
    ),
  ],
});
