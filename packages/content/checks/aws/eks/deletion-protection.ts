/** A deleted cluster takes every workload along. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters are protected from deletion', ja: 'クラスターが削除から保護されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'A cluster that is deleted by mistake takes every workload and its settings along.',
    ja: '誤って削除されたクラスターとともに、すべてのワークロードと設定が失われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }], cloudformation: [{ set: 'DeletionProtection', value: true }] },
    summary: {
      en: 'Set deletion_protection to true.',
      ja: 'deletion_protection を true にしてください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name                = "orders"
  role_arn            = "arn:aws:iam::123456789012:role/eks"
  deletion_protection = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      DeletionProtection: true`,
    cli: 'aws eks update-cluster-config --name NAME --deletion-protection',
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html'],
  equivalents: ['prowler:eks_cluster_deletion_protection_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.deletionProtection) return pass();
    return fail({
      en: `Cluster ${cluster.name} can be deleted by mistake`,
      ja: `クラスター ${cluster.name} は誤って削除されるおそれがあります`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks`,
      },
    ),
    passes(
      'protected',
      `resource "aws_eks_cluster" "orders" {
  name                = "orders"
  role_arn            = "arn:aws:iam::123456789012:role/eks"
  deletion_protection = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      DeletionProtection: true`,
      },
    ),
  ],
});
