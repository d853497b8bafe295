import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The portal authorizes storage with Entra ID by default', ja: 'ポータルの既定の認可が Entra ID である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'Otherwise the portal fetches the account key for everybody who may list it, and their own rights do not count.',
    ja: 'そうでないと、キーを一覧できる人にはポータルがアカウントキーを使い、本人の権限が効きません。',
  },
  fix: {
    summary: { en: 'Set default_to_oauth_authentication to true.', ja: 'default_to_oauth_authentication を true にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  default_to_oauth_authentication = true
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/authorize-data-operations-portal'],
  equivalents: ['prowler:storage_default_to_entra_authorization_enabled'],
  evaluate(account) {
    if (account.prefersEntra) return pass();
    return fail({
      en: `The portal opens storage account ${account.name} with its key by default`,
      ja: `ポータルは既定でストレージアカウント ${account.name} をキーで開きます`,
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
  default_to_oauth_authentication = false
}`,
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                            = "ordersdata"
  resource_group_name             = "orders"
  location                        = "japaneast"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  default_to_oauth_authentication = true
}`,
    ),
    fails(
      'not written',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}`,
    ),
  ],
});
