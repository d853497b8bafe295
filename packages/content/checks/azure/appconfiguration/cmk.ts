import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Configuration store uses a customer-managed key', ja: 'App Configuration ストアがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.appconfiguration.store',
  why: {
    en: 'With a key of your own you can withdraw access to the settings of all applications.',
    ja: '独自のキーなら、全アプリの設定へのアクセスを取り消せます。',
  },
  fix: {
    summary: { en: 'Add encryption with key_vault_key_identifier.', ja: 'key_vault_key_identifier を持つ encryption を追加してください。' },
    terraform: `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.orders.id]
  }
  encryption {
    key_vault_key_identifier = azurerm_key_vault_key.orders.id
    identity_client_id       = azurerm_user_assigned_identity.orders.client_id
  }
}`,
    arm: `{
  "identity": { "type": "UserAssigned" },
  "properties": {
    "encryption": {
      "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/orders" }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/concept-customer-managed-keys'],
  equivalents: ['CKV_AZURE_186'],
  noFramework: 'no control mapping yet',
  evaluate(store) {
    if (store.customerKey) return pass();
    return fail({
      en: `App Configuration store ${store.name} is encrypted with a key of Microsoft`,
      ja: `App Configuration ストア ${store.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_app_configuration" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "standard"
  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.orders.id]
  }
  encryption {
    key_vault_key_identifier = azurerm_key_vault_key.orders.id
    identity_client_id       = azurerm_user_assigned_identity.orders.client_id
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
      "sku": { "name": "standard" },
      "identity": { "type": "UserAssigned" },
      "properties": {
        "encryption": {
          "keyVaultProperties": { "keyIdentifier": "https://orders.vault.azure.net/keys/orders" }
        }
      }
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
  ],
});
