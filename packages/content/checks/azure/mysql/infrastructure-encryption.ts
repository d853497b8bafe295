import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL single server encrypts twice', ja: 'MySQL 単一サーバーが二重に暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'A second layer with another key still protects the data when the first is broken.',
    ja: '一層目が破られても、別のキーによる二層目がデータを守ります。',
  },
  fix: {
    summary: {
      en: 'Set infrastructure_encryption_enabled to true when the server is created.',
      ja: '作成時に infrastructure_encryption_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_mysql_server" "orders" {
  name                              = "orders"
  resource_group_name               = "orders"
  location                          = "japaneast"
  sku_name                          = "GP_Gen5_2"
  ssl_enforcement_enabled           = true
  infrastructure_encryption_enabled = true
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/single-server/concepts-infrastructure-double-encryption'],
  equivalents: ['CKV_AZURE_96', 'CKV_AZURE_130'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.doubleEncryption) return pass();
    return fail({
      en: `MySQL server ${server.name} has no infrastructure encryption`,
      ja: `MySQL サーバー ${server.name} はインフラストラクチャ暗号化が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mysql_server" "orders" {
  name                              = "orders"
  resource_group_name               = "orders"
  location                          = "japaneast"
  sku_name                          = "GP_Gen5_2"
  ssl_enforcement_enabled           = true
  infrastructure_encryption_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sslEnforcement": "Enabled",
        "minimalTlsVersion": "TLS1_2",
        "infrastructureEncryption": "Disabled"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mysql_server" "orders" {
  name                              = "orders"
  resource_group_name               = "orders"
  location                          = "japaneast"
  sku_name                          = "GP_Gen5_2"
  ssl_enforcement_enabled           = true
  infrastructure_encryption_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "sslEnforcement": "Enabled",
        "minimalTlsVersion": "TLS1_2",
        "infrastructureEncryption": "Enabled"
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'flexible servers have no such setting',
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
