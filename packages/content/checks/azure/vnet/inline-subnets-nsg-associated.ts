/** Subnets written inside their network need a security group as much as others. */
import { defineCheck, fail, fails, find, none, pass, passes, shown } from '@kumomori/model';

/** Subnets of Azure's own services, where a security group is not allowed or not supported. */
const ownSubnets = ['gatewaysubnet', 'azurefirewallsubnet', 'azurefirewallmanagementsubnet', 'routeserversubnet'];

export const check = defineCheck({
  title: {
    en: 'Subnets written inside a network have a security group',
    ja: '仮想ネットワーク内に記述したサブネットにセキュリティグループがある',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.virtual-network',
  why: {
    en: 'A subnet without a security group lets every machine of the network reach every port in it.',
    ja: 'セキュリティグループのないサブネットは、ネットワーク内の全マシンから全ポートに到達できます。',
  },
  fix: {
    summary: {
      en: 'Name a network security group in each subnet.',
      ja: '各サブネットにネットワークセキュリティグループを指定してください。',
    },
    terraform: `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  subnet {
    name             = "orders"
    address_prefixes = ["10.20.1.0/24"]
    security_group   = azurerm_network_security_group.web.id
  }
}

resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "network"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "subnets": [
          {
            "name": "orders",
            "properties": {
              "addressPrefix": "10.20.1.0/24",
              "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-nsg')]" }
            }
          },
          { "name": "GatewaySubnet", "properties": { "addressPrefix": "10.20.0.0/27" } }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works'],
  equivalents: ['CKV2_AZURE_31', 'prowler:network_subnet_nsg_associated'],
  noFramework: 'no control mapping yet',
  evaluate(network) {
    const open = find(
      network.subnets,
      (subnet) =>
        !ownSubnets.includes(subnet.label.toLowerCase()) &&
        none(subnet.delegations, (service) => service.toLowerCase() === 'microsoft.netapp/volumes') &&
        !subnet.hasSecurityGroup,
    );
    if (!open) return pass();
    return fail({
      en: `Subnet ${shown(() => open.label) ?? '?'} of network ${network.name} has no network security group`,
      ja: `ネットワーク ${network.name} のサブネット ${shown(() => open.label) ?? '?'} にネットワークセキュリティグループがありません`,
    });
  },
  examples: [
    fails(
      'one lacks it',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  subnet {
    name             = "orders"
    address_prefixes = ["10.20.1.0/24"]
    security_group   = "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/networkSecurityGroups/web-nsg"
  }
  subnet {
    name             = "batch"
    address_prefixes = ["10.20.2.0/24"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "subnets": [
          {
            "name": "orders",
            "properties": {
              "addressPrefix": "10.20.1.0/24",
              "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-nsg')]" }
            }
          },
          { "name": "batch", "properties": { "addressPrefix": "10.20.2.0/24" } }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'all have it',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]

  subnet {
    name             = "orders"
    address_prefixes = ["10.20.1.0/24"]
    security_group   = "/subscriptions/s/resourceGroups/network/providers/Microsoft.Network/networkSecurityGroups/web-nsg"
  }
  subnet {
    name             = "GatewaySubnet"
    address_prefixes = ["10.20.0.0/27"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": {
        "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] },
        "subnets": [
          {
            "name": "orders",
            "properties": {
              "addressPrefix": "10.20.1.0/24",
              "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-nsg')]" }
            }
          },
          { "name": "GatewaySubnet", "properties": { "addressPrefix": "10.20.0.0/27" } }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'no subnet inside',
      `resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  location            = "japaneast"
  resource_group_name = "network"
  address_space       = ["10.20.0.0/16"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks",
      "apiVersion": "2024-05-01",
      "name": "hub",
      "location": "japaneast",
      "properties": { "addressSpace": { "addressPrefixes": ["10.20.0.0/16"] } }
    }
  ]
}`,
      },
    ),
  ],
});
