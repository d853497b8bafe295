/** What is not on the internet needs no list of who may reach it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kubernetes API has no public endpoint', ja: 'Kubernetes API のパブリックエンドポイントが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'A list of addresses keeps out those who are not on it; a private endpoint keeps out the internet.',
    ja: 'アドレスの一覧で防げるのは一覧にない相手だけです。プライベートエンドポイントならインターネット全体を防げます。',
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
      en: 'Set endpoint_public_access to false and endpoint_private_access to true.',
      ja: 'endpoint_public_access を false、endpoint_private_access を true にしてください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0"]
    endpoint_private_access = true
    endpoint_public_access  = false
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
        EndpointPrivateAccess: true
        EndpointPublicAccess: false`,
    cli: 'aws eks update-cluster-config --name NAME --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  equivalents: ['CKV_AWS_39', 'AVD-AWS-0040', 'tfsec:aws-eks-no-public-cluster-access'],
  evaluate(cluster) {
    if (!cluster.endpoint.isPublic) return pass();
    return fail({
      en: `Cluster ${cluster.name} has a public endpoint`,
      ja: `クラスター ${cluster.name} にパブリックエンドポイントがあります`,
    });
  },
  examples: [
    fails(
      'public by default',
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
      'private',
      `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  vpc_config {
    subnet_ids              = ["subnet-0123456789abcdef0"]
    endpoint_private_access = true
    endpoint_public_access  = false
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
        EndpointPrivateAccess: true
        EndpointPublicAccess: false`,
      },
    ),
  ],
});
