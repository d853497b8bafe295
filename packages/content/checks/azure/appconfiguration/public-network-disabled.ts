import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Public network access to the App Configuration store is off',
    ja: 'App Configuration ストアへのパブリックネットワークアクセスが無効である',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.appconfiguration.store',
  why: {
    en: 'Settings tell an intruder where everything is, and changed ones redirect applications.',
    ja: '設定は侵入者に構成を教え、書き換えればアプリの接続先を変えられます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access', value: 'Disabled' }],
      arm: [{ of: ['Microsoft.AppConfiguration/configurationStores'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access', 'needs-tier'],
    summary: {
      en: 'Set public_network_access to "Disabled" and use a private endpoint.',
      ja: 'public_network_access を "Disabled" にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_app_configuration" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku                   = "standard"
  public_network_access = "Disabled"
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/howto-disable-public-access'],
  equivalents: ['CKV_AZURE_185'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (!store.publicNetworkAccess) return pass();
    return fail({
      en: `App Configuration store ${store.name} is reachable from public networks`,
      ja: `App Configuration ストア ${store.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_app_configuration" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku                   = "standard"
  public_network_access = "Enabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_app_configuration" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  sku                   = "standard"
  public_network_access = "Disabled"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" },
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" }
    }
  ]
}`,
      },
    ),
    passes(
      'a private endpoint switches it off',
      `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_app_configuration.orders.id
    subresource_names              = ["configurationStores"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppConfiguration/configurationStores",
      "apiVersion": "2023-03-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "standard" }
    },
    {
      "type": "Microsoft.Network/privateEndpoints",
      "apiVersion": "2023-11-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "subnet": {
          "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
        },
        "privateLinkServiceConnections": [
          {
            "name": "orders",
            "properties": {
              "privateLinkServiceId": "[resourceId('Microsoft.AppConfiguration/configurationStores', 'orders')]"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
  ],
});
