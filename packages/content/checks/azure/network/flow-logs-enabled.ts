/** Who talked to whom: without flow logs nobody can say after an incident. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Flow logs are captured', ja: 'フローログが記録される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.network.flow-log',
  why: {
    en: 'After an incident flow logs tell who reached which machine; they cannot be made afterwards.',
    ja: 'インシデント後に誰がどのマシンに到達したかを示せるのはフローログであり、後から作ることはできません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: true }] },
    summary: { en: 'Switch the flow log on.', ja: 'フローログを有効にしてください。' },
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
    cli: 'az network watcher flow-log update --location REGION --name LOG --enabled true',
  },
  references: ['https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview'],
  equivalents: ['AVD-AZU-0073', 'prowler:network_flow_log_captured_sent', 'cloudsploit:nsgFlowLogsEnabled'],
  evaluate(log) {
    if (log.isEnabled) return pass();
    return fail({ en: `Flow log ${log.name} is switched off`, ja: `フローログ ${log.name} は無効です` });
  },
  examples: [
    fails(
      'switched off',
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
    passes(
      'on',
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
    isUnknown(
      'handed in',
      `variable "logs" {}
resource "azurerm_network_watcher_flow_log" "orders" {
  name                 = "hub-flows"
  network_watcher_name = "watcher"
  resource_group_name  = "network"
  target_resource_id   = "hub"
  storage_account_id   = "logs"
  enabled              = var.logs

  retention_policy {
    enabled = true
    days    = 90
  }
}`,
    ),
  ],
});
