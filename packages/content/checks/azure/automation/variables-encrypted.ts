/** Variables end up holding passwords, sooner or later. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Automation variables are encrypted', ja: 'Automation の変数が暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.automation.variable',
  why: {
    en: 'A plain variable is shown to everybody who may look at the account.',
    ja: '平文の変数は、アカウントを閲覧できる全員に見えます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'encrypted', value: true }],
      arm: [{ of: ['Microsoft.Automation/automationAccounts/variables'], set: 'properties.isEncrypted', value: true }],
    },
    cautions: ['replaces'],
    summary: { en: 'Set encrypted to true.', ja: 'encrypted を true にしてください。' },
    terraform: `resource "azurerm_automation_variable_string" "retries" {
  name                    = "retries"
  resource_group_name     = "operations"
  automation_account_name = "operations"
  value                   = "3"
  encrypted               = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts/variables",
      "apiVersion": "2024-01-01",
      "name": "operations/retries",
      "properties": { "value": "3", "isEncrypted": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/automation/shared-resources/variables'],
  equivalents: ['CKV_AZURE_73'],
  noFramework: 'no control mapping yet',
  evaluate(variable) {
    if (variable.isEncrypted) return pass();
    return fail({
      en: `Automation variable ${variable.name} is not encrypted`,
      ja: `Automation の変数 ${variable.name} は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_automation_variable_string" "retries" {
  name                    = "retries"
  resource_group_name     = "operations"
  automation_account_name = "operations"
  value                   = "3"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts/variables",
      "apiVersion": "2024-01-01",
      "name": "operations/retries",
      "properties": { "value": "3" }
    }
  ]
}`,
      },
    ),
    fails(
      'switched off',
      `resource "azurerm_automation_variable_int" "retries" {
  name                    = "retries"
  resource_group_name     = "operations"
  automation_account_name = "operations"
  value                   = 3
  encrypted               = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts/variables",
      "apiVersion": "2024-01-01",
      "name": "operations/retries",
      "properties": { "value": "3", "isEncrypted": false }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_automation_variable_string" "retries" {
  name                    = "retries"
  resource_group_name     = "operations"
  automation_account_name = "operations"
  value                   = "3"
  encrypted               = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts/variables",
      "apiVersion": "2024-01-01",
      "name": "operations/retries",
      "properties": { "value": "3", "isEncrypted": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_automation_variable_string" "retries" {
  name                    = "retries"
  resource_group_name     = "operations"
  automation_account_name = "operations"
  value                   = "3"
  encrypted               = var.setting
}`,
    ),
  ],
});
