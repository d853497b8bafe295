/** The owner of the subscription can act when the contact is away. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alerts are mailed to subscription owners', ja: 'アラートがサブスクリプション所有者に届く' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.defender.contact',
  why: { en: 'A single contact may be on leave; owners can act at once.', ja: '連絡先の担当者が不在でも、所有者ならすぐに対処できます。' },
  fix: {
    edits: { terraform: [{ set: 'alerts_to_admins', value: true }] },
    summary: { en: 'Set alerts_to_admins to true.', ja: 'alerts_to_admins を true にしてください。' },
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
  equivalents: ['CKV_AZURE_22', 'AVD-AZU-0063', 'prowler:defender_ensure_notify_emails_to_owners'],
  noFramework: 'no control mapping yet',
  evaluate(contact) {
    if (contact.mailsOwners) return pass();
    return fail({
      en: `Alerts of security contact ${contact.name} do not go to subscription owners`,
      ja: `セキュリティ連絡先 ${contact.name} のアラートが所有者に届きません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = false
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
        "notificationsByRole": { "state": "Off", "roles": ["Owner"] }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
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
      `variable "mail" {}
resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+81-3-0000-0000"
  alert_notifications = true
  alerts_to_admins    = var.mail
}`,
    ),
  ],
});
