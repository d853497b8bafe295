import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL throttles failed logins', ja: 'PostgreSQL が失敗したログインを抑制する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.postgresql.configuration',
  why: {
    en: 'Without throttling passwords can be tried as fast as the network carries them.',
    ja: '抑制がなければ、ネットワークの速さでパスワードを試せます。',
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
    summary: {
      en: 'Set connection_throttle.enable to on (connection_throttling on a single server).',
      ja: 'connection_throttle.enable (単一サーバーでは connection_throttling) を on にしてください。',
    },
    terraform: `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "connection_throttle.enable"
  value     = "on"
}`,
    arm: `{
  "name": "orders/connection_throttle.enable",
  "properties": { "value": "on", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-server-parameters'],
  equivalents: [
    'CKV_AZURE_32',
    'AVD-AZU-0021',
    'tfsec:azure-database-postgres-configuration-connection-throttling',
    'prowler:postgresql_flexible_server_connection_throttling_on',
    'cloudsploit:connectionThrottlingEnabled',
  ],
  evaluate(configuration) {
    if (!['connection_throttle.enable', 'connection_throttling'].includes(configuration.parameter)) {
      return notApplicable({ en: `${configuration.name} sets another parameter`, ja: `${configuration.name} は別のパラメーターです` });
    }
    if (configuration.value.toLowerCase() === 'on') return pass();
    return fail({
      en: `${configuration.name} lets passwords be tried without a brake`,
      ja: `${configuration.name} はパスワードの連続試行を抑制しません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "connection_throttle.enable"
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
      "name": "orders/connection_throttle.enable",
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
  name      = "connection_throttle.enable"
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
      "name": "orders/connection_throttle.enable",
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
    fails(
      'a single server',
      `resource "azurerm_postgresql_configuration" "setting" {
  server_name         = "orders"
  resource_group_name = "orders"
  name                = "connection_throttling"
  value               = "off"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/servers/configurations",
      "apiVersion": "2017-12-01",
      "name": "orders/connection_throttling",
      "properties": { "value": "off" }
    }
  ]
}`,
      },
    ),
  ],
});
