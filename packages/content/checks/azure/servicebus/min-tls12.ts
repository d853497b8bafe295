import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service Bus namespace requires TLS 1.2', ja: 'Service Bus 名前空間が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.servicebus.namespace',
  why: {
    en: 'Messages and the keys that come with them can be read by somebody who forces an old version.',
    ja: '古いバージョンを強いる者に、メッセージと付随するキーを読まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'minimum_tls_version', value: '1.2' }],
      arm: [{ of: ['Microsoft.ServiceBus/namespaces'], set: 'properties.minimumTlsVersion', value: '1.2' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set minimum_tls_version to 1.2, or leave it out.', ja: 'minimum_tls_version を 1.2 にするか、記述しないでください。' },
    terraform: `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  minimum_tls_version = "1.2"
}`,
    arm: `{
  "properties": { "minimumTlsVersion": "1.2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/transport-layer-security-configure-minimum-version'],
  equivalents: ['CKV_AZURE_205'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (['1.2', '1.3'].includes(namespace.minTlsVersion)) return pass();
    return fail({
      en: `Service Bus namespace ${namespace.name} accepts TLS ${namespace.minTlsVersion}`,
      ja: `Service Bus 名前空間 ${namespace.name} は TLS ${namespace.minTlsVersion} を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  minimum_tls_version = "1.0"
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
      "properties": { "minimumTlsVersion": "1.0" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_servicebus_namespace" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku                 = "Premium"
  minimum_tls_version = "1.2"
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
      "properties": { "minimumTlsVersion": "1.2" }
    }
  ]
}`,
      },
    ),
    passes(
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
