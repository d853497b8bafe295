/** Apps of an environment are mostly for people inside. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Service environments have internal addresses only', ja: 'App Service 環境のアドレスが内部だけである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.app.environment',
  why: {
    en: 'Without internal load balancing every app of the environment gets an address on the internet.',
    ja: '内部負荷分散でないと、環境内のすべてのアプリがインターネット上のアドレスを持ちます。',
  },
  fix: {
    summary: {
      en: 'Set internal_load_balancing_mode to "Web, Publishing".',
      ja: 'internal_load_balancing_mode を "Web, Publishing" にしてください。',
    },
    terraform: `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  internal_load_balancing_mode = "Web, Publishing"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/hostingEnvironments",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "kind": "ASEV3",
      "properties": { "internalLoadBalancingMode": "Web, Publishing" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/environment/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.isInternal) return pass();
    return fail({
      en: `Apps of App Service environment ${environment.name} get addresses on the internet`,
      ja: `App Service 環境 ${environment.name} のアプリはインターネット上のアドレスを持ちます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [{ "type": "Microsoft.Web/hostingEnvironments", "apiVersion": "2024-04-01", "name": "orders", "kind": "ASEV3", "properties": {} }]
}`,
      },
    ),
    passes(
      'internal',
      `resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  internal_load_balancing_mode = "Web, Publishing"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/hostingEnvironments",
      "apiVersion": "2024-04-01",
      "name": "orders",
      "kind": "ASEV3",
      "properties": { "internalLoadBalancingMode": "Web, Publishing" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "azurerm_app_service_environment_v3" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  subnet_id           = "orders"
  internal_load_balancing_mode = var.mode
}`,
    ),
  ],
});
