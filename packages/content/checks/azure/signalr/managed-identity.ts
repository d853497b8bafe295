import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SignalR service has a managed identity', ja: 'SignalR サービスにマネージド ID がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.signalr.service',
  why: {
    en: 'With an identity the service calls back into your applications without a shared key.',
    ja: 'ID があれば、共有キーなしでアプリケーションを呼び出せます。',
  },
  fix: {
    summary: { en: 'Add an identity block.', ja: 'identity ブロックを追加してください。' },
    terraform: `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
  identity {
    type = "SystemAssigned"
  }
}`,
    arm: `{
  "identity": { "type": "SystemAssigned" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/howto-use-managed-identity'],
  equivalents: ['CKV_AZURE_176'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.identity) return pass();
    return fail({
      en: `SignalR service ${service.name} has no managed identity`,
      ja: `SignalR サービス ${service.name} にマネージド ID がありません`,
    });
  },
  examples: [
    fails('off', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 },
      "identity": { "type": "None" }
    }
  ]
}`,
    }),
    passes(
      'on',
      `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
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
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 },
      "identity": { "type": "SystemAssigned" }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_signalr_service" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku {
    name     = "Standard_S1"
    capacity = 1
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.SignalRService/SignalR",
      "apiVersion": "2023-02-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_S1", "capacity": 1 }
    }
  ]
}`,
      },
    ),
  ],
});
