import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the MySQL server is off', ja: 'MySQL サーバーへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'A database with a public address gets its first guessed passwords within minutes.',
    ja: '公開アドレスを持つデータベースには数分でパスワード推測が届き始めます。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['azurerm_mysql_flexible_server'], set: 'public_network_access', value: 'Disabled' },
        { of: ['azurerm_mysql_server'], set: 'public_network_access_enabled', value: false },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Put the server into a virtual network or switch public network access off.',
      ja: 'サーバーを仮想ネットワークに置くか、パブリックネットワークアクセスを無効にしてください。',
    },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  public_network_access = "Disabled"
}`,
    arm: `{
  "properties": { "network": { "publicNetworkAccess": "Disabled" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-networking-public'],
  equivalents: ['CKV_AZURE_53', 'AVD-AZU-0022'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (!server.publicNetworkAccess) return pass();
    return fail({
      en: `MySQL server ${server.name} is reachable from public networks`,
      ja: `MySQL サーバー ${server.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  public_network_access = "Enabled"
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
      "properties": { "network": { "publicNetworkAccess": "Enabled" } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku_name              = "GP_Standard_D2ds_v5"
  public_network_access = "Disabled"
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
      "properties": { "network": { "publicNetworkAccess": "Disabled" } }
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
    fails(
      'a single server',
      `resource "azurerm_mysql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  sku_name                      = "GP_Gen5_2"
  ssl_enforcement_enabled       = true
  public_network_access_enabled = true
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
        "publicNetworkAccess": "Enabled"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'inside a virtual network',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  delegated_subnet_id = "/subscriptions/x/subnets/data"
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
      "properties": {
        "network": {
          "delegatedSubnetResourceId": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        }
      }
    }
  ]
}`,
      },
    ),
  ],
});
