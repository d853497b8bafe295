/** The primary node shows the consoles of Hadoop and Spark, most of them without login. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR primary nodes have no public address', ja: 'EMR のプライマリノードにパブリックアドレスがない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.cluster',
  why: {
    en: 'The primary node serves the consoles of Hadoop, Spark and notebooks, most of them without login.',
    ja: 'プライマリノードは Hadoop・Spark・ノートブックの管理画面を提供し、その多くは認証がありません。',
  },
  fix: {
    summary: {
      en: 'Launch the cluster in a private subnet.',
      ja: 'クラスターをプライベートサブネットで起動してください。',
    },
    terraform: `resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "192.0.2.0/25"
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = aws_subnet.private.id
  }
}`,
    cloudformation: `Resources:
  Private:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 192.0.2.0/25
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        Ec2SubnetId: !Ref Private`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html'],
  equivalents: ['EMR.1', 'prowler:emr_cluster_master_nodes_no_public_ip', 'prowler:emr_cluster_publicly_accesible'],
  evaluate(cluster) {
    const isPublic = !cluster.hasSubnet || (cluster.subnet?.mapsPublicIpOnLaunch ?? true);
    if (!isPublic) return pass();
    return fail({
      en: `The nodes of cluster ${cluster.name} get public addresses from their subnet`,
      ja: `クラスター ${cluster.name} のノードにはサブネットからパブリックアドレスが割り当てられます`,
    });
  },
  examples: [
    fails(
      'a public subnet',
      `resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "192.0.2.0/25"
  map_public_ip_on_launch = true
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = aws_subnet.public.id
  }
}`,
      {
        cloudformation: `Resources:
  Public:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 192.0.2.0/25
      MapPublicIpOnLaunch: true
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        Ec2SubnetId: !Ref Public`,
      },
    ),
    fails(
      'no subnet: a default one',
      `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr`,
      },
    ),
    passes(
      'a private subnet',
      `resource "aws_subnet" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "192.0.2.0/25"
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = aws_subnet.private.id
  }
}`,
      {
        cloudformation: `Resources:
  Private:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: vpc-0123456789abcdef0
      CidrBlock: 192.0.2.0/25
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        Ec2SubnetId: !Ref Private`,
      },
    ),
    isUnknown(
      'a subnet of another configuration',
      `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile = "emr"
    subnet_id        = "subnet-0123456789abcdef0"
  }
}`,
    ),
  ],
});
