/** Not every top-level domain knows the lock; those that do set it unless told otherwise. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains are locked against transfer', ja: 'ドメインが移管からロックされている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.route53.registered-domain',
  why: {
    en: 'Whoever tricks a registrar moves an unlocked domain away, with web and mail.',
    ja: 'レジストラを騙せば、ロックのないドメインは Web やメールごと奪われます。',
  },
  fix: {
    edits: { terraform: [{ set: 'transfer_lock', value: true }] },
    summary: { en: 'Remove transfer_lock = false.', ja: 'transfer_lock = false を削除してください。' },
    terraform: `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  transfer_lock = true
}`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html'],
  equivalents: ['CKV_AWS_377', 'prowler:route53_domains_transferlock_enabled', 'cloudsploit:domainTransferLock'],
  evaluate(domain) {
    if (domain.hasTransferLock) return pass();
    return fail({ en: `Domain ${domain.name} is not locked against transfer`, ja: `ドメイン ${domain.name} は移管ロックされていません` });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  transfer_lock = false
}`,
    ),
    passes(
      'by default',
      `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
}`,
    ),
  ],
});
