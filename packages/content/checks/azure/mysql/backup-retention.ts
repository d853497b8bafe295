import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL backups are kept for 7 days or more', ja: 'MySQL のバックアップが 7 日以上保持される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: "Damage is often noticed days later; by then yesterday's backup holds the damage too.",
    ja: '被害に気づくのは数日後のことが多く、その時には昨日のバックアップにも被害が含まれています。',
  },
  fix: {
    edits: { terraform: [{ set: 'backup_retention_days', value: 14 }] },
    summary: { en: 'Set backup_retention_days to at least 7.', ja: 'backup_retention_days を 7 以上にしてください。' },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  backup_retention_days = 14
}`,
    arm: `{
  "properties": { "backup": { "backupRetentionDays": 14 } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-backup-restore'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: { minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } } },
  evaluate(server, { minimumDays }) {
    const days = server.backupDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `MySQL server ${server.name} keeps backups for ${days} days`,
      ja: `MySQL サーバー ${server.name} のバックアップ保持は ${days} 日です`,
    });
  },
  examples: [
    fails(
      'one day',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  backup_retention_days = 1
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "backup": { "backupRetentionDays": 1 } }
    }
  ]
}`,
      },
    ),
    passes(
      'two weeks',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  backup_retention_days = 14
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "backup": { "backupRetentionDays": 14 } }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
  ],
});
