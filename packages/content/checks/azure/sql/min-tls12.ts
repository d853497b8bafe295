import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL server requires TLS 1.2', ja: 'SQL サーバーが TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'Queries and their results can be read or changed on the way when an old protocol is negotiated.',
    ja: '古いプロトコルで接続されると、問い合わせと結果が途中で読まれたり変えられたりします。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['azurerm_mssql_server'], set: 'minimum_tls_version', value: '1.2' }],
      arm: [{ of: ['Microsoft.Sql/servers'], set: 'properties.minimalTlsVersion', value: '1.2' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set minimum_tls_version to 1.2.', ja: 'minimum_tls_version を 1.2 にしてください。' },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
}`,
    arm: `{
  "properties": { "minimalTlsVersion": "1.2" }
}`,
    cli: 'az sql server update --name NAME --resource-group GROUP --minimal-tls-version 1.2',
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings'],
  equivalents: [
    'CKV_AZURE_52',
    'AVD-AZU-0026',
    'tfsec:azure-database-secure-tls-policy',
    'prowler:sqlserver_recommended_minimal_tls_version',
    'cloudsploit:sqlServerTlsVersion',
  ],
  evaluate(server) {
    if (['1.2', '1.3'].includes(server.minTlsVersion)) return pass();
    return fail({
      en: `SQL server ${server.name} accepts TLS below 1.2 (${server.minTlsVersion})`,
      ja: `SQL サーバー ${server.name} は TLS 1.2 未満を受け付けます (${server.minTlsVersion})`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.0"
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
      "properties": { "version": "12.0", "minimalTlsVersion": "1.0" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
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
    passes(
      'not written',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
}`,
    ),
    fails('not written in a template', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/servers",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "version": "12.0" }
    }
  ]
}`,
    }),
  ],
});
