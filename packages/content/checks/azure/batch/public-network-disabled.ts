import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public network access to the Batch account is off', ja: 'Batch アカウントへのパブリックネットワークアクセスが無効である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.batch.account',
  why: {
    en: 'Whoever can submit a task runs code with the identity of the pool.',
    ja: 'タスクを投入できる者は、プールの ID でコードを実行できます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'public_network_access_enabled', value: false }],
      arm: [{ of: ['Microsoft.Batch/batchAccounts'], set: 'properties.publicNetworkAccess', value: 'Disabled' }],
    },
    cautions: ['may-replace', 'closes-access'],
    summary: {
      en: 'Set public_network_access_enabled to false and use a private endpoint.',
      ja: 'public_network_access_enabled を false にし、プライベートエンドポイントを使ってください。',
    },
    terraform: `resource "azurerm_batch_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = false
}`,
    arm: `{
  "properties": { "publicNetworkAccess": "Disabled" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/batch/public-network-access'],
  equivalents: ['CKV_AZURE_248'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.publicNetworkAccess) return pass();
    return fail({
      en: `Batch account ${account.name} is reachable from public networks`,
      ja: `Batch アカウント ${account.name} はパブリックネットワークから到達できます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_batch_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "publicNetworkAccess": "Enabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_batch_account" "orders" {
  name                          = "orders"
  resource_group_name           = "orders"
  location                      = "japaneast"
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_batch_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
    passes(
      'a firewall that denies by default',
      `resource "azurerm_batch_account" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  network_profile {
    account_access {
      default_action = "Deny"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Batch/batchAccounts",
      "apiVersion": "2024-02-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "networkProfile": { "accountAccess": { "defaultAction": "Deny" } } }
    }
  ]
}`,
      },
    ),
  ],
});
