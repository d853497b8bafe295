import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Threat alerts have an address', ja: '脅威アラートの宛先がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.sql.alert-policy',
  why: { en: 'An alert nobody receives stops nobody.', ja: '誰も受け取らないアラートは何も止めません。' },
  fix: {
    summary: { en: 'Set email_addresses.', ja: 'email_addresses を設定してください。' },
    terraform: `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  email_addresses     = ["soc@example.com"]
}`,
    arm: `{
  "properties": { "emailAddresses": ["soc@example.com"] }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure'],
  equivalents: ['CKV_AZURE_26', 'AVD-AZU-0018', 'tfsec:azure-database-threat-alert-email-set'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (any(policy.emails, (address) => address !== '')) return pass();
    return fail({
      en: `Alert policy ${policy.name} names nobody to send alerts to`,
      ja: `アラートポリシー ${policy.name} に通知先がありません`,
    });
  },
  examples: [
    fails(
      'nobody',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  email_addresses     = []
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
      "properties": { "state": "Enabled", "emailAddresses": [""] }
    }
  ]
}`,
      },
    ),
    passes(
      'somebody',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  email_addresses     = ["soc@example.com"]
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
      "properties": { "state": "Enabled", "emailAddresses": ["soc@example.com"] }
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
