/** Records in a storage account are read by nobody until something has happened. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Flow logs are sent to traffic analytics', ja: 'フローログがトラフィック分析に送られる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.network.flow-log',
  why: {
    en: 'In a workspace flow records can be asked and alerted on; in a storage account they lie unread.',
    ja: 'ワークスペースに送れば検索や通知に使えますが、ストレージに置くだけでは読まれません。',
  },
  fix: {
    summary: { en: 'Switch traffic analytics on.', ja: 'トラフィック分析を有効にしてください。' },
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

  traffic_analytics {
    enabled               = true
    workspace_id          = "workspace"
    workspace_region      = "japaneast"
    workspace_resource_id = "workspace"
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
      "properties": {
        "targetResourceId": "hub",
        "storageId": "logs",
        "enabled": true,
        "retentionPolicy": { "enabled": true, "days": 90 },
        "flowAnalyticsConfiguration": { "networkWatcherFlowAnalyticsConfiguration": { "enabled": true, "workspaceResourceId": "workspace" } }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/network-watcher/traffic-analytics'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(log) {
    if (log.hasTrafficAnalytics) return pass();
    return fail({
      en: `Flow log ${log.name} is not sent to traffic analytics`,
      ja: `フローログ ${log.name} はトラフィック分析に送られていません`,
    });
  },
  examples: [
    fails(
      'only stored',
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
      'analyzed',
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

  traffic_analytics {
    enabled               = true
    workspace_id          = "workspace"
    workspace_region      = "japaneast"
    workspace_resource_id = "workspace"
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
      "properties": {
        "targetResourceId": "hub",
        "storageId": "logs",
        "enabled": true,
        "retentionPolicy": { "enabled": true, "days": 90 },
        "flowAnalyticsConfiguration": { "networkWatcherFlowAnalyticsConfiguration": { "enabled": true, "workspaceResourceId": "workspace" } }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off',
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

  traffic_analytics {
    enabled               = false
    workspace_id          = "workspace"
    workspace_region      = "japaneast"
    workspace_resource_id = "workspace"
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
      "properties": {
        "targetResourceId": "hub",
        "storageId": "logs",
        "enabled": true,
        "retentionPolicy": { "enabled": true, "days": 90 },
        "flowAnalyticsConfiguration": { "networkWatcherFlowAnalyticsConfiguration": { "enabled": false, "workspaceResourceId": "workspace" } }
      }
    }
  ]
}`,
      },
    ),
  ],
});
