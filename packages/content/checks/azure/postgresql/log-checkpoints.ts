import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL logs checkpoints', ja: 'PostgreSQL がチェックポイントを記録する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.postgresql.configuration',
  why: {
    en: 'Checkpoints in the log show load and stalls that an attack or a fault causes.',
    ja: 'チェックポイントの記録は、攻撃や障害による負荷や停止を示します。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'value', value: 'on' }],
      arm: [
        {
          of: ['Microsoft.DBforPostgreSQL/servers/configurations', 'Microsoft.DBforPostgreSQL/flexibleServers/configurations'],
          set: 'properties.value',
          value: 'on',
        },
      ],
    },
    summary: { en: 'Set log_checkpoints to on.', ja: 'log_checkpoints を on にしてください。' },
    terraform: `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_checkpoints"
  value     = "on"
}`,
    arm: `{
  "name": "orders/log_checkpoints",
  "properties": { "value": "on", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  equivalents: [
    'CKV_AZURE_30',
    'AVD-AZU-0024',
    'tfsec:azure-database-postgres-configuration-log-checkpoints',
    'prowler:postgresql_flexible_server_log_checkpoints_on',
    'cloudsploit:logCheckpointsEnabled',
  ],
  evaluate(configuration) {
    if (!['log_checkpoints'].includes(configuration.parameter)) {
      return notApplicable({ en: `${configuration.name} sets another parameter`, ja: `${configuration.name} は別のパラメーターです` });
    }
    if (configuration.value.toLowerCase() === 'on') return pass();
    return fail({
      en: `${configuration.name} switches off the log of checkpoints`,
      ja: `${configuration.name} はチェックポイントの記録を無効にしています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_checkpoints"
  value     = "off"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers/configurations",
      "apiVersion": "2024-08-01",
      "name": "orders/log_checkpoints",
      "properties": { "value": "off", "source": "user-override" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_checkpoints"
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
      "name": "orders/log_checkpoints",
      "properties": { "value": "on", "source": "user-override" }
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
  ],
});
