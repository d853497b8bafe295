/** Images hold your code and sometimes secrets. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Repositories are encrypted with KMS', ja: 'リポジトリが KMS で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecr.repository',
  why: {
    en: 'Images hold code and sometimes secrets; with a KMS key each pull takes a second permission and is recorded.',
    ja: 'イメージにはコードや時に秘密が含まれます。KMS キーなら取得に別の権限が必要になり、記録も残ります。',
  },
  fix: {
    summary: {
      en: 'Set encryption_type to KMS and name a key; a repository takes it only when it is created.',
      ja: 'encryption_type を KMS にし、キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_ecr_repository" "orders" {
  name = "orders"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      EncryptionConfiguration:
        EncryptionType: KMS
        KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_136', 'AVD-AWS-0033', 'tfsec:aws-ecr-repository-customer-key', 'cloudsploit:ecrRepositoryEncrypted', 'ECR.5'],
  noFramework: 'no control mapping yet',
  evaluate(repository) {
    if (repository.encryption !== 'AES256') return pass();
    return fail({
      en: `Repository ${repository.name} is not encrypted with KMS (${repository.encryption})`,
      ja: `リポジトリ ${repository.name} は KMS で暗号化されていません (${repository.encryption})`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders`,
      },
    ),
    passes(
      'KMS',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      EncryptionConfiguration:
        EncryptionType: KMS
        KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
