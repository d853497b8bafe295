import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service Bus namespace has a managed identity', ja: 'Service Bus 名前空間にマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.servicebus.namespace',
  why: {
    en: 'With an identity the namespace reaches its key without a stored secret.',
    ja: 'ID があれば、保存された資格情報なしでキーに届きます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-managed-service-identity'],
  equivalents: ['CKV_AZURE_202'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.identity) return pass();
    return fail({
      en: `Service Bus namespace ${namespace.name} has no managed identity`,
      ja: `Service Bus 名前空間 ${namespace.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceBus/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Premium" },
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
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
      "type": "Microsoft.ServiceBus/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Premium" },
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceBus/namespaces",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Premium" }
    }
  ]
}`,
      },
    ),
  ],
});
