import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Containers of logs and backups are immutable', ja: 'ログとバックアップのコンテナーが変更不可である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.storage.container',
  why: {
    en: 'Who wants to hide an intrusion or extort money deletes logs and backups first; a locked policy stops even the owner.',
    ja: '侵入を隠す者や脅迫する者はまずログとバックアップを消します。ロックされたポリシーは所有者さえ止めます。',
  },
  fix: {
    summary: {
      en: 'Add an azurerm_storage_container_immutability_policy with locked = true.',
      ja: 'locked = true の azurerm_storage_container_immutability_policy を追加してください。',
    },
    terraform: `resource "azurerm_storage_container" "logs" {
  name               = "audit-logs"
  storage_account_id = azurerm_storage_account.orders.id
}
resource "azurerm_storage_container_immutability_policy" "logs" {
  storage_container_resource_manager_id = azurerm_storage_container.logs.id
  immutability_period_in_days           = 365
  locked                                = true
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/immutable-storage-overview'],
  equivalents: [],
  without: { arm: 'Locking a policy is an action, no property of a template' },
  params: {
    patterns: {
      type: 'strings',
      default: ['log', 'audit', 'backup'],
      description: { en: 'Parts of the names of such containers', ja: '対象コンテナー名に含まれる語' },
    },
  },
  evaluate(container, { patterns }) {
    const label = container.label;
    if (label !== undefined && !patterns.some((pattern) => label.toLowerCase().includes(pattern.toLowerCase()))) {
      return notApplicable({
        en: `${container.name} is not called like logs or backups`,
        ja: `${container.name} はログやバックアップの名前ではありません`,
      });
    }
    if (container.immutability === 'locked') return pass();
    return fail({
      en: `Container ${container.name} has ${container.immutability === 'none' ? 'no immutability policy' : 'a policy that is not locked'}`,
      ja: `コンテナー ${container.name} には${container.immutability === 'none' ? '不変ポリシーがありません' : 'ロックされていないポリシーしかありません'}`,
    });
  },
  examples: [
    fails(
      'no policy',
      `resource "azurerm_storage_container" "logs" {
  name               = "audit-logs"
  storage_account_id = azurerm_storage_account.orders.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/audit-logs"
    }
  ]
}`,
      },
    ),
    fails(
      'not locked',
      `resource "azurerm_storage_container" "logs" {
  name               = "audit-logs"
  storage_account_id = azurerm_storage_account.orders.id
}
resource "azurerm_storage_container_immutability_policy" "logs" {
  storage_container_resource_manager_id = azurerm_storage_container.logs.id
  immutability_period_in_days           = 365
  locked                                = false
}`,
    ),
    passes(
      'locked',
      `resource "azurerm_storage_container" "logs" {
  name               = "audit-logs"
  storage_account_id = azurerm_storage_account.orders.id
}
resource "azurerm_storage_container_immutability_policy" "logs" {
  storage_container_resource_manager_id = azurerm_storage_container.logs.id
  immutability_period_in_days           = 365
  locked                                = true
}`,
    ),
    isNotApplicable(
      'other data',
      `resource "azurerm_storage_container" "orders" {
  name               = "orders"
  storage_account_id = azurerm_storage_account.orders.id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Storage/storageAccounts/blobServices/containers",
      "apiVersion": "2023-05-01",
      "name": "ordersdata/default/orders"
    }
  ]
}`,
      },
    ),
  ],
});
