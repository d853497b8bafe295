import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL server accepts Entra logins only', ja: 'SQL サーバーが Entra ログインのみを受け付ける' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.sql.server',
  why: {
    en: 'As long as SQL logins work, a password can be guessed, shared and left behind.',
    ja: 'SQL ログインが使える限り、パスワードは推測・共有・放置され得ます。',
  },
  fix: {
    summary: {
      en: 'Set azuread_authentication_only to true in azuread_administrator.',
      ja: 'azuread_administrator の azuread_authentication_only を true にしてください。',
    },
    terraform: `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
  azuread_administrator {
    login_username              = "orders-dba"
    object_id                   = "00000000-0000-0000-0000-000000000000"
    azuread_authentication_only = true
  }
}`,
    arm: `{
  "properties": { "administrators": { "login": "orders-dba", "azureADOnlyAuthentication": true } }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/authentication-azure-ad-only-authentication'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.entraOnly) return pass();
    return fail({
      en: `SQL server ${server.name} also accepts SQL logins with passwords`,
      ja: `SQL サーバー ${server.name} はパスワードによる SQL ログインも受け付けます`,
    });
  },
  examples: [
    fails(
      'an administrator, and passwords',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
  azuread_administrator {
    login_username = "orders-dba"
    object_id      = "00000000-0000-0000-0000-000000000000"
  }
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
      "properties": {
        "version": "12.0",
        "minimalTlsVersion": "1.2",
        "administrators": { "login": "orders-dba" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'Entra only',
      `resource "azurerm_mssql_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  version             = "12.0"
  minimum_tls_version = "1.2"
  azuread_administrator {
    login_username              = "orders-dba"
    object_id                   = "00000000-0000-0000-0000-000000000000"
    azuread_authentication_only = true
  }
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
      "properties": {
        "version": "12.0",
        "minimalTlsVersion": "1.2",
        "administrators": { "login": "orders-dba", "azureADOnlyAuthentication": true }
      }
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
  ],
});
