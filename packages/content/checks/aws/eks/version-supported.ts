/** After extended support a version gets no security patches, and AWS upgrades the cluster at a time of its choosing. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/**
 * Minor version of Kubernetes 1.x → end of extended support on EKS. Source: Amazon EKS User Guide, "Kubernetes release calendar", and
 * endoflife.date/amazon-eks; read 2026-11-22. The oldest version still supported that day is the default of `minimumMinorVersion`.
 */
const endOfSupport: Readonly<Record<number, string>> = {
  28: '2025-11-26',
  29: '2026-03-23',
  30: '2026-07-23',
  31: '2026-11-26',
  32: '2027-03-23',
  33: '2027-07-29',
  34: '2027-12-02',
  35: '2028-03-27',
};

export const check = defineCheck({
  title: { en: 'Cluster version is supported', ja: 'クラスターのバージョンがサポート対象である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'A version out of support gets no security patches, and AWS upgrades the cluster without asking, which breaks what nobody tested.',
    ja: 'サポートが切れたバージョンにはセキュリティ修正が出ず、AWS が自動で更新するため、未検証の変更で障害が起きます。',
  },
  fix: {
    summary: {
      en: 'Upgrade one minor version at a time to one in standard support.',
      ja: '標準サポート中のバージョンまで、マイナーバージョンを 1 つずつ更新してください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  version  = "1.35"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  }
}`,
    cli: 'aws eks update-cluster-version --name NAME --kubernetes-version VERSION',
    console: { en: 'EKS → the cluster → Upgrade version.', ja: 'EKS → 対象クラスター → バージョンをアップグレード。' },
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html'],
  equivalents: ['CKV_AWS_339', 'EKS.2', 'prowler:eks_cluster_uses_a_supported_version', 'cloudsploit:eksKubernetesVersion'],
  params: {
    minimumMinorVersion: {
      type: 'number',
      default: 31,
      min: 0,
      description: {
        en: 'Oldest accepted minor version: 31 stands for Kubernetes 1.31. Default: the oldest in extended support on 2026-11-22',
        ja: '許容する最も古いマイナーバージョン (31 は Kubernetes 1.31)。既定は 2026-11-22 時点で延長サポート中の最古のもの',
      },
    },
  },
  evaluate(cluster, { minimumMinorVersion }) {
    const { version } = cluster;
    const minor = /^1\.(\d{1,3})$/.exec(version ?? '')?.[1];
    if (minor === undefined)
      return notApplicable({
        en: `Cluster ${cluster.name} takes the newest version when it is created`,
        ja: `クラスター ${cluster.name} は作成時の最新バージョンになります`,
      });
    if (Number(minor) >= minimumMinorVersion) return pass();
    const end = endOfSupport[Number(minor)];
    return fail({
      en: `Cluster ${cluster.name} runs Kubernetes ${version} (${end ? `end of support ${end}` : `the oldest accepted version is 1.${minimumMinorVersion}`})`,
      ja: `クラスター ${cluster.name} は Kubernetes ${version} です (${end ? `サポート終了日 ${end}` : `許容する最も古いバージョンは 1.${minimumMinorVersion}`})`,
    });
  },
  examples: [
    fails(
      'out of support, from a variable',
      `variable "kubernetes_version" {
  default = "1.29"
}
resource "aws_eks_cluster" "orders" {
  name    = "orders"
  version = var.kubernetes_version
}`,
    ),
    fails('written as a number', 'resource "aws_eks_cluster" "orders" {\n  name    = "orders"\n  version = 1.27\n}'),
    fails('older than the organization accepts', 'resource "aws_eks_cluster" "orders" {\n  name    = "orders"\n  version = "1.33"\n}', {
      params: { minimumMinorVersion: 34 },
    }),
    passes('in standard support', 'resource "aws_eks_cluster" "orders" {\n  name    = "orders"\n  version = "1.34"\n}'),
    isUnknown(
      'handed in',
      'variable "kubernetes_version" {}\nresource "aws_eks_cluster" "orders" {\n  name    = "orders"\n  version = var.kubernetes_version\n}',
    ),
    isNotApplicable('not written', 'resource "aws_eks_cluster" "orders" {\n  name = "orders"\n}'),
    fails('past its end (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
      Version: "1.24"`,
    }),
    passes('current (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
      Version: "1.34"`,
    }),
  ],
});
