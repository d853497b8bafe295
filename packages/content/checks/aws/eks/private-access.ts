/** Without a private endpoint the nodes talk to their own API over the internet. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes reach the Kubernetes API inside the VPC', ja: 'ノードが VPC 内で Kubernetes API に接続する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'Without the private endpoint nodes reach their API through the public one, which then cannot be closed.',
    ja: 'プライベートエンドポイントがないと、ノードはパブリックエンドポイントを使うため、それを閉じられません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'vpc_config.endpoint_private_access', value: true }],
      cloudformation: [{ set: 'ResourcesVpcConfig.EndpointPrivateAccess', value: true }],
    },
    summary: {
      en: 'Set endpoint_private_access to true.',
      ja: 'endpoint_private_access を true にしてください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0"]
    endpoint_private_access = true
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
        EndpointPrivateAccess: true`,
    cli: 'aws eks update-cluster-config --name NAME --resources-vpc-config endpointPrivateAccess=true',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  equivalents: ['prowler:eks_cluster_private_nodes_enabled'],
  evaluate(cluster) {
    if (cluster.endpoint.isPrivate) return pass();
    return fail({
      en: `Cluster ${cluster.name} has no private endpoint`,
      ja: `クラスター ${cluster.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]`,
      },
    ),
    passes(
      'private too',
      `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0"]
    endpoint_private_access = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
        EndpointPrivateAccess: true`,
      },
    ),
  ],
});
