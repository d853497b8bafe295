/** A shared key writes anything under any name, and nobody knows who had it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workspaces take no shared keys', ja: 'ワークスペースが共有キーを受け付けない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.monitor.workspace',
  why: {
    en: 'With the key of a workspace anybody can send forged logs; identities can be told apart and taken back.',
    ja: 'ワークスペースのキーがあれば誰でも偽のログを送れます。ID なら識別も失効もできます。',
  },
  fix: {
    edits: { terraform: [{ set: 'local_authentication_enabled', value: false }] },
    cautions: ['refuses-keys'],
    summary: { en: 'Switch local authentication off.', ja: 'ローカル認証を無効にしてください。' },
    terraform: `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  local_authentication_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": { "features": { "disableLocalAuth": true } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/azure-ad-authentication-logs'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (!workspace.hasLocalAuthentication) return pass();
    return fail({ en: `Workspace ${workspace.name} takes shared keys`, ja: `ワークスペース ${workspace.name} は共有キーを受け付けます` });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'off',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  local_authentication_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.OperationalInsights/workspaces",
      "apiVersion": "2023-09-01",
      "name": "security",
      "location": "japaneast",
      "properties": { "features": { "disableLocalAuth": true } }
    }
  ]
}`,
      },
    ),
    passes(
      'off by its name in version 3',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  local_authentication_disabled = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "keys" {}
resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  local_authentication_enabled = var.keys
}`,
    ),
  ],
});
