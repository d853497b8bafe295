/** One instance is down whenever it is updated. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Service plans have several instances', ja: 'App Service プランが複数インスタンスを持つ' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.plan',
  why: {
    en: 'With a single instance every restart, update or failure of the host is an outage.',
    ja: 'インスタンスが 1 つだと、再起動・更新・障害のたびにサービスが止まります。',
  },
  fix: {
    summary: { en: 'Set worker_count to two or more.', ja: 'worker_count を 2 以上にしてください。' },
    terraform: `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count        = 3
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/serverfarms",
      "apiVersion": "2024-04-01",
      "name": "plan",
      "sku": { "name": "P1v3", "capacity": 3 },
      "properties": {}
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/overview-hosting-plans'],
  equivalents: ['CKV_AZURE_212'],
  noFramework: 'no control mapping yet',
  evaluate(plan) {
    const sku = plan.sku ?? '';
    if (/^(y1|ep|fc|ws|el)/i.test(sku))
      return notApplicable({ en: `Plan ${plan.name} scales by itself`, ja: `プラン ${plan.name} は自動で増減します` });
    if (plan.workers >= 2) return pass();
    return fail({ en: `Plan ${plan.name} has a single instance`, ja: `プラン ${plan.name} のインスタンスは 1 つです` });
  },
  examples: [
    fails(
      'one',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "P1v3" }, "properties": {} }]
}`,
      },
    ),
    passes(
      'three',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count        = 3
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/serverfarms",
      "apiVersion": "2024-04-01",
      "name": "plan",
      "sku": { "name": "P1v3", "capacity": 3 },
      "properties": {}
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'pay per use',
      `resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "Y1"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/serverfarms", "apiVersion": "2024-04-01", "name": "plan", "sku": { "name": "Y1" }, "properties": {} }]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "count" {}
resource "azurerm_service_plan" "orders" {
  name                = "plan"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  sku_name            = "P1v3"
  worker_count        = var.count
}`,
    ),
  ],
});
