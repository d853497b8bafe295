import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Threat alerts reach the administrators of the subscription', ja: '脅威アラートがサブスクリプション管理者に届く' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.sql.alert-policy',
  why: {
    en: 'Addresses of people who left are not noticed; the role always has somebody in it.',
    ja: '退職者の宛先は気づかれませんが、ロールには必ず誰かがいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'email_account_admins', value: true }] },
    summary: { en: 'Set email_account_admins to true.', ja: 'email_account_admins を true にしてください。' },
    terraform: `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name  = "orders"
  server_name          = "orders"
  state                = "Enabled"
  email_account_admins = true
}`,
    arm: `{
  "properties": { "emailAccountAdmins": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure'],
  equivalents: ['CKV_AZURE_27', 'AVD-AZU-0023', 'tfsec:azure-database-threat-alert-email-to-owner'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.tellsAdmins) return pass();
    return fail({
      en: `Alert policy ${policy.name} does not tell the administrators of the subscription`,
      ja: `アラートポリシー ${policy.name} はサブスクリプション管理者に通知しません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name  = "orders"
  server_name          = "orders"
  state                = "Enabled"
  email_account_admins = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/securityAlertPolicies",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "properties": { "state": "Enabled", "emailAccountAdmins": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name  = "orders"
  server_name          = "orders"
  state                = "Enabled"
  email_account_admins = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/securityAlertPolicies",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "properties": { "state": "Enabled", "emailAccountAdmins": true }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/securityAlertPolicies",
      "apiVersion": "2023-08-01",
      "name": "orders/default",
      "properties": { "state": "Enabled" }
    }
  ]
}`,
      },
    ),
  ],
});
