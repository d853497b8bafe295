import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MariaDB requires TLS 1.2', ja: 'MariaDB が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mariadb.server',
  why: {
    en: 'An old TLS version, or none, lets somebody on the path read queries and results.',
    ja: '古い TLS や平文では、経路上の者に問い合わせと結果を読まれます。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'ssl_enforcement_enabled', value: true },
        { set: 'ssl_minimal_tls_version_enforced', value: 'TLS1_2' },
      ],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set ssl_enforcement_enabled to true and ssl_minimal_tls_version_enforced to TLS1_2.',
      ja: 'ssl_enforcement_enabled を true、ssl_minimal_tls_version_enforced を TLS1_2 にしてください。',
    },
    terraform: `resource "azurerm_mariadb_server" "orders" {
  name                             = "orders"
  resource_group_name              = "orders"
  location                         = "japaneast"
  sku_name                         = "GP_Gen5_2"
  version                          = "10.3"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_2"
}`,
    arm: `{
  "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/previous-versions/azure/mariadb/concepts-ssl-connection-security'],
  equivalents: ['CKV2_AZURE_37', 'AVD-AZU-0026'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    const isSafe = allOf(
      () => server.tlsRequired,
      () => server.tls12,
    );
    if (isSafe) return pass();
    return fail({
      en: `MariaDB server ${server.name} accepts TLS below 1.2`,
      ja: `MariaDB サーバー ${server.name} は TLS 1.2 未満を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mariadb_server" "orders" {
  name                             = "orders"
  resource_group_name              = "orders"
  location                         = "japaneast"
  sku_name                         = "GP_Gen5_2"
  version                          = "10.3"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_1"
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
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_1" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mariadb_server" "orders" {
  name                             = "orders"
  resource_group_name              = "orders"
  location                         = "japaneast"
  sku_name                         = "GP_Gen5_2"
  version                          = "10.3"
  ssl_enforcement_enabled          = true
  ssl_minimal_tls_version_enforced = "TLS1_2"
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
    fails(
      'no TLS at all',
      `resource "azurerm_mariadb_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = false
}`,
    ),
    passes(
      'the default of azurerm',
      `resource "azurerm_mariadb_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = true
}`,
    ),
  ],
});
