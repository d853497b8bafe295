/** A subnet that hands out addresses makes every forgotten instance public. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Subnets do not hand out public addresses', ja: 'サブネットがパブリックアドレスを自動で割り当てない' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.subnet',
  why: {
    en: 'Whatever is started in such a subnet is on the internet at once, also what nobody meant to publish.',
    ja: 'このようなサブネットで起動したものは、公開するつもりがなくても直ちにインターネットに面します。',
  },
  fix: {
    edits: { terraform: [{ set: 'map_public_ip_on_launch', value: false }] },
    cautions: ['closes-outbound'],
    summary: { en: 'Set map_public_ip_on_launch to false.', ja: 'map_public_ip_on_launch を false にしてください。' },
    terraform: `resource "aws_subnet" "public_a" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = false
}`,
    cloudformation: `Resources:
  Private:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24`,
    cli: 'aws ec2 modify-subnet-attribute --subnet-id ID --no-map-public-ip-on-launch',
    console: {
      en: 'VPC → Subnets → the subnet → Actions → Edit subnet settings → turn off auto-assign public IPv4 address.',
      ja: 'VPC → サブネット → 対象 → アクション → サブネットの設定を編集 → パブリック IPv4 アドレスの自動割り当てをオフ。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html'],
  equivalents: ['CKV_AWS_130', 'AVD-AWS-0164', 'tfsec:aws-ec2-no-public-ip-subnet', 'EC2.15', 'prowler:vpc_subnet_no_public_ip_by_default'],
  evaluate(subnet) {
    if (!subnet.mapsPublicIpOnLaunch) return pass();
    return fail({
      en: `Subnet ${subnet.name} gives every new instance a public address`,
      ja: `サブネット ${subnet.name} は新しいインスタンスすべてにパブリックアドレスを割り当てます`,
    });
  },
  examples: [
    fails('switched on through a module', {
      'main.tf': 'module "vpc" {\n  source    = "./vpc"\n  auto_address = true\n}',
      'vpc/main.tf': `variable "auto_address" {
  default = false
}
resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = var.auto_address
}`,
    }),
    fails('default subnets do so by themselves', 'resource "aws_default_subnet" "a" {\n  availability_zone = "ap-northeast-1a"\n}'),
    passes('off by default', 'resource "aws_subnet" "private" {\n  vpc_id     = "vpc-0123456789abcdef0"\n  cidr_block = "10.0.1.0/24"\n}', {
      cloudformation: `Resources:
  Private:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24`,
    }),
    isUnknown(
      'handed in',
      `variable "auto_address" {}
resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  map_public_ip_on_launch = var.auto_address
}`,
    ),
    fails('switched on in a template', {
      cloudformation: `Resources:
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      MapPublicIpOnLaunch: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Map:
    Type: String
Resources:
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      MapPublicIpOnLaunch: !Ref Map`,
    }),
  ],
});
