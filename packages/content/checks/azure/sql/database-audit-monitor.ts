import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Audit events of the database go to Azure Monitor', ja: 'データベースの監査イベントが Azure Monitor に送られる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.sql.database-audit-policy',
  why: {
    en: 'Events in a storage account are read after the fact; in Azure Monitor they raise alerts.',
    ja: 'ストレージのイベントは事後に読むだけですが、Azure Monitor ならアラートを上げられます。',
  },
  fix: {
    edits: { terraform: [{ set: 'log_monitoring_enabled', value: true }] },
    summary: { en: 'Set log_monitoring_enabled to true.', ja: 'log_monitoring_enabled を true にしてください。' },
    terraform: `resource "azurerm_mssql_database_extended_auditing_policy" "orders" {
  database_id            = azurerm_mssql_database.orders.id
  log_monitoring_enabled = true
}`,
    arm: `{
  "properties": { "isAzureMonitorTargetEnabled": true }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  equivalents: ['CKV_AZURE_156'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.toMonitor) return pass();
    return fail({
      en: `Audit policy ${policy.name} does not send events to Azure Monitor`,
      ja: `監査ポリシー ${policy.name} はイベントを Azure Monitor に送りません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_database_extended_auditing_policy" "orders" {
  database_id            = azurerm_mssql_database.orders.id
  log_monitoring_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases/extendedAuditingSettings",
      "apiVersion": "2023-08-01",
      "name": "orders/orders/default",
      "properties": { "state": "Enabled", "isAzureMonitorTargetEnabled": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_database_extended_auditing_policy" "orders" {
  database_id            = azurerm_mssql_database.orders.id
  log_monitoring_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases/extendedAuditingSettings",
      "apiVersion": "2023-08-01",
      "name": "orders/orders/default",
      "properties": { "state": "Enabled", "isAzureMonitorTargetEnabled": true }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mssql_database_extended_auditing_policy" "orders" {
  database_id = azurerm_mssql_database.orders.id
}`,
    ),
    fails('not written in a template', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers/databases/extendedAuditingSettings",
      "apiVersion": "2023-08-01",
      "name": "orders/orders/default",
      "properties": { "state": "Enabled" }
    }
  ]
}`,
    }),
  ],
});
