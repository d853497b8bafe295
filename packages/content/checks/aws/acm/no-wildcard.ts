/** The key of a wildcard is the key of every host. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificates name their hosts', ja: '証明書がホスト名を明示している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.acm.certificate',
  why: {
    en: 'One stolen key of a wildcard certificate impersonates every host of the domain.',
    ja: 'ワイルドカード証明書の鍵が 1 つ盗まれると、ドメインの全ホストになりすまされます。',
  },
  fix: {
    summary: { en: 'List the host names instead of a wildcard.', ja: 'ワイルドカードではなくホスト名を列挙してください。' },
    terraform: `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  subject_alternative_names = ["api.example.com"]
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      SubjectAlternativeNames: ["api.example.com"]`,
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html'],
  equivalents: ['CKV2_AWS_71', 'prowler:acm_certificates_no_wildcard'],
  noFramework: 'no control mapping yet',
  evaluate(certificate) {
    const wildcard = find(certificate.domains, (domain) => domain.includes('*'));
    if (wildcard === undefined) return pass();
    return fail({
      en: `Certificate ${certificate.name} holds for ${wildcard}`,
      ja: `証明書 ${certificate.name} は ${wildcard} に有効です`,
    });
  },
  examples: [
    fails(
      'wildcard',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "*.example.com"
  validation_method = "DNS"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "*.example.com"
      ValidationMethod: DNS`,
      },
    ),
    fails(
      'among the alternatives',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  subject_alternative_names = ["*.example.com"]
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      SubjectAlternativeNames: ["*.example.com"]`,
      },
    ),
    passes(
      'hosts',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  subject_alternative_names = ["api.example.com"]
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      SubjectAlternativeNames: ["api.example.com"]`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "domain" {}
resource "aws_acm_certificate" "shop" {
  domain_name       = "\${var.domain}"
  validation_method = "DNS"
}`,
    ),
  ],
});
