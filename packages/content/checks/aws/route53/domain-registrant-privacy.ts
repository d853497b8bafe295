/** For some top-level domains the registry decides what is shown, whatever is set here. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains hide the registrant', ja: 'ドメインの登録者情報が非公開である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.route53.registered-domain',
  why: {
    en: 'Names, addresses and telephone numbers in WHOIS are what a fraudulent transfer begins with.',
    ja: 'WHOIS の氏名・住所・電話番号は、不正移管の手がかりになります。',
  },
  fix: {
    edits: { terraform: [{ set: 'registrant_privacy', value: true }] },
    summary: { en: 'Remove registrant_privacy = false.', ja: 'registrant_privacy = false を削除してください。' },
    terraform: `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  registrant_privacy = true
}`,
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-privacy-protection.html'],
  equivalents: ['prowler:route53_domains_privacy_protection_enabled', 'cloudsploit:domainPrivacyProtection'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.hidesRegistrant) return pass();
    return fail({ en: `Domain ${domain.name} shows its registrant`, ja: `ドメイン ${domain.name} の登録者情報が公開されています` });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_route53domains_registered_domain" "shop" {
  domain_name = "example.com"
  registrant_privacy = false
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
