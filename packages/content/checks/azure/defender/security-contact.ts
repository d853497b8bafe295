/** An alert that reaches nobody is no alert. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security contacts receive alerts', ja: 'セキュリティ連絡先が通知を受け取る' },
  severity: 'low',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.defender.contact',
  why: {
    en: 'Microsoft tells the contact when it finds that a subscription is abused; without an address nobody learns of it.',
    ja: 'サブスクリプションの悪用が見つかると Microsoft は連絡先に通知します。宛先がなければ誰も知ることができません。',
  },
  fix: {
    summary: { en: 'Set an e-mail address that a team reads.', ja: 'チームで読むメールアドレスを設定してください。' },
    terraform: `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/securityContacts",
      "apiVersion": "2023-12-01-preview",
      "name": "default",
      "properties": {
        "emails": "security@example.com",
        "phone": "+81-3-0000-0000",
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications'],
  equivalents: [
    'CKV_AZURE_131',
    'AVD-AZU-0062',
    'prowler:defender_additional_email_configured_with_a_security_contact',
    'cloudsploit:securityContactAdditionalEmail',
  ],
  evaluate(contact) {
    if (contact.email) return pass();
    return fail({
      en: `Security contact ${contact.name} has no e-mail address`,
      ja: `セキュリティ連絡先 ${contact.name} にメールアドレスがありません`,
    });
  },
  examples: [
    fails(
      'no address',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/securityContacts",
      "apiVersion": "2023-12-01-preview",
      "name": "default",
      "properties": {
        "phone": "+81-3-0000-0000",
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'an empty one',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = ""
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/securityContacts",
      "apiVersion": "2023-12-01-preview",
      "name": "default",
      "properties": {
        "emails": "",
        "phone": "+81-3-0000-0000",
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'an address',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/securityContacts",
      "apiVersion": "2023-12-01-preview",
      "name": "default",
      "properties": {
        "emails": "security@example.com",
        "phone": "+81-3-0000-0000",
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "email" {}
resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = var.email
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = true
}`,
    ),
  ],
});
