/** Google writes about compromised resources to whoever is registered, else to nobody who acts. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Somebody is told about security notices', ja: 'セキュリティ通知の連絡先が登録されている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.resourcemanager.contacts',
  why: {
    en: 'Google tells the essential contacts when it finds leaked keys or abuse; without a security contact the mail goes astray.',
    ja: 'Google は鍵の漏えいや不正利用を重要な連絡先に知らせます。担当がいないと通知は埋もれます。',
  },
  fix: {
    summary: { en: 'Add a contact that subscribes to SECURITY or ALL.', ja: 'SECURITY か ALL を購読する連絡先を追加してください。' },
    terraform: `resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789012"
  email                               = "security@example.com"
  language_tag                        = "ja"
  notification_category_subscriptions = ["SECURITY", "TECHNICAL"]
}`,
  },
  references: ['https://cloud.google.com/resource-manager/docs/managing-notification-contacts'],
  equivalents: ['prowler:iam_organization_essential_contacts_configured'],
  evaluate(contacts) {
    if (any(contacts.categories, (category) => category === 'SECURITY' || category === 'ALL')) return pass();
    return fail({
      en: `No contact around ${contacts.name} is told about security`,
      ja: `${contacts.name} の周辺にセキュリティ通知の連絡先がありません`,
    });
  },
  examples: [
    fails(
      'bills only',
      `resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789012"
  email                               = "security@example.com"
  language_tag                        = "ja"
  notification_category_subscriptions = ["BILLING"]
}`,
    ),
    passes(
      'security',
      `resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789012"
  email                               = "security@example.com"
  language_tag                        = "ja"
  notification_category_subscriptions = ["SECURITY", "TECHNICAL"]
}`,
    ),
    passes(
      'everything',
      `resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789012"
  email                               = "security@example.com"
  language_tag                        = "ja"
  notification_category_subscriptions = ["ALL"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "categories" {}
resource "google_essential_contacts_contact" "security" {
  parent                              = "organizations/123456789012"
  email                               = "security@example.com"
  language_tag                        = "ja"
  notification_category_subscriptions = var.categories
}`,
    ),
  ],
});
