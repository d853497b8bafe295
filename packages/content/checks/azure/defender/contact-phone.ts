/** In an emergency Microsoft calls. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security contacts have a phone number', ja: 'セキュリティ連絡先に電話番号がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.defender.contact',
  why: {
    en: 'When mail is compromised or unread, the phone is how Microsoft reaches you.',
    ja: 'メールが侵害されたり読まれない場合、電話が唯一の連絡手段になります。',
  },
  fix: {
    summary: { en: 'Set a phone number that is answered.', ja: '応答できる電話番号を設定してください。' },
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
  equivalents: ['CKV_AZURE_20', 'AVD-AZU-0046', 'tfsec:azure-security-center-set-required-contact-details'],
  noFramework: 'no control mapping yet',
  evaluate(contact) {
    if (contact.phone) return pass();
    return fail({
      en: `Security contact ${contact.name} has no phone number`,
      ja: `セキュリティ連絡先 ${contact.name} に電話番号がありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
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
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'empty',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = ""
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
        "phone": "",
        "notificationsSources": [{ "sourceType": "Alert", "minimalSeverity": "High" }],
        "notificationsByRole": { "state": "On", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a number',
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
  ],
});
