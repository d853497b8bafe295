/** Whoever reaches the API server can try stolen tokens and the next authentication flaw. */
import { defineCheck, fail, fails, isInternet, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kubernetes API is not open to the internet', ja: 'Kubernetes API がインターネットに公開されていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'An API server that everybody reaches is one stolen token, or one flaw in Kubernetes, away from the loss of the cluster.',
    ja: '誰でも到達できる API サーバーは、盗まれたトークン 1 つ、または Kubernetes の欠陥 1 つでクラスターを奪われます。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'vpc_config.endpoint_private_access', value: true },
        { set: 'vpc_config.endpoint_public_access', value: false },
      ],
      cloudformation: [
        { set: 'ResourcesVpcConfig.EndpointPrivateAccess', value: true },
        { set: 'ResourcesVpcConfig.EndpointPublicAccess', value: false },
      ],
    },
    cautions: ['closes-access', 'needs-network'],
    summary: {
      en: 'Turn the public endpoint off, or list the addresses that may use it.',
      ja: 'パブリックエンドポイントを無効にするか、利用できるアドレスを限定してください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}`,
    cli: 'aws eks update-cluster-config --name NAME --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true',
    console: {
      en: 'EKS → the cluster → Networking → Manage endpoint access → Private, or advanced settings with your CIDR blocks.',
      ja: 'EKS → 対象クラスター → ネットワーキング → エンドポイントアクセスの管理 → プライベート、または詳細設定で CIDR を限定。',
    },
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  equivalents: [
    'CKV_AWS_38',
    'AVD-AWS-0041',
    'tfsec:aws-eks-no-public-cluster-access-to-cidr',
    'EKS.1',
    'prowler:eks_cluster_not_publicly_accessible',
    'cloudsploit:eksPrivateEndpoint',
  ],
  evaluate(cluster) {
    if (!cluster.endpoint.isPublic) return pass();
    const cidrs = cluster.endpoint.publicCidrs;
    if (!isInternet([...cidrs])) return pass();
    return fail({
      en: `The Kubernetes API of cluster ${cluster.name} is open to ${cidrs.join(', ')}`,
      ja: `クラスター ${cluster.name} の Kubernetes API が ${cidrs.join(', ')} に公開されています`,
    });
  },
  examples: [
    fails(
      'public by default',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}`,
    ),
    fails(
      'an empty list means everybody',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs    = []
  }
}`,
    ),
    fails(
      'two halves',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    public_access_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}`,
    ),
    passes(
      'private',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    endpoint_public_access = false
    public_access_cidrs    = ["0.0.0.0/0"]
  }
}`,
    ),
    passes(
      'from the office only',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    public_access_cidrs = ["198.51.100.0/24"]
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "cidrs" {}
resource "aws_eks_cluster" "orders" {
  name = "orders"
  vpc_config {
    public_access_cidrs = var.cidrs
  }
}`,
    ),
    fails('public by default (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]`,
    }),
    passes('one network (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
        PublicAccessCidrs: [192.0.2.0/24]`,
    }),
  ],
});
