import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'AI services account is reached through a private endpoint',
    ja: 'AI サービスのアカウントにプライベートエンドポイントで接続する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.cognitive.account',
  why: {
    en: 'Through a private endpoint prompts and answers stay in your network.',
    ja: 'プライベートエンドポイントなら、プロンプトと応答は自社ネットワークに留まります。',
  },
  fix: {
    summary: {
      en: 'Add a private endpoint for the account (azurerm_private_endpoint).',
      ja: '対象用のプライベートエンドポイントを追加してください (azurerm_private_endpoint)。',
    },
    terraform: `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_cognitive_account.orders.id
    subresource_names              = ["account"]
    is_manual_connection           = false
  }
}`,
    arm: `{
  "type": "Microsoft.Network/privateEndpoints",
  "apiVersion": "2023-11-01",
  "name": "orders",
  "location": "japaneast",
  "properties": {
    "subnet": { "id": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]" },
    "privateLinkServiceConnections": [
      {
        "name": "orders",
        "properties": {
          "privateLinkServiceId": "[resourceId('Microsoft.CognitiveServices/accounts', 'orders')]"
        }
      }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/cognitive-services-virtual-networks'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.privateEndpoint) return pass();
    return fail({
      en: `AI services account ${account.name} has no private endpoint`,
      ja: `AI サービスのアカウント ${account.name} にプライベートエンドポイントがありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
}
resource "azurerm_private_endpoint" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  private_service_connection {
    name                           = "orders"
    private_connection_resource_id = azurerm_cognitive_account.orders.id
    subresource_names              = ["account"]
    is_manual_connection           = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" }
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
              "privateLinkServiceId": "[resourceId('Microsoft.CognitiveServices/accounts', 'orders')]"
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_cognitive_account" "orders" {
  name                  = "orders"
  resource_group_name   = "orders"
  location              = "japaneast"
  kind                  = "OpenAI"
  sku_name              = "S0"
  custom_subdomain_name = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.CognitiveServices/accounts",
      "apiVersion": "2023-05-01",
      "name": "orders",
      "location": "japaneast",
      "kind": "OpenAI",
      "sku": { "name": "S0" },
      "properties": { "customSubDomainName": "orders" }
    }
  ]
}`,
      },
    ),
  ],
});
