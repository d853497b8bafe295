import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL accepts Entra logins', ja: 'PostgreSQL が Entra 認証を受け付ける' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.postgresql.server',
  why: {
    en: 'With passwords alone there is no multi-factor, no conditional access, and leavers keep what they know.',
    ja: 'パスワードだけでは多要素認証も条件付きアクセスもなく、退職者も知識を持ち続けます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_postgresql_flexible_server'], set: 'authentication.active_directory_auth_enabled', value: true }],
    },
    summary: {
      en: 'Set active_directory_auth_enabled to true in authentication.',
      ja: 'authentication の active_directory_auth_enabled を true にしてください。',
    },
    terraform: `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = false
  }
}`,
    arm: `{
  "properties": { "authConfig": { "activeDirectoryAuth": "Enabled", "passwordAuth": "Disabled" } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-azure-ad-authentication'],
  equivalents: ['prowler:postgresql_flexible_server_entra_id_authentication_enabled'],
  evaluate(server) {
    if (server.entraAuth) return pass();
    return fail({
      en: `PostgreSQL server ${server.name} knows passwords only`,
      ja: `PostgreSQL サーバー ${server.name} はパスワード認証のみです`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  authentication {
    active_directory_auth_enabled = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "authConfig": { "activeDirectoryAuth": "Disabled" } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
  authentication {
    active_directory_auth_enabled = true
    password_auth_enabled         = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" },
      "properties": { "authConfig": { "activeDirectoryAuth": "Enabled", "passwordAuth": "Disabled" } }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_postgresql_flexible_server" "orders" {
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
      "type": "Microsoft.DBforPostgreSQL/flexibleServers",
      "apiVersion": "2024-08-01",
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
