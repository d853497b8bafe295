/** Root and storage volumes are not covered by local disk encryption unless asked for. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR encrypts EBS volumes', ja: 'EMR が EBS ボリュームを暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.security-configuration',
  why: {
    en: 'Root and storage volumes hold job data and credentials; snapshots of them travel.',
    ja: 'ルートボリュームとストレージボリュームにはジョブのデータや認証情報があり、スナップショットとして持ち出されえます。',
  },
  fix: {
    edits: {
      cloudformation: [
        {
          set: 'SecurityConfiguration.EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration[*].EnableEbsEncryption',
          value: true,
        },
      ],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set EnableEbsEncryption in LocalDiskEncryptionConfiguration, with a KMS key.',
      ja: 'LocalDiskEncryptionConfiguration で EnableEbsEncryption を true にし、KMS キーを指定してください。',
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
          EnableEbsEncryption       = true
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
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
              EnableEbsEncryption: true`,
    cli: 'aws emr create-security-configuration --name NAME --security-configuration file://configuration.json',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html'],
  equivalents: ['CKV_AWS_350'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const isEncrypted = allOf(
      () => configuration.atRest,
      () => configuration.encryptsEbs,
    );
    if (isEncrypted) return pass();
    return fail({
      en: `Security configuration ${configuration.name} does not encrypt EBS volumes`,
      ja: `セキュリティ設定 ${configuration.name} は EBS ボリュームを暗号化していません`,
    });
  },
  examples: [
    fails(
      'local disks only',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          EnableEbsEncryption       = false
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
              EnableEbsEncryption: false`,
      },
    ),
    passes(
      'volumes too',
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
          EnableEbsEncryption       = true
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
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
              EnableEbsEncryption: true`,
      },
    ),
  ],
});
