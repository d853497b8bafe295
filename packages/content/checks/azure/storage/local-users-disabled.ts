import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Storage account has no local users', ja: 'ストレージアカウントでローカルユーザーが無効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.storage.account',
  why: {
    en: 'SFTP users with passwords or keys of their own stand outside of Entra ID, its conditions and its leavers process.',
    ja: '独自のパスワードやキーを持つ SFTP ユーザーは Entra ID の管理や退職者処理の外にあります。',
  },
  fix: {
    summary: { en: 'Set local_user_enabled to false.', ja: 'local_user_enabled を false にしてください。' },
    terraform: `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  is_hns_enabled           = true
  local_user_enabled       = false
}`,
    cli: 'az storage account update --name NAME --resource-group GROUP --enable-local-user false',
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/secure-file-transfer-protocol-support'],
  equivalents: ['CKV_AZURE_244'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.localUsers) return pass();
    if (aside(() => !account.hierarchical)) {
      return notApplicable({
        en: `${account.name} has no hierarchical namespace, so no SFTP`,
        ja: `${account.name} は階層型名前空間がなく、SFTP を使えません`,
      });
    }
    return fail({
      en: `Storage account ${account.name} allows local users`,
      ja: `ストレージアカウント ${account.name} はローカルユーザーを許可しています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  is_hns_enabled           = true
  local_user_enabled       = true
}`,
    ),
    passes(
      'on',
      `resource "azurerm_storage_account" "orders" {
  name                     = "ordersdata"
  resource_group_name      = "orders"
  location                 = "japaneast"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  is_hns_enabled           = true
  local_user_enabled       = false
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
  is_hns_enabled           = true
}`,
    ),
    isNotApplicable(
      'no SFTP',
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
