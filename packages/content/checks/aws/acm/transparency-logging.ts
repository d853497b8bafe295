/** Certificates nobody can list are certificates nobody misses when forged. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificates are published in transparency logs', ja: '証明書が証明書透明性ログに公開される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.acm.certificate',
  why: {
    en: 'Browsers refuse certificates that are not logged, and forged ones for the domain cannot be told apart.',
    ja: '記録のない証明書はブラウザーに拒否され、偽造された証明書との区別もつきません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'options.certificate_transparency_logging_preference', value: 'ENABLED' }],
      cloudformation: [{ set: 'CertificateTransparencyLoggingPreference', value: 'ENABLED' }],
    },
    summary: { en: 'Remove the preference DISABLED.', ja: 'DISABLED の指定を削除してください。' },
    terraform: `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  options {
    certificate_transparency_logging_preference = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      CertificateTransparencyLoggingPreference: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html'],
  equivalents: ['CKV_AWS_234', 'prowler:acm_certificates_transparency_logs_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(certificate) {
    if (certificate.isLogged) return pass();
    return fail({
      en: `Certificate ${certificate.name} is kept out of transparency logs`,
      ja: `証明書 ${certificate.name} は証明書透明性ログに公開されません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  options {
    certificate_transparency_logging_preference = "DISABLED"
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      CertificateTransparencyLoggingPreference: DISABLED`,
      },
    ),
    passes(
      'by default',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS`,
      },
    ),
  ],
});
