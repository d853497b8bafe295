import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the SQL server is off', ja: 'SQL サーバーへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'A database that answers the internet is one guessed password, or one firewall rule, away from a leak.',
    ja: 'インターネットに応答するデータベースは、推測された 1 つのパスワードや 1 つのルールで漏えいします。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_mssql_server'], set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.Sql/servers'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
    cli: 'az sql server update --name NAME --resource-group GROUP --set publicNetworkAccess=Disabled',
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings'],
  equivalents: ['CKV_AZURE_113', 'AVD-AZU-0022', 'tfsec:azure-database-no-public-access', 'cloudsploit:noPublicAccess'],
  evaluate(server) {
    if (!server.publicNetworkAccess) return pass();
    return fail({
      en: `SQL server ${server.name} is reachable from public networks`,
      ja: `SQL サーバー ${server.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2", "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2", "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0", "minimalTlsVersion": "1.2" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in by a variable',
      `resource "azurerm_mssql_server" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  version                       = "12.0"
  minimum_tls_version           = "1.2"
  public_network_access_enabled = var.setting
}
variable "setting" {}`,
    ),
  ],
});
