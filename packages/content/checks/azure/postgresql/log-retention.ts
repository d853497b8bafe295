import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL server logs are kept for more than 3 days', ja: 'PostgreSQL サーバーログが 4 日以上保持される' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.postgresql.configuration',
  why: { en: 'An attack on Friday evening is looked into on Tuesday.', ja: '金曜夜の攻撃が調べられるのは火曜です。' },
  fix: {
    edits: { terraform: [{ set: 'value', value: '7' }] },
    summary: { en: 'Set logfiles.retention_days to 4 or more.', ja: 'logfiles.retention_days を 4 以上にしてください。' },
    terraform: `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "logfiles.retention_days"
  value     = "7"
}`,
    arm: `{
  "name": "orders/logfiles.retention_days",
  "properties": { "value": "7", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  equivalents: ['CKV_AZURE_146', 'prowler:postgresql_flexible_server_log_retention_days_greater_3', 'cloudsploit:logRetentionDays'],
  evaluate(configuration) {
    if (!['logfiles.retention_days', 'log_retention_days', 'log_retention'].includes(configuration.parameter)) {
      return notApplicable({ en: `${configuration.name} sets another parameter`, ja: `${configuration.name} は別のパラメーターです` });
    }
    if (configuration.value.toLowerCase() === 'on' || Number(configuration.value) > 3) return pass();
    return fail({
      en: `${configuration.name} keeps server logs too short: ${configuration.value}`,
      ja: `${configuration.name} のサーバーログ保持は短すぎます: ${configuration.value}`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "logfiles.retention_days"
  value     = "3"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/logfiles.retention_days",
      "properties": { "value": "3", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "logfiles.retention_days"
  value     = "7"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/logfiles.retention_days",
      "properties": { "value": "7", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'another parameter',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "backslash_quote"
  value     = "on"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/backslash_quote",
      "properties": { "value": "on", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    fails(
      'a single server',
      `resource "azurerm_postgresql_configuration" "setting" {
  server_name         = "orders"
  resource_group_name = "orders"
  name                = "log_retention_days"
  value               = "3"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/servers/configurations",
      "apiVersion": "2017-12-01",
      "name": "orders/log_retention_days",
      "properties": { "value": "3" }
    }
  ]
}`,
      },
    ),
  ],
});
