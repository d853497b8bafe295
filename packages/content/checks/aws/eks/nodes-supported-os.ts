/** Nodes past the end of their system get no fixes for the kernel that all containers share. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes run a supported operating system', ja: 'ノードがサポート中の OS で動く' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.eks.node-group',
  why: {
    en: 'EKS ended its Amazon Linux 2 images in November 2025: holes found in their kernel or container runtime stay open.',
    ja: 'EKS の Amazon Linux 2 イメージは 2025 年 11 月に終了しました。カーネルやコンテナランタイムの欠陥が見つかっても修正されません。',
  },
  fix: {
    summary: {
      en: 'Move to AL2023 or Bottlerocket.',
      ja: 'AL2023 または Bottlerocket に移行してください。',
    },
    terraform: `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  ami_type = "BOTTLEROCKET_ARM_64"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      AmiType: BOTTLEROCKET_ARM_64`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(nodes) {
    if (nodes.amiType?.startsWith('AL2_') !== true) return pass();
    return fail({
      en: `Nodes of ${nodes.name} run Amazon Linux 2 (${nodes.amiType})`,
      ja: `${nodes.name} のノードは Amazon Linux 2 で動いています (${nodes.amiType})`,
    });
  },
  examples: [
    fails(
      'Amazon Linux 2',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  ami_type = "AL2_x86_64"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      AmiType: AL2_x86_64`,
      },
    ),
    passes(
      'Bottlerocket',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  ami_type = "BOTTLEROCKET_ARM_64"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      AmiType: BOTTLEROCKET_ARM_64`,
      },
    ),
    passes(
      'not written',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]`,
      },
    ),
  ],
});
