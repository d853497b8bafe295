/** Run As accounts held a certificate that everybody could export. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Automation accounts use a managed identity', ja: 'Automation アカウントがマネージド ID を使う' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.automation.account',
  why: {
    en: 'Without an identity scripts log in with passwords kept beside them.',
    ja: 'ID がないと、スクリプトは併せて保存したパスワードでログインします。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_automation_account" "operations" {
  name                = "operations"
  location            = "japaneast"
  resource_group_name = "operations"
  sku_name            = "Basic"

  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Automation/automationAccounts",
      "apiVersion": "2024-01-01",
      "name": "operations",
      "identity": { "type": "SystemAssigned" },
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/automation/automation-security-overview'],
  equivalents: ['CKV2_AZURE_36'],
  noFramework: 'no control mapping yet',
  evaluate(account) {
    if (account.hasIdentity) return pass();
    return fail({
      en: `Automation account ${account.name} has no managed identity`,
      ja: `Automation アカウント ${account.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails(
      'none',
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

  identity {
    type = "SystemAssigned"
  }
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
      "identity": { "type": "SystemAssigned" },
      "properties": {}
    }
  ]
}`,
      },
    ),
  ],
});
