import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MariaDB requires TLS', ja: 'MariaDB が TLS を要求する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.mariadb.server',
  why: {
    en: 'Without TLS the password and every row cross the network in clear text.',
    ja: 'TLS がなければ、パスワードも全ての行も平文で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'ssl_enforcement_enabled', value: true }],
      arm: [{ of: ['Microsoft.DBforMariaDB/servers'], set: 'properties.sslEnforcement', value: 'Enabled' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set ssl_enforcement_enabled to true.', ja: 'ssl_enforcement_enabled を true にしてください。' },
    terraform: `resource "azurerm_mariadb_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = true
}`,
    arm: `{
  "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/previous-versions/azure/mariadb/concepts-ssl-connection-security'],
  equivalents: ['CKV_AZURE_47', 'AVD-AZU-0020'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.tlsRequired) return pass();
    return fail({
      en: `MariaDB server ${server.name} accepts connections without TLS`,
      ja: `MariaDB サーバー ${server.name} は TLS なしの接続を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mariadb_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Disabled", "minimalTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mariadb_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMariaDB/servers",
      "apiVersion": "2018-06-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
  ],
});
