/** Without a key nobody knows who calls, and nobody can be stopped. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'APIs ask for a subscription key', ja: 'API がサブスクリプションキーを要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.apim.api',
  why: {
    en: 'Without a key everybody can call the API, and quotas hold for nobody.',
    ja: 'キーがなければ誰でも API を呼べ、利用量の制限も効きません。',
  },
  fix: {
    edits: { terraform: [{ set: 'subscription_required', value: true }] },
    cautions: ['refuses-keys'],
    summary: {
      en: 'Leave subscription_required at true, or check tokens in a policy and accept the finding.',
      ja: 'subscription_required を true のままにするか、ポリシーでトークンを検証して検出を受容してください。',
    },
    terraform: `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  subscription_required = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "subscriptionRequired": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/api-management/api-management-subscriptions'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.asksSubscription) return pass();
    return fail({ en: `API ${api.name} can be called without a key`, ja: `API ${api.name} はキーなしで呼び出せます` });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  subscription_required = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "subscriptionRequired": false }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  subscription_required = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders", "subscriptionRequired": true }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ApiManagement/service/apis",
      "apiVersion": "2024-01-01",
      "name": "orders-apim/orders",
      "properties": { "displayName": "Orders", "path": "orders" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  api_management_name = "orders-apim"
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  subscription_required = var.setting
}`,
    ),
  ],
});
