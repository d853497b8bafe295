import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL logs disconnections', ja: 'PostgreSQL が切断を記録する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'azure.postgresql.configuration',
  why: {
    en: 'With the end of a session its length is known, and so is how much could have been copied.',
    ja: '切断の記録があれば、セッションの長さとコピー可能だった量が分かります。',
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
    summary: { en: 'Set log_disconnections to on.', ja: 'log_disconnections を on にしてください。' },
    terraform: `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_disconnections"
  value     = "on"
}`,
    arm: `{
  "name": "orders/log_disconnections",
  "properties": { "value": "on", "source": "user-override" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  equivalents: ['prowler:postgresql_flexible_server_log_disconnections_on', 'cloudsploit:logDisconnectionsEnabled'],
  evaluate(configuration) {
    if (!['log_disconnections'].includes(configuration.parameter)) {
      return notApplicable({ en: `${configuration.name} sets another parameter`, ja: `${configuration.name} は別のパラメーターです` });
    }
    if (configuration.value.toLowerCase() === 'on') return pass();
    return fail({
      en: `${configuration.name} switches off the log of disconnections`,
      ja: `${configuration.name} は切断の記録を無効にしています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server_configuration" "setting" {
  server_id = "/subscriptions/x/flexibleServers/orders"
  name      = "log_disconnections"
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
      "name": "orders/log_disconnections",
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
  name      = "log_disconnections"
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
      "name": "orders/log_disconnections",
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
