import { any, aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Trusted Azure services may pass the storage firewall',
    ja: '信頼された Azure サービスがストレージのファイアウォールを通過できる',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'A firewall that also stops Backup, Monitor or Event Grid breaks them silently, and is then switched off as a whole.',
    ja: 'Backup、Monitor、Event Grid まで止めるファイアウォールはそれらを気づかぬうちに停止させ、結局は丸ごと無効にされがちです。',
  },
  fix: {
    edits: { terraform: [{ append: 'network_rules[*].bypass', values: ['AzureServices'] }] },
    summary: { en: 'Add AzureServices to bypass in network_rules.', ja: 'network_rules の bypass に AzureServices を加えてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Deny"
    bypass         = ["AzureServices"]
  }
}`,
    arm: `{
  "properties": { "networkAcls": { "defaultAction": "Deny", "bypass": "AzureServices" } }
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --bypass AzureServices',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security-trusted-azure-services'],
  equivalents: [
    'CKV_AZURE_36',
    'AVD-AZU-0010',
    'tfsec:azure-storage-allow-microsoft-service-bypass',
    'prowler:storage_ensure_azure_services_are_trusted_to_access_is_enabled',
    'cloudsploit:trustedMsAccessEnabled',
  ],
  evaluate(account) {
    if (any(account.networkBypass, (service) => service === 'AzureServices')) return pass();
    if (aside(() => account.networkDefaultAction === 'Allow')) {
      return notApplicable({
        en: `The firewall of ${account.name} lets every network in`,
        ja: `${account.name} のファイアウォールは全ネットワークを許可しています`,
      });
    }
    return fail({
      en: `The firewall of storage account ${account.name} stops trusted Azure services`,
      ja: `ストレージアカウント ${account.name} のファイアウォールは信頼された Azure サービスを止めます`,
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
    default_action = "Deny"
    bypass         = ["Logging", "Metrics"]
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
        "networkAcls": { "defaultAction": "Deny", "bypass": "Logging, Metrics" }
      }
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
    bypass         = ["AzureServices"]
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
        "networkAcls": { "defaultAction": "Deny", "bypass": "AzureServices" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written: AzureServices is the default',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Deny"
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
      "properties": { "minimumTlsVersion": "TLS1_2", "networkAcls": { "defaultAction": "Deny" } }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'a firewall that lets everybody in',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  network_rules {
    default_action = "Allow"
    bypass         = ["None"]
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
        "networkAcls": { "defaultAction": "Allow", "bypass": "None" }
      }
    }
  ]
}`,
      },
    ),
  ],
});
