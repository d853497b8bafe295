import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL managed instance requires TLS 1.2', ja: 'SQL Managed Instance が TLS 1.2 以上を要求する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.sql.managed-instance',
  why: {
    en: 'Queries and results can be read on the way when an old protocol is negotiated.',
    ja: '古いプロトコルで接続されると、問い合わせと結果が途中で読まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'minimum_tls_version', value: '1.2' }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Set minimum_tls_version to 1.2, or leave it out.', ja: 'minimum_tls_version を 1.2 にするか、記述しないでください。' },
    terraform: `resource "azurerm_mssql_managed_instance" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  license_type        = "LicenseIncluded"
  sku_name            = "GP_Gen5"
  storage_size_in_gb  = 64
  vcores              = 4
  minimum_tls_version = "1.2"
}`,
    arm: `{
  "properties": { "minimalTlsVersion": "1.2" }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/managed-instance/minimal-tls-version-configure'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (['1.2', '1.3'].includes(instance.minTlsVersion)) return pass();
    return fail({
      en: `SQL managed instance ${instance.name} accepts TLS ${instance.minTlsVersion}`,
      ja: `SQL Managed Instance ${instance.name} は TLS ${instance.minTlsVersion} を受け付けます`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_managed_instance" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  license_type        = "LicenseIncluded"
  sku_name            = "GP_Gen5"
  storage_size_in_gb  = 64
  vcores              = 4
  minimum_tls_version = "1.0"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/managedInstances",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "GP_Gen5" },
      "properties": {
        "subnetId": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]",
        "minimalTlsVersion": "1.0"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_managed_instance" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  license_type        = "LicenseIncluded"
  sku_name            = "GP_Gen5"
  storage_size_in_gb  = 64
  vcores              = 4
  minimum_tls_version = "1.2"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/managedInstances",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "GP_Gen5" },
      "properties": {
        "subnetId": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]",
        "minimalTlsVersion": "1.2"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_mssql_managed_instance" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  subnet_id           = "/subscriptions/x/subnets/data"
  license_type        = "LicenseIncluded"
  sku_name            = "GP_Gen5"
  storage_size_in_gb  = 64
  vcores              = 4
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Sql/managedInstances",
      "apiVersion": "2023-08-01",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "GP_Gen5" },
      "properties": {
        "subnetId": "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'orders', 'data')]"
      }
    }
  ]
}`,
      },
    ),
  ],
});
