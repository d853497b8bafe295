/** SSE-S3 opens for everybody who may read the bucket. */
import { allOf, defineCheck, fail, fails, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR encrypts its S3 data with KMS', ja: 'EMR が S3 のデータを KMS で暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.security-configuration',
  why: {
    en: 'With SSE-S3 whoever reads the bucket reads the data; a KMS key asks for a second permission and records each use.',
    ja: 'SSE-S3 ではバケットを読める人がデータも読めます。KMS キーなら別の権限が必要になり、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set the S3 encryption mode to SSE-KMS or CSE-KMS.',
      ja: 'S3 の暗号化モードを SSE-KMS か CSE-KMS にしてください。',
    },
    terraform: `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-KMS"
          AwsKmsKey      = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
            S3EncryptionConfiguration:
              EncryptionMode: SSE-KMS
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws emr create-security-configuration --name NAME --security-configuration file://configuration.json',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html'],
  equivalents: ['CKV_AWS_171', 'AVD-AWS-0137', 'tfsec:aws-emr-enable-at-rest-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const isKms = allOf(
      () => configuration.atRest,
      () => configuration.s3Mode === 'SSE-KMS' || configuration.s3Mode === 'CSE-KMS',
    );
    if (isKms) return pass();
    const mode = shown(() => configuration.s3Mode) ?? 'none';
    return fail({
      en: `Security configuration ${configuration.name} does not encrypt S3 data with KMS (${mode})`,
      ja: `セキュリティ設定 ${configuration.name} は S3 のデータを KMS で暗号化していません (${mode})`,
    });
  },
  examples: [
    fails(
      'SSE-S3',
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
      'SSE-KMS',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-KMS"
          AwsKmsKey      = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
            S3EncryptionConfiguration:
              EncryptionMode: SSE-KMS
              AwsKmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
