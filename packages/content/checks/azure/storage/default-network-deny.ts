import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account firewall denies by default', ja: 'ストレージアカウントのファイアウォールが既定で拒否する' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Allow as default action lets every network in; the lists of addresses and subnets then mean nothing.',
    ja: '既定のアクションが Allow だと全ネットワークから接続でき、アドレスやサブネットの一覧は意味を持ちません。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['azurerm_storage_account'], set: 'network_rules.default_action', value: 'Deny' },
        { of: ['azurerm_storage_account_network_rules'], set: 'default_action', value: 'Deny' },
      ],
      arm: [{ of: ['Microsoft.Storage/storageAccounts'], set: 'properties.networkAcls.defaultAction', value: 'Deny' }],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set default_action to Deny in network_rules and list the networks that need access.',
      ja: 'network_rules の default_action を Deny にし、必要なネットワークだけを列挙してください。',
    },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.0/24"]
  }
}`,
    arm: `{
  "properties": { "networkAcls": { "defaultAction": "Deny", "ipRules": [{"value": "203.0.113.0/24"}] } }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --default-action Deny',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security'],
  equivalents: [
    'CKV_AZURE_35',
    'AVD-AZU-0012',
    'tfsec:azure-storage-default-action-deny',
    'prowler:storage_default_network_access_rule_is_denied',
    'cloudsploit:networkAccessDefaultAction',
  ],
  evaluate(account) {
    if (account.networkDefaultAction === 'Deny') return pass();
    return fail({
      en: `The firewall of storage account ${account.name} lets every network in by default`,
      ja: `ストレージアカウント ${account.name} のファイアウォールは既定で全ネットワークを許可しています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Allow"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2", "networkAcls": { "defaultAction": "Allow" } }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.0/24"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": {
        "minimumTlsVersion": "TLS1_2",
        "networkAcls": { "defaultAction": "Deny", "ipRules": [{"value": "203.0.113.0/24"}] }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'rules as a resource of their own',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_account_network_rules" "orders" {
  storage_account_id = azurerm_storage_account.orders.id
  default_action     = "Deny"
}`,
    ),
    fails(
      'rules for an account that is elsewhere',
      `resource "azurerm_storage_account_network_rules" "orders" {
  storage_account_id = "/subscriptions/x/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/orders"
  default_action     = "Allow"
}`,
    ),
    passes(
      'no public network access at all',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts",
      "apiVersion": "2023-05-01",
      "name": "ordersdata",
      "location": "japaneast",
      "sku": { "name": "Standard_ZRS" },
      "kind": "StorageV2",
      "properties": { "minimumTlsVersion": "TLS1_2", "publicNetworkAccess": "Disabled" }
    }
  ]
}`,
      },
    ),
  ],
});
