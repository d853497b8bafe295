/** Intrusions are often noticed after months; the records must still be there. */
import { defineCheck, fail, fails, isUnknown, maximumDays, pass, passes, retentionProblem } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Flow logs are kept 90 days or more', ja: 'フローログが 90 日以上保持される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.network.flow-log',
  why: {
    en: 'Intrusions are often noticed after months; records that are gone by then answer nothing.',
    ja: '侵入は数か月後に気づくことが多く、その時に消えている記録は何も答えられません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'enabled', value: true },
        { set: 'retention_policy.enabled', value: true },
        { set: 'retention_policy.days', value: 90 },
      ],
    },
    summary: {
      en: 'Set retention_policy to 90 days or more, or 0 for ever.',
      ja: 'retention_policy を 90 日以上、または無期限 (0) に設定してください。',
    },
    terraform: `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 90
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": true, "retentionPolicy": { "enabled": true, "days": 90 } }
    }
  ]
}`,
    cli: 'az network watcher flow-log update --location REGION --name LOG --retention 90',
  },
  references: ['https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview'],
  equivalents: [
    'CKV_AZURE_12',
    'AVD-AZU-0049',
    'tfsec:azure-network-retention-policy-set',
    'prowler:network_flow_log_more_than_90_days',
    'cloudsploit:nsgFlowLogsRetentionPeriod',
  ],
  params: {
    minimumDays: { type: 'number', default: 90, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } },
    maximumDays,
  },
  evaluate(log, band) {
    const { minimumDays } = band;
    if (!log.hasRetention || !log.isEnabled)
      return fail({
        en: `Flow log ${log.name} is switched off or has no retention policy of at least ${minimumDays} days`,
        ja: `フローログ ${log.name} が無効か、保持期間が ${minimumDays} 日以上に設定されていません`,
      });
    const problem = retentionProblem(log.retentionDays, band);
    return problem === null ? pass() : fail({ en: `Flow log ${log.name} ${problem.en}`, ja: `フローログ ${log.name} ${problem.ja}` });
  },
  examples: [
    fails(
      'a month',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 30
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": true, "retentionPolicy": { "enabled": true, "days": 30 } }
    }
  ]
}`,
      },
    ),
    passes(
      '90 days',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 90
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": true, "retentionPolicy": { "enabled": true, "days": 90 } }
    }
  ]
}`,
      },
    ),
    passes(
      'for ever',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 0
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": true, "retentionPolicy": { "enabled": true, "days": 0 } }
    }
  ]
}`,
      },
    ),
    fails(
      'no retention policy that counts',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = false
    days    = 7
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": true, "retentionPolicy": { "enabled": false, "days": 7 } }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off, so nothing is kept',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = false

  retention_policy {
    enabled = true
    days    = 90
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/networkWatchers/flowLogs",
      "apiVersion": "2024-05-01",
      "name": "watcher/hub-flows",
      "location": "japaneast",
      "properties": { "targetResourceId": "hub", "storageId": "logs", "enabled": false, "retentionPolicy": { "enabled": true, "days": 90 } }
    }
  ]
}`,
      },
    ),
    fails(
      'for ever where a maximum is set',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 0
  }
}`,
      { params: { maximumDays: 400 } },
    ),
    fails(
      'longer than allowed',
      `resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = 730
  }
}`,
      { params: { maximumDays: 400 } },
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = true

  retention_policy {
    enabled = true
    days    = var.days
  }
}`,
    ),
  ],
});
