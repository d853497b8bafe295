/** AWS reports leaked keys and abuse to somebody; it should be somebody who acts. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A security contact is registered for the account', ja: 'アカウントにセキュリティ連絡先が登録されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.account.contacts',
  why: {
    en: 'Notices about leaked keys and abuse go to the mailbox of the root user, which few people read.',
    ja: '漏えいした鍵や不正利用の通知が、ほとんど読まれない root ユーザーのメールに届きます。',
  },
  fix: {
    summary: { en: 'Register an alternate contact of type SECURITY.', ja: '種類 SECURITY の代替連絡先を登録してください。' },
    terraform: `resource "aws_account_alternate_contact" "this" {
  alternate_contact_type = "SECURITY"
  name                   = "Security Desk"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+81312345678"
}`,
    cli: 'aws account put-alternate-contact --alternate-contact-type SECURITY --name NAME --title TITLE --email-address MAIL --phone-number PHONE',
  },
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html'],
  equivalents: ['Account.1', 'prowler:account_security_contact_information_is_registered'],
  evaluate(contacts) {
    if (any(contacts.alternates, (kind) => kind === 'SECURITY')) return pass();
    return fail({
      en: `Contacts are registered (${contacts.name}), but none for security`,
      ja: `連絡先 (${contacts.name}) にセキュリティ連絡先が登録されていません`,
    });
  },
  examples: [
    fails(
      'billing only',
      `resource "aws_account_alternate_contact" "this" {
  alternate_contact_type = "BILLING"
  name                   = "Security Desk"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+81312345678"
}`,
    ),
    fails(
      'primary contact only',
      `resource "aws_account_primary_contact" "this" {
  full_name      = "Example Inc."
  address_line_1 = "1-1-1 Chiyoda"
  city           = "Tokyo"
  country_code   = "JP"
  postal_code    = "100-0001"
  phone_number   = "+81312345678"
}`,
    ),
    passes(
      'security',
      `resource "aws_account_alternate_contact" "this" {
  alternate_contact_type = "SECURITY"
  name                   = "Security Desk"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+81312345678"
}`,
    ),
  ],
});
