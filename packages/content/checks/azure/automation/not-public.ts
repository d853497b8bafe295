/** Scripts with rights in the subscription should not be started from anywhere. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Automation accounts are not public', ja: 'Automation アカウントが公開されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.automation.account',
  why: {
    en: 'Webhooks and agents of a public account can be tried by everybody, and its scripts hold wide rights.',
    ja: '公開アカウントの Webhook やエージェントは誰でも試せ、スクリプトは広い権限を持ちます。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_network_access_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: { en: 'Set public_network_access_enabled to false.', ja: 'public_network_access_enabled を false にしてください。' },
    terraform: `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  public_network_access_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts",
      "apiVersion": "2024-01-01",
      "name": "operations",
      "properties": { "publicNetworkAccess": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/automation/how-to/private-link-security'],
  equivalents: ['CKV2_AZURE_24'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.isPublic) return pass();
    return fail({
      en: `Automation account ${account.name} can be reached from the internet`,
      ja: `Automation アカウント ${account.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Automation/automationAccounts", "apiVersion": "2024-01-01", "name": "operations", "properties": {} }]
}`,
      },
    ),
    fails(
      'open in words',
      `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  public_network_access_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts",
      "apiVersion": "2024-01-01",
      "name": "operations",
      "properties": { "publicNetworkAccess": true }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  public_network_access_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts",
      "apiVersion": "2024-01-01",
      "name": "operations",
      "properties": { "publicNetworkAccess": false }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  public_network_access_enabled = var.setting
}`,
    ),
  ],
});
