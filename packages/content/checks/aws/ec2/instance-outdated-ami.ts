/** An image of an ended system starts with holes that nobody closes any more. */
import { defineCheck, fail, fails, find, isNotApplicable, pass, passes } from '@kumomori/model';

/**
 * Names of systems whose free security updates have ended by 2026-11-22: Amazon Linux 1 and 2, Ubuntu up to 20.04, Debian up to 11, CentOS
 * Linux, RHEL up to 7, SLES up to 12, Windows Server up to 2012 R2. Source: life cycle pages of the vendors.
 */
const ENDED = [
  /amzn2?-ami/,
  /ubuntu[-/].*\b(?:precise|trusty|xenial|bionic|focal|1[0-9]\.\d\d|20\.04)\b/,
  /debian-(?:jessie|stretch|buster|bullseye|8|9|10|11)-/,
  /centos(?:[ -]linux)?[ -]?[678]\b/,
  /rhel-[567][._-]/,
  /suse-sles-1[12]-/,
  /windows_server-20(?:03|08|12)/,
];

export const check = defineCheck({
  title: { en: 'Instances do not run images of ended systems', ja: 'インスタンスがサポートの終了した OS のイメージを使用していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'Every instance made from the image has the known holes of its system from the first minute, and no updates to come.',
    ja: 'このイメージのインスタンスは起動直後から既知の脆弱性を持ち、更新もされません。',
  },
  fix: {
    summary: { en: 'Choose the image of a system that is still maintained.', ja: 'サポート中の OS のイメージを選んでください。' },
    terraform: `data "aws_ami" "base" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html'],
  equivalents: ['prowler:ec2_instance_with_outdated_ami', 'cloudsploit:outdatedAmiInUse'],
  evaluate(instance) {
    const ended = find(instance.imageNames, (name) => ENDED.some((pattern) => pattern.test(name.toLowerCase())));
    if (ended === undefined) return pass();
    return fail({
      en: `Instance ${instance.name} runs an image of an ended system (${ended})`,
      ja: `インスタンス ${instance.name} はサポートの終了した OS のイメージを使用しています (${ended})`,
    });
  },
  examples: [
    fails(
      'Ubuntu 18.04',
      `data "aws_ami" "base" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-bionic-18.04-amd64-server-*"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
    ),
    passes(
      'Ubuntu 24.04',
      `data "aws_ami" "base" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*"]
  }
}

resource "aws_instance" "orders" {
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
}`,
    ),
    fails(
      'Amazon Linux 1 by its public parameter',
      `data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/amzn-ami-hvm-x86_64-gp2"
}

resource "aws_instance" "orders" {
  ami           = data.aws_ssm_parameter.image.value
  instance_type = "t3.micro"
}`,
    ),
    fails('Amazon Linux 1', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/amzn-ami-hvm-x86_64-gp2}}'`,
    }),
    passes('Amazon Linux 2023', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'`,
    }),
    isNotApplicable(
      'only an id',
      `resource "aws_instance" "orders" {
  instance_type = "t3.micro"
  ami           = "ami-0123456789abcdef0"
}`,
    ),
    isNotApplicable('only an id, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      InstanceType: t3.micro
      ImageId: ami-0123456789abcdef0`,
    }),
  ],
});
