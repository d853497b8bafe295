/** Spark spills the data it sorts to local disks. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR encrypts local disks', ja: 'EMR がローカルディスクを暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.security-configuration',
  why: {
    en: 'Shuffles and caches spill the data of every job to local disks.',
    ja: 'シャッフルやキャッシュにより、各ジョブのデータがローカルディスクに書き出されます。',
  },
  fix: {
    summary: {
      en: 'Add LocalDiskEncryptionConfiguration with a KMS key.',
      ja: 'KMS キーを指定した LocalDiskEncryptionConfiguration を追加してください。',
    },
    terraform: `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
        }
      }
    }
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      Name: orders
      SecurityConfiguration:
        EncryptionConfiguration:
          EnableInTransitEncryption: false
          EnableAtRestEncryption: true
          AtRestEncryptionConfiguration:
            LocalDiskEncryptionConfiguration:
              EncryptionKeyProviderType: AwsKms
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws emr create-security-configuration --name NAME --security-configuration file://configuration.json',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html'],
  equivalents: [
    'CKV_AWS_349',
    'AVD-AWS-0139',
    'tfsec:aws-emr-enable-local-disk-encryption',
    'EMR.3',
    'prowler:emr_cluster_local_disk_encryption_enabled',
  ],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const isEncrypted = allOf(
      () => configuration.atRest,
      () => configuration.localDiskKeyProvider !== undefined,
    );
    if (isEncrypted) return pass();
    return fail({
      en: `Security configuration ${configuration.name} does not encrypt local disks`,
      ja: `セキュリティ設定 ${configuration.name} はローカルディスクを暗号化していません`,
    });
  },
  examples: [
    fails(
      'only S3',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = { EncryptionMode = "SSE-S3" }
      }
    }
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      Name: orders
      SecurityConfiguration:
        EncryptionConfiguration:
          EnableInTransitEncryption: false
          EnableAtRestEncryption: true
          AtRestEncryptionConfiguration:
            S3EncryptionConfiguration:
              EncryptionMode: SSE-S3`,
      },
    ),
    passes(
      'disks too',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
        }
      }
    }
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      Name: orders
      SecurityConfiguration:
        EncryptionConfiguration:
          EnableInTransitEncryption: false
          EnableAtRestEncryption: true
          AtRestEncryptionConfiguration:
            LocalDiskEncryptionConfiguration:
              EncryptionKeyProviderType: AwsKms
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
