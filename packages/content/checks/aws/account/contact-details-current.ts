/** What is in code is reviewed; what was typed in years ago is not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Primary contact details are kept current', ja: 'アカウントの連絡先情報が最新に保たれている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.account.contacts',
  why: {
    en: 'When AWS cannot reach the owner, it suspends an account that is abused.',
    ja: 'AWS が所有者に連絡できない場合、悪用されたアカウントは停止されます。',
  },
  fix: {
    summary: {
      en: 'Keep the primary contact in the code beside the others.',
      ja: '主連絡先もほかの連絡先と同様にコードで管理してください。',
    },
    terraform: `resource "aws_account_primary_contact" "this" {
  full_name      = "Example Inc."
  address_line_1 = "1-1-1 Chiyoda"
  city           = "Tokyo"
  country_code   = "JP"
  postal_code    = "100-0001"
  phone_number   = "+81312345678"
}`,
  },
  references: ['https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-primary.html'],
  equivalents: ['prowler:account_maintain_current_contact_details'],
  evaluate(contacts) {
    if (contacts.hasPrimary) return pass();
    return fail({
      en: `Contacts are registered (${contacts.name}) without the primary one`,
      ja: `代替連絡先 (${contacts.name}) だけが登録され、主連絡先がありません`,
    });
  },
  examples: [
    fails(
      'alternates only',
      `resource "aws_account_alternate_contact" "this" {
  alternate_contact_type = "SECURITY"
  name                   = "Security Desk"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+81312345678"
}`,
    ),
    passes(
      'primary',
      `resource "aws_account_alternate_contact" "this" {
  alternate_contact_type = "SECURITY"
  name                   = "Security Desk"
  title                  = "Security"
  email_address          = "security@example.com"
  phone_number           = "+81312345678"
}
resource "aws_account_primary_contact" "this" {
  full_name      = "Example Inc."
  address_line_1 = "1-1-1 Chiyoda"
  city           = "Tokyo"
  country_code   = "JP"
  postal_code    = "100-0001"
  phone_number   = "+81312345678"
}`,
    ),
  ],
});
