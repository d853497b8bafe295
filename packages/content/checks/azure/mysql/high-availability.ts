import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL has a standby', ja: 'MySQL にスタンバイがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'Without a standby every fault of the node, and every patch, is an outage.',
    ja: 'スタンバイがなければ、ノードの障害やパッチのたびに停止します。',
  },
  fix: {
    summary: {
      en: 'Add high_availability with mode = "ZoneRedundant".',
      ja: 'mode = "ZoneRedundant" の high_availability を追加してください。',
    },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  high_availability {
    mode = "ZoneRedundant"
  }
}`,
    arm: `{
  "properties": { "highAvailability": { "mode": "ZoneRedundant" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-high-availability'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.standby) return pass();
    return fail({ en: `MySQL server ${server.name} has no standby`, ja: `MySQL サーバー ${server.name} にスタンバイがありません` });
  },
  examples: [
    fails('off', {
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
      "properties": { "highAvailability": { "mode": "Disabled" } }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  high_availability {
    mode = "ZoneRedundant"
  }
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
      "properties": { "highAvailability": { "mode": "ZoneRedundant" } }
    }
  ]
}`,
      },
    ),
    fails(
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
