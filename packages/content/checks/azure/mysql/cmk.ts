import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL uses a customer-managed key', ja: 'MySQL がカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.mysql.server',
  why: {
    en: 'With a key of your own you see each use of it and can withdraw it.',
    ja: '独自のキーなら使用を記録し、取り消すことができます。',
  },
  fix: {
    summary: {
      en: 'Add customer_managed_key; for a single server an azurerm_mysql_server_key.',
      ja: 'customer_managed_key を、単一サーバーでは azurerm_mysql_server_key を追加してください。',
    },
    terraform: `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  customer_managed_key {
    key_vault_key_id                  = azurerm_key_vault_key.orders.id
    primary_user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  }
}`,
    arm: `{
  "properties": {
    "dataEncryption": {
      "type": "AzureKeyVault",
      "primaryKeyURI": "https://orders.vault.azure.net/keys/orders/1"
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/mysql/flexible-server/concepts-customer-managed-key'],
  equivalents: ['CKV2_AZURE_16'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.customerKey) return pass();
    return fail({
      en: `MySQL server ${server.name} is encrypted with a key of Microsoft`,
      ja: `MySQL サーバー ${server.name} は Microsoft 管理のキーで暗号化されています`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  customer_managed_key {
    key_vault_key_id                  = azurerm_key_vault_key.orders.id
    primary_user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
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
      "properties": {
        "dataEncryption": {
          "type": "AzureKeyVault",
          "primaryKeyURI": "https://orders.vault.azure.net/keys/orders/1"
        }
      }
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
    passes(
      'a single server',
      `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
}
resource "azurerm_mysql_server_key" "orders" {
  server_id        = azurerm_mysql_server.orders.id
  key_vault_key_id = azurerm_key_vault_key.orders.id
}`,
    ),
  ],
});
