/** Who owns the name owns the web site, the mail and every account whose password is reset by mail. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains renew themselves', ja: 'ドメインが自動更新される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.route53.registered-domain',
  why: { en: 'A domain that expires is bought by somebody else within hours.', ja: '失効したドメインは数時間のうちに他人に取得されます。' },
  fix: {
    edits: { terraform: [{ set: 'auto_renew', value: true }] },
    summary: { en: 'Remove auto_renew = false.', ja: 'auto_renew = false を削除してください。' },
    terraform: `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  auto_renew = true
}`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html'],
  equivalents: ['cloudsploit:domainAutoRenew'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.autoRenews) return pass();
    return fail({ en: `Domain ${domain.name} is not renewed by itself`, ja: `ドメイン ${domain.name} は自動更新されません` });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  auto_renew = false
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
