import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'All kinds of threat alerts are on', ja: '全種類の脅威アラートが有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.sql.alert-policy',
  why: { en: 'A kind of alert that is switched off is an attack nobody hears of.', ja: '無効にした種類の攻撃には誰も気づきません。' },
  fix: {
    summary: { en: 'Remove disabled_alerts.', ja: 'disabled_alerts を削除してください。' },
    terraform: `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  disabled_alerts     = []
}`,
    arm: `{
  "properties": { "disabledAlerts": [""] }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-overview'],
  equivalents: ['CKV_AZURE_25', 'AVD-AZU-0028', 'tfsec:azure-database-all-threat-alerts-enabled'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const disabled = find(policy.disabledAlerts, (kind) => kind !== '');
    if (disabled === undefined) return pass();
    return fail({
      en: `Alert policy ${policy.name} leaves out ${disabled}`,
      ja: `アラートポリシー ${policy.name} は ${disabled} を通知しません`,
    });
  },
  examples: [
    fails(
      'injection left out',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  disabled_alerts     = ["Sql_Injection"]
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
      "properties": { "state": "Enabled", "disabledAlerts": ["Sql_Injection"] }
    }
  ]
}`,
      },
    ),
    passes(
      'none left out',
      `resource "azurerm_mssql_server_security_alert_policy" "orders" {
  resource_group_name = "orders"
  server_name         = "orders"
  state               = "Enabled"
  disabled_alerts     = []
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
      "properties": { "state": "Enabled", "disabledAlerts": [""] }
    }
  ]
}`,
      },
    ),
    passes(
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
