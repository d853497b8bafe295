import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL logs connections', ja: 'PostgreSQL が接続を記録する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.postgresql.configuration',
  why: { en: 'Attempts to log in are the first sign of guessed passwords.', ja: 'ログインの試行はパスワード推測の最初の兆候です。' },
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
    summary: { en: 'Set log_connections to on.', ja: 'log_connections を on にしてください。' },
    terraform: `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_connections"
  value     = "on"
}`,
    arm: `{
  "name": "orders/log_connections",
  "properties": { "value": "on", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  equivalents: [
    'CKV_AZURE_31',
    'AVD-AZU-0019',
    'tfsec:azure-database-postgres-configuration-log-connections',
    'prowler:postgresql_flexible_server_log_connections_on',
    'cloudsploit:logConnectionsEnabled',
  ],
  evaluate(configuration) {
    if (!['log_connections'].includes(configuration.parameter)) {
      return notApplicable({ en: `${configuration.name} sets another parameter`, ja: `${configuration.name} は別のパラメーターです` });
    }
    if (!['off', 'false', '0'].includes(configuration.value.toLowerCase())) return pass();
    return fail({
      en: `${configuration.name} switches off the log of connections`,
      ja: `${configuration.name} は接続の記録を無効にしています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_connections"
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
      "name": "orders/log_connections",
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
  name      = "log_connections"
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
      "name": "orders/log_connections",
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
