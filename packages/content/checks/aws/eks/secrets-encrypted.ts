/** Since Kubernetes 1.28 EKS encrypts the API data with its own key; only a key of yours can be watched and taken away. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Kubernetes secrets are encrypted with a key of your own',
    ja: 'Kubernetes のシークレットがカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.eks.cluster',
  why: {
    en: 'With a customer managed key every use of it is logged, and access to the secrets in etcd can be cut off; clusters before 1.28 have no envelope encryption otherwise.',
    ja: 'カスタマー管理キーなら使用が記録され、etcd 内のシークレットへのアクセスを断てます。1.28 より前のクラスターは、指定しないとエンベロープ暗号化されません。',
  },
  fix: {
    summary: {
      en: 'Add encryption_config for secrets with a KMS key.',
      ja: 'KMS キーを指定した encryption_config (secrets) を追加してください。',
    },
    terraform: `resource "aws_eks_cluster" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = aws_kms_key.eks.arn
    }
  }

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  }
}

resource "aws_kms_key" "eks" {
  description         = "secrets of the orders cluster"
  enable_key_rotation = true
}`,
    cli: 'aws eks associate-encryption-config --cluster-name NAME --encryption-config \'[{"resources":["secrets"],"provider":{"keyArn":"ARN"}}]\'',
    console: {
      en: 'EKS → the cluster → Overview → Secrets encryption → Enable → choose a KMS key.',
      ja: 'EKS → 対象クラスター → 概要 → シークレットの暗号化 → 有効化 → KMS キーを選択。',
    },
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html'],
  equivalents: [
    'CKV_AWS_58',
    'AVD-AWS-0039',
    'tfsec:aws-eks-encrypt-secrets',
    'EKS.3',
    'prowler:eks_cluster_kms_cmk_encryption_in_secrets_enabled',
    'cloudsploit:eksSecretsEncrypted',
  ],
  evaluate(cluster) {
    if (cluster.hasSecretsKey) return pass();
    return fail({
      en: `Cluster ${cluster.name} encrypts its secrets with no key of your own`,
      ja: `クラスター ${cluster.name} のシークレットはカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails('no encryption_config', 'resource "aws_eks_cluster" "orders" {\n  name = "orders"\n}'),
    fails(
      'for nothing',
      `resource "aws_eks_cluster" "orders" {
  name = "orders"
  encryption_config {
    resources = []
    provider {
      key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/orders"
    }
  }
}`,
    ),
    passes(
      'a key made in the same code',
      `resource "aws_kms_key" "eks" {}
resource "aws_eks_cluster" "orders" {
  name = "orders"
  dynamic "encryption_config" {
    for_each = [1]
    content {
      resources = ["secrets"]
      provider {
        key_arn = aws_kms_key.eks.arn
      }
    }
  }
}`,
    ),
    isUnknown(
      'perhaps',
      `variable "keys" {}
resource "aws_eks_cluster" "orders" {
  name = "orders"
  dynamic "encryption_config" {
    for_each = var.keys
    content {
      resources = ["secrets"]
      provider {
        key_arn = encryption_config.value
      }
    }
  }
}`,
    ),
    fails('not written (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]`,
    }),
    passes('a key (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Cluster
    Properties:
      Name: orders
      RoleArn: arn:aws:iam::123456789012:role/eks
      ResourcesVpcConfig:
        SubnetIds: [subnet-0123456789abcdef0]
      EncryptionConfig:
        - Resources: [secrets]
          Provider:
            KeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    }),
  ],
});
