/** Without the audit log nobody can say afterwards who did what in the cluster. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const types = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

export const check = defineCheck({
  title: { en: 'All control-plane log types are on', ja: 'コントロールプレーンのログが全種類有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.eks.cluster',
  why: {
    en: 'EKS writes no control-plane logs by default; without them an intrusion into the cluster leaves no trace.',
    ja: 'EKS は既定でコントロールプレーンのログを残しません。ログがなければクラスターへの侵入の痕跡が残りません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enabled_cluster_log_types', value: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] }],
    },
    summary: {
      en: 'List all five types in enabled_cluster_log_types.',
      ja: 'enabled_cluster_log_types に 5 種類すべてを指定してください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  }
}`,
    cli: 'aws eks update-cluster-config --name NAME --logging \'{"clusterLogging":[{"types":["api","audit","authenticator","controllerManager","scheduler"],"enabled":true}]}\'',
    console: {
      en: 'EKS → the cluster → Observability → Manage logging → turn all types on.',
      ja: 'EKS → 対象クラスター → オブザーバビリティ → ログ記録の管理 → 全種類をオン。',
    },
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  equivalents: [
    'CKV_AWS_37',
    'AVD-AWS-0038',
    'tfsec:aws-eks-enable-control-plane-logging',
    'terrascan:AC_AWS_0465',
    'EKS.8',
    'prowler:eks_control_plane_logging_all_types_enabled',
    'cloudsploit:eksLoggingEnabled',
  ],
  evaluate(cluster) {
    const missing = types.filter((type) => !any(cluster.logTypes, (each) => each === type));
    if (missing.length === 0) return pass();
    return fail({
      en: `Cluster ${cluster.name} does not log ${missing.join(', ')}`,
      ja: `クラスター ${cluster.name} で ${missing.join(', ')} のログが無効です`,
    });
  },
  examples: [
    fails('none by default', 'resource "aws_eks_cluster" "orders" {\n  name = "orders"\n}'),
    fails('two of five', 'resource "aws_eks_cluster" "orders" {\n  name = "orders"\n  enabled_cluster_log_types = ["api", "audit"]\n}'),
    passes(
      'all, from a variable',
      `variable "logs" {
  default = ["audit", "api", "authenticator", "controllerManager", "scheduler"]
}
resource "aws_eks_cluster" "orders" {
  name                      = "orders"
  enabled_cluster_log_types = var.logs
}`,
    ),
    isUnknown(
      'handed in',
      'variable "logs" {}\nresource "aws_eks_cluster" "orders" {\n  name = "orders"\n  enabled_cluster_log_types = var.logs\n}',
    ),
    fails('none (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]`,
    }),
    passes('all types (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
      Logging:
        ClusterLogging:
          EnabledTypes:
            - Type: api
            - Type: audit
            - Type: authenticator
            - Type: controllerManager
            - Type: scheduler`,
    }),
  ],
});
