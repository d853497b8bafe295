/** Logs hold what attackers want to know, and what they want to forge. */
import { allOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workspaces cannot be reached from the internet', ja: 'ワークスペースがインターネットから到達できない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.monitor.workspace',
  why: {
    en: 'Over the internet stolen tokens can ask logs, and forged entries can be sent in.',
    ja: 'インターネット経由では、盗んだトークンでのログ検索や偽のログの送信ができます。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'internet_ingestion_enabled', value: false },
        { set: 'internet_query_enabled', value: false },
      ],
      arm: [
        { of: ['Microsoft.OperationalInsights/workspaces'], set: 'properties.publicNetworkAccessForIngestion', value: 'Disabled' },
        { of: ['Microsoft.OperationalInsights/workspaces'], set: 'properties.publicNetworkAccessForQuery', value: 'Disabled' },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set internet_ingestion_enabled and internet_query_enabled to false and use a private link scope.',
      ja: 'internet_ingestion_enabled と internet_query_enabled を false にし、プライベートリンクを使ってください。',
    },
    terraform: `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  internet_ingestion_enabled = false
  internet_query_enabled     = false
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
      "properties": { "publicNetworkAccessForIngestion": "Disabled", "publicNetworkAccessForQuery": "Disabled" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (
      allOf(
        () => !workspace.takesFromInternet,
        () => !workspace.answersInternet,
      )
    )
      return pass();
    return fail({
      en: `Workspace ${workspace.name} can be reached from the internet`,
      ja: `ワークスペース ${workspace.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'open by default',
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
    fails(
      'asking is open',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  internet_ingestion_enabled = false
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
      "properties": { "publicNetworkAccessForIngestion": "Disabled" }
    }
  ]
}`,
      },
    ),
    passes(
      'closed',
      `resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  internet_ingestion_enabled = false
  internet_query_enabled     = false
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
      "properties": { "publicNetworkAccessForIngestion": "Disabled", "publicNetworkAccessForQuery": "Disabled" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "open" {}
resource "azurerm_log_analytics_workspace" "security" {
  name                = "security"
  location            = "japaneast"
  resource_group_name = "monitoring"
  internet_ingestion_enabled = var.open
  internet_query_enabled     = false
}`,
    ),
  ],
});
