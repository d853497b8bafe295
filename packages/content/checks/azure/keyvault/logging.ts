import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Audit events of the key vault are logged', ja: 'Key Vault の監査イベントが記録される' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'azure.keyvault.vault',
  why: {
    en: 'Only the audit log tells which secret was read by whom; without it every secret of a breached vault must be replaced.',
    ja: 'どのシークレットを誰が読んだかは監査ログにしか残りません。なければ、侵害時に全てを交換するしかありません。',
  },
  fix: {
    summary: { en: 'Add a diagnostic setting that collects AuditEvent.', ja: 'AuditEvent を集める診断設定を追加してください。' },
    terraform: `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "AuditEvent"
  }
}`,
    arm: `{
  "type": "Microsoft.Insights/diagnosticSettings",
  "apiVersion": "2021-05-01-preview",
  "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
  "name": "orders",
  "properties": {
    "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
    "logs": [
      { "category": "AuditEvent", "enabled": true }
    ]
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/general/logging'],
  equivalents: ['prowler:keyvault_logging_enabled', 'cloudsploit:kvLogAnalyticsEnabled'],
  evaluate(vault) {
    if (any(vault.logs, (category) => ['AuditEvent', 'audit', 'allLogs'].includes(category))) return pass();
    return fail({
      en: `No diagnostic setting collects the audit events of key vault ${vault.name}`,
      ja: `Key Vault ${vault.name} の監査イベントを集める診断設定がありません`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "AuditEvent"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "orders",
      "properties": {
        "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
        "logs": [{"category": "AuditEvent", "enabled": true}]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a category group',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category_group = "audit"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "tenantId": "00000000-0000-0000-0000-000000000000",
        "sku": { "family": "A", "name": "standard" }
      }
    },
    {
      "type": "Microsoft.Insights/diagnosticSettings",
      "apiVersion": "2021-05-01-preview",
      "scope": "[resourceId('Microsoft.KeyVault/vaults', 'orders')]",
      "name": "orders",
      "properties": {
        "workspaceId": "[resourceId('Microsoft.OperationalInsights/workspaces', 'logs')]",
        "logs": [{"categoryGroup": "audit", "enabled": true}]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'a setting that may not exist',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  count                      = var.logged ? 1 : 0
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "AuditEvent"
  }
}
variable "logged" {}`,
    ),
    isUnknown(
      'categories handed in',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"

  dynamic "enabled_log" {
    for_each = var.categories
    content {
      category = enabled_log.value
    }
  }
}
variable "categories" {}`,
    ),
    fails(
      'another category',
      `resource "azurerm_key_vault" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  tenant_id           = "00000000-0000-0000-0000-000000000000"
  sku_name            = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "orders"
  target_resource_id         = azurerm_key_vault.orders.id
  log_analytics_workspace_id = "/subscriptions/x/workspaces/logs"
  enabled_log {
    category = "AzurePolicyEvaluationDetails"
  }
}`,
    ),
  ],
});
