import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SQL managed instance has no public endpoint', ja: 'SQL Managed Instance にパブリックエンドポイントがない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.sql.managed-instance',
  why: {
    en: 'The instance lies in your network; the public endpoint gives it a second door that your firewalls do not see.',
    ja: 'インスタンスは自社ネットワークにあります。パブリックエンドポイントは、ファイアウォールから見えない二つ目の入口です。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_data_endpoint_enabled', value: false }] },
    cautions: ['closes-access'],
    summary: { en: 'Remove public_data_endpoint_enabled = true.', ja: 'public_data_endpoint_enabled = true を削除してください。' },
    terraform: `resource "azurerm_mssql_managed_instance" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  subnet_id                    = "/subscriptions/x/subnets/data"
  license_type                 = "LicenseIncluded"
  sku_name                     = "GP_Gen5"
  storage_size_in_gb           = 64
  vcores                       = 4
  public_data_endpoint_enabled = false
}`,
    arm: `{
  "properties": { "publicDataEndpointEnabled": false }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/azure-sql/managed-instance/public-endpoint-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.publicEndpoint) return pass();
    return fail({
      en: `SQL managed instance ${instance.name} has a public endpoint`,
      ja: `SQL Managed Instance ${instance.name} にパブリックエンドポイントがあります`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mssql_managed_instance" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  subnet_id                    = "/subscriptions/x/subnets/data"
  license_type                 = "LicenseIncluded"
  sku_name                     = "GP_Gen5"
  storage_size_in_gb           = 64
  vcores                       = 4
  public_data_endpoint_enabled = true
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
        "publicDataEndpointEnabled": true
      }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mssql_managed_instance" "orders" {
  name                         = "orders"
  resource_group_name          = "orders"
  location                     = "japaneast"
  subnet_id                    = "/subscriptions/x/subnets/data"
  license_type                 = "LicenseIncluded"
  sku_name                     = "GP_Gen5"
  storage_size_in_gb           = 64
  vcores                       = 4
  public_data_endpoint_enabled = false
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
        "publicDataEndpointEnabled": false
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
