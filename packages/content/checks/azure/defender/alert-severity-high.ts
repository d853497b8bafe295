/** Alerts that wait in a portal are read on Monday. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'High-severity alerts are mailed', ja: '重大度の高いアラートがメールで届く' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.defender.contact',
  why: {
    en: 'Without mail an alert waits until somebody opens the portal.',
    ja: 'メールがなければ、誰かがポータルを開くまでアラートは放置されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'alert_notifications', value: true }] },
    summary: { en: 'Set alert_notifications to true.', ja: 'alert_notifications を true にしてください。' },
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
    'CKV_AZURE_21',
    'AVD-AZU-0044',
    'AVD-AZU-0063',
    'tfsec:azure-security-center-alert-on-severe-notifications',
    'prowler:defender_ensure_notify_alerts_severity_is_high',
    'cloudsploit:highSeverityAlertsEnabled',
  ],
  evaluate(contact) {
    if (contact.mailsAlerts) return pass();
    return fail({
      en: `Security contact ${contact.name} is not mailed alerts`,
      ja: `セキュリティ連絡先 ${contact.name} にアラートがメールされません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_security_center_contact" "security" {
  name                = "default"
  email               = "security@example.com"
  phone               = "+81-3-0000-0000"
  alert_notifications = false
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
      "properties": { "emails": "security@example.com", "phone": "+81-3-0000-0000", "notificationsByRole": { "state": "On", "roles": ["Owner"] } }
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
  alert_notifications = var.mail
  alerts_to_admins    = true
}`,
    ),
  ],
});
