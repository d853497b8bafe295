/** Certificates of administrators are copied; accounts are not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Administrators of Service Fabric log in with Entra ID', ja: 'Service Fabric の管理者が Entra ID でログインする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.servicefabric.cluster',
  why: {
    en: 'With certificates alone nobody knows who administered, and leavers keep theirs.',
    ja: '証明書だけでは誰が操作したか分からず、退職者の手元にも残ります。',
  },
  fix: {
    summary: { en: 'Add the azure_active_directory block.', ja: 'azure_active_directory ブロックを追加してください。' },
    terraform: `resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"

  azure_active_directory {
    tenant_id              = "00000000-0000-0000-0000-000000000001"
    cluster_application_id = "00000000-0000-0000-0000-000000000002"
    client_application_id  = "00000000-0000-0000-0000-000000000003"
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceFabric/clusters",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "reliabilityLevel": "Silver",
        "managementEndpoint": "https://orders.example.com:19080",
        "azureActiveDirectory": { "tenantId": "00000000-0000-0000-0000-000000000001" }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/service-fabric/service-fabric-cluster-creation-setup-aad'],
  equivalents: ['CKV_AZURE_126'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.usesDirectory) return pass();
    return fail({
      en: `Administrators of Service Fabric cluster ${cluster.name} do not log in with Entra ID`,
      ja: `Service Fabric クラスター ${cluster.name} は Entra ID でのログインを使いません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceFabric/clusters",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": { "reliabilityLevel": "Silver", "managementEndpoint": "https://orders.example.com:19080" }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"

  azure_active_directory {
    tenant_id              = "00000000-0000-0000-0000-000000000001"
    cluster_application_id = "00000000-0000-0000-0000-000000000002"
    client_application_id  = "00000000-0000-0000-0000-000000000003"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ServiceFabric/clusters",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "reliabilityLevel": "Silver",
        "managementEndpoint": "https://orders.example.com:19080",
        "azureActiveDirectory": { "tenantId": "00000000-0000-0000-0000-000000000001" }
      }
    }
  ]
}`,
      },
    ),
  ],
});
