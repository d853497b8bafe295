/** A public address is what makes a server somebody's target; load balancers and NAT gateways exist so that servers need none. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have no public IPv4 address', ja: 'EC2 インスタンスにパブリック IPv4 アドレスがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.launch',
  why: {
    en: 'A server with a public address can be reached by everybody as soon as one security group rule is too wide.',
    ja: 'パブリックアドレスを持つサーバーは、セキュリティグループのルールが 1 つ広すぎるだけで誰からも到達できます。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['aws_instance', 'aws_launch_configuration', 'aws_spot_instance_request'], set: 'associate_public_ip_address', value: false },
        { of: ['aws_launch_template'], set: 'network_interfaces[*].associate_public_ip_address', value: false },
      ],
      cloudformation: [
        { of: ['AWS::EC2::Instance'], set: 'NetworkInterfaces[*].AssociatePublicIpAddress', value: false },
        { of: ['AWS::EC2::LaunchTemplate'], set: 'LaunchTemplateData.NetworkInterfaces[*].AssociatePublicIpAddress', value: false },
        { of: ['AWS::AutoScaling::LaunchConfiguration'], set: 'AssociatePublicIpAddress', value: false },
      ],
    },
    cautions: ['replaces', 'closes-access', 'closes-outbound'],
    summary: {
      en: 'Set associate_public_ip_address to false and publish the service through a load balancer.',
      ja: 'associate_public_ip_address を false にし、公開はロードバランサー経由にしてください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.small"
  subnet_id                   = "subnet-0123456789abcdef0"
  associate_public_ip_address = false
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: false
          SubnetId: !Ref Public
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      MapPublicIpOnLaunch: true`,
    cli: 'aws ec2 modify-network-interface-attribute --network-interface-id ENI --no-associate-public-ip-address',
    console: {
      en: 'EC2 → Instances → the instance → Actions → Networking → Manage IP addresses → turn off auto-assign public IP; release Elastic IPs.',
      ja: 'EC2 → インスタンス → 対象 → アクション → ネットワーキング → IP アドレスの管理 → パブリック IP の自動割り当てをオフ。Elastic IP は解放。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  equivalents: [
    'CKV_AWS_88',
    'CKV_AWS_389',
    'AVD-AWS-0009',
    'tfsec:aws-ec2-no-public-ip',
    'tfsec:aws-autoscaling-no-public-ip',
    'EC2.9',
    'EC2.25',
    'AutoScaling.5',
    'prowler:ec2_instance_public_ip',
    'cloudsploit:publicIpAddress',
  ],
  // One question for everything that launches instances: no check of its own for each kind.
  aliases: ['aws-ec2-launch-template-no-public-ip', 'aws-autoscaling-no-public-ip'],
  evaluate(launch) {
    if (launch.hasPublicAddress === undefined)
      return notApplicable({
        en: `${launch.name} leaves public addresses to the subnet`,
        ja: `${launch.name} はパブリックアドレスの有無をサブネットに任せています`,
      });
    if (!launch.hasPublicAddress) return pass();
    return fail(
      launch.isInstance
        ? {
            en: `Instance ${launch.name} has a public IPv4 address`,
            ja: `インスタンス ${launch.name} はパブリック IPv4 アドレスを持ちます`,
          }
        : {
            en: `${launch.name} gives its instances public IPv4 addresses`,
            ja: `${launch.name} はインスタンスにパブリック IPv4 アドレスを割り当てます`,
          },
      { at: ['hasPublicAddress'] },
    );
  },
  examples: [
    fails(
      'asked for',
      `resource "aws_instance" "ops" {
  ami                         = "ami-0123456789abcdef0"
  associate_public_ip_address = true
}`,
    ),
    fails(
      'an Elastic IP',
      `resource "aws_instance" "ops" {
  ami                         = "ami-0123456789abcdef0"
  associate_public_ip_address = false
}
resource "aws_eip" "ops" {
  instance = aws_instance.ops.id
}`,
    ),
    fails(
      'the subnet hands them out',
      `resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}
resource "aws_instance" "ops" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = aws_subnet.public.id
}`,
    ),
    fails(
      'interface of a launch template',
      `resource "aws_launch_template" "workers" {
  name = "workers"
  network_interfaces {
    associate_public_ip_address = true
  }
}`,
    ),
    passes(
      'refused, although the subnet would hand them out',
      `resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}
resource "aws_instance" "orders" {
  ami                         = "ami-0123456789abcdef0"
  subnet_id                   = aws_subnet.public.id
  associate_public_ip_address = false
}`,
    ),
    passes(
      'a subnet from elsewhere does not hand them out by default',
      `variable "subnet_id" {}
resource "aws_instance" "orders" {
  ami       = "ami-0123456789abcdef0"
  subnet_id = var.subnet_id
}`,
    ),
    isUnknown('without a subnet the default VPC decides', 'resource "aws_instance" "orders" {\n  ami = "ami-0123456789abcdef0"\n}'),
    isNotApplicable('a template that leaves it open', 'resource "aws_launch_template" "workers" {\n  name = "workers"\n}'),
    fails('asked for in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
          SubnetId: subnet-0123456789abcdef0`,
    }),
    fails('an Elastic IP of a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: subnet-0123456789abcdef0
  Address:
    Type: AWS::EC2::EIP
    Properties:
      InstanceId: !Ref Orders`,
    }),
    fails('the subnet of a template hands them out', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: !Ref Public
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      MapPublicIpOnLaunch: true`,
    }),
    fails('interface of a launch template of a template', {
      cloudformation: `Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        NetworkInterfaces:
          - DeviceIndex: 0
            AssociatePublicIpAddress: true
            SubnetId: subnet-0123456789abcdef0`,
    }),
    passes('refused in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: false
          SubnetId: !Ref Public
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 10.0.1.0/24
      MapPublicIpOnLaunch: true`,
    }),
    isUnknown('without a subnet the default VPC decides, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0`,
    }),
    isNotApplicable('a launch template that leaves it open', {
      cloudformation: `Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0123456789abcdef0`,
    }),
  ],
});
