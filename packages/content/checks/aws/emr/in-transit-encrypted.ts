/** Nodes exchange the data of all jobs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR encrypts data in transit', ja: 'EMR が通信を暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.security-configuration',
  why: {
    en: 'Nodes exchange the data of all jobs over the network of the VPC; without TLS it travels readably.',
    ja: 'ノード間では全ジョブのデータが流れます。TLS がないと読める形で送られます。',
  },
  fix: {
    summary: {
      en: 'Set EnableInTransitEncryption to true and provide a certificate.',
      ja: 'EnableInTransitEncryption を true にし、証明書を指定してください。',
    },
    terraform: `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = true
      EnableAtRestEncryption    = false
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://orders-certificates/emr.zip"
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
          EnableInTransitEncryption: true
          EnableAtRestEncryption: false
          InTransitEncryptionConfiguration:
            TLSCertificateConfiguration:
              CertificateProviderType: PEM
              S3Object: s3://orders-certificates/emr.zip`,
    cli: 'aws emr create-security-configuration --name NAME --security-configuration file://configuration.json',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html'],
  equivalents: [
    'CKV_AWS_351',
    'AVD-AWS-0138',
    'tfsec:aws-emr-enable-in-transit-encryption',
    'EMR.4',
    'prowler:emr_cluster_in_transit_encryption_enabled',
    'cloudsploit:emrEncryptionInTransit',
  ],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    if (configuration.inTransit) return pass();
    return fail({
      en: `Security configuration ${configuration.name} does not encrypt data in transit`,
      ja: `セキュリティ設定 ${configuration.name} は通信を暗号化していません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = false
      EnableAtRestEncryption    = false
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
          EnableAtRestEncryption: false`,
      },
    ),
    passes(
      'with a certificate',
      `resource "aws_emr_security_configuration" "orders" {
  name          = "orders"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = true
      EnableAtRestEncryption    = false
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://orders-certificates/emr.zip"
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
          EnableInTransitEncryption: true
          EnableAtRestEncryption: false
          InTransitEncryptionConfiguration:
            TLSCertificateConfiguration:
              CertificateProviderType: PEM
              S3Object: s3://orders-certificates/emr.zip`,
      },
    ),
  ],
});
