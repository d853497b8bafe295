/** A key of the account registers any machine as a worker. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Automation accounts take no shared keys', ja: 'Automation アカウントが共有キーを受け付けない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.automation.account',
  why: {
    en: "With a key of the account a stranger's machine gets the configuration and secrets of yours.",
    ja: 'アカウントのキーがあれば、第三者のマシンが構成や秘密情報を受け取れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'local_authentication_enabled', value: false }],
      arm: [{ of: ['Microsoft.Automation/automationAccounts'], set: 'properties.disableLocalAuth', value: true }],
    },
    cautions: ['refuses-keys'],
    summary: { en: 'Set local_authentication_enabled to false.', ja: 'local_authentication_enabled を false にしてください。' },
    terraform: `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  local_authentication_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts",
      "apiVersion": "2024-01-01",
      "name": "operations",
      "properties": { "disableLocalAuth": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/automation/disable-local-authentication'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (!account.hasLocalAuthentication) return pass();
    return fail({
      en: `Automation account ${account.name} takes shared keys`,
      ja: `Automation アカウント ${account.name} は共有キーを受け付けます`,
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
    passes(
      'as it should be',
      `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"
  local_authentication_enabled = false
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
      "properties": { "disableLocalAuth": true }
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
  local_authentication_enabled = var.setting
}`,
    ),
  ],
});
