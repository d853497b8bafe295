/** Nodes that do not check each other take orders from anybody in the network. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes of Service Fabric encrypt and sign', ja: 'Service Fabric のノード間通信が暗号化・署名される' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.servicefabric.cluster',
  why: {
    en: 'Without encryption and signatures whoever is in the network reads and forges messages between nodes.',
    ja: '暗号化と署名がないと、ネットワーク内の第三者がノード間のメッセージを読み取り・偽造できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'fabric_settings[name=Security].parameters{}.ClusterProtectionLevel', value: 'EncryptAndSign' }] },
    summary: { en: 'Set ClusterProtectionLevel to EncryptAndSign.', ja: 'ClusterProtectionLevel を EncryptAndSign にしてください。' },
    terraform: `resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"

  fabric_settings {
    name = "Security"

    parameters = {
      ClusterProtectionLevel = "EncryptAndSign"
    }
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
        "fabricSettings": [{ "name": "Security", "parameters": [{ "name": "ClusterProtectionLevel", "value": "EncryptAndSign" }] }]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/service-fabric/service-fabric-cluster-security'],
  equivalents: ['CKV_AZURE_125'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.protectionLevel?.toLowerCase() === 'encryptandsign') return pass();
    return fail({
      en: `Nodes of Service Fabric cluster ${cluster.name} do not encrypt and sign`,
      ja: `Service Fabric クラスター ${cluster.name} のノード間通信は暗号化・署名されません`,
    });
  },
  examples: [
    fails(
      'nothing written',
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
    fails(
      'only signed',
      `resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"

  fabric_settings {
    name = "Security"

    parameters = {
      ClusterProtectionLevel = "Sign"
    }
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
        "fabricSettings": [{ "name": "Security", "parameters": [{ "name": "ClusterProtectionLevel", "value": "Sign" }] }]
      }
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

  fabric_settings {
    name = "Security"

    parameters = {
      ClusterProtectionLevel = "EncryptAndSign"
    }
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
        "fabricSettings": [{ "name": "Security", "parameters": [{ "name": "ClusterProtectionLevel", "value": "EncryptAndSign" }] }]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_service_fabric_cluster" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  reliability_level   = "Silver"
  upgrade_mode        = "Automatic"
  vm_image            = "Windows"
  management_endpoint = "https://orders.example.com:19080"

  fabric_settings {
    name = "Security"

    parameters = {
      ClusterProtectionLevel = var.setting
    }
  }
}`,
    ),
  ],
});
