/** In a network of one's own apps need no public address. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Spring Apps run in a virtual network', ja: 'Spring Apps が仮想ネットワーク内で動く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.spring.service',
  why: {
    en: 'Outside of a network apps and their backends talk over public addresses.',
    ja: 'ネットワーク外では、アプリとバックエンドが公開アドレスで通信します。',
  },
  fix: {
    summary: { en: 'Set the subnets in the network block.', ja: 'network ブロックでサブネットを設定してください。' },
    terraform: `resource "azurerm_spring_cloud_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "S0"

  network {
    app_subnet_id             = "apps"
    service_runtime_subnet_id = "runtime"
    cidr_ranges               = ["10.4.0.0/16", "10.5.0.0/16", "10.3.0.1/16"]
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "S0" },
      "properties": { "networkProfile": { "serviceRuntimeSubnetId": "runtime", "appSubnetId": "apps" } }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/spring-apps/basic-standard/how-to-deploy-in-azure-virtual-network'],
  equivalents: ['CKV2_AZURE_23'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasSubnet) return pass();
    if (service.sku.toLowerCase() === 'b0')
      return notApplicable({
        en: `${service.name} is of the basic tier, which cannot`,
        ja: `${service.name} は Basic のため設定できません`,
      });
    return fail({
      en: `Spring Apps ${service.name} run outside of a virtual network`,
      ja: `Spring Apps ${service.name} は仮想ネットワーク外で動いています`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_spring_cloud_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "S0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "S0" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_spring_cloud_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "S0"

  network {
    app_subnet_id             = "apps"
    service_runtime_subnet_id = "runtime"
    cidr_ranges               = ["10.4.0.0/16", "10.5.0.0/16", "10.3.0.1/16"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "S0" },
      "properties": { "networkProfile": { "serviceRuntimeSubnetId": "runtime", "appSubnetId": "apps" } }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'the basic tier cannot',
      `resource "azurerm_spring_cloud_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "B0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.AppPlatform/Spring",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "sku": { "name": "B0" },
      "properties": {}
    }
  ]
}`,
      },
    ),
  ],
});
