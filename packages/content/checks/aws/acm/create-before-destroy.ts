/** Terraform deletes first unless told otherwise; a listener without certificate serves nobody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Certificates are replaced before they are deleted', ja: '証明書は削除前に新しいものへ置き換えられる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.acm.certificate',
  why: {
    en: 'When the domain list changes, Terraform deletes the certificate first; that fails while it is in use, or takes the site down.',
    ja: 'ドメインの変更時に Terraform は先に証明書を削除しようとし、使用中なら失敗するかサイトが停止します。',
  },
  fix: {
    summary: {
      en: 'Add lifecycle { create_before_destroy = true }.',
      ja: 'lifecycle { create_before_destroy = true } を追加してください。',
    },
    terraform: `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle'],
  equivalents: ['CKV_AWS_233'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'CloudFormation always makes the replacement first' },
  evaluate(certificate) {
    if (certificate.isReplacedFirst) return pass();
    return fail({
      en: `Certificate ${certificate.name} is deleted before its replacement exists`,
      ja: `証明書 ${certificate.name} は新しい証明書ができる前に削除されます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}`,
    ),
    fails(
      'switched off',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  lifecycle {
    create_before_destroy = false
  }
}`,
    ),
    passes(
      'written',
      `resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}`,
    ),
  ],
});
