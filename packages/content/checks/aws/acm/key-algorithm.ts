/** RSA with 1024 bits can be factored. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificates use RSA-2048 or better', ja: '証明書が RSA-2048 以上を使う' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.acm.certificate',
  why: {
    en: 'Keys of 1024 bits are within reach of attackers with means, and browsers refuse them.',
    ja: '1024 ビットの鍵は資金力のある攻撃者なら解読でき、ブラウザーも拒否します。',
  },
  fix: {
    summary: { en: 'Use RSA_2048 or an elliptic curve.', ja: 'RSA_2048 か楕円曲線を使ってください。' },
    terraform: `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  key_algorithm = "EC_prime256v1"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      KeyAlgorithm: EC_prime256v1`,
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html'],
  equivalents: ['ACM.2', 'prowler:acm_certificates_with_secure_key_algorithms'],
  evaluate(certificate) {
    const { keyAlgorithm } = certificate;
    if (keyAlgorithm === undefined) return notApplicable({ en: 'The certificate is imported', ja: 'インポートされた証明書です' });
    if (!/^RSA_(?:512|1024)$/.test(keyAlgorithm)) return pass();
    return fail({
      en: `Certificate ${certificate.name} has a key of ${keyAlgorithm}`,
      ja: `証明書 ${certificate.name} の鍵は ${keyAlgorithm} です`,
    });
  },
  examples: [
    fails(
      '1024 bits',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  key_algorithm = "RSA_1024"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      KeyAlgorithm: RSA_1024`,
      },
    ),
    passes(
      'elliptic curve',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  key_algorithm = "EC_secp384r1"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: "shop.example.com"
      ValidationMethod: DNS
      KeyAlgorithm: EC_secp384r1`,
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
    isNotApplicable(
      'imported',
      `resource "aws_acm_certificate" "old" {
  certificate_body = file("cert.pem")
  private_key      = file("key.pem")
}`,
    ),
  ],
});
