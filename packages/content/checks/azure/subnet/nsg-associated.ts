/** Without a security group everything in the network may talk to everything in the subnet. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

/** Subnets of Azure's own services, where a security group is not allowed or not supported. Source: Azure documentation of each service, read 2026-11-22. */
const ownSubnets = ['gatewaysubnet', 'azurefirewallsubnet', 'azurefirewallmanagementsubnet', 'routeserversubnet'];

export const check = defineCheck({
  title: { en: 'Every subnet has a security group', ja: 'すべてのサブネットにネットワークセキュリティグループがある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.network.subnet',
  why: {
    en: 'A subnet without a security group lets every machine of the network, and with a public address the internet, reach every port.',
    ja: 'セキュリティグループのないサブネットは、ネットワーク内の全マシンから、公開アドレスがあればインターネットからも、全ポートに到達できます。',
  },
  fix: {
    summary: {
      en: 'Associate a network security group with the subnet.',
      ja: 'サブネットにネットワークセキュリティグループを関連付けてください。',
    },
    terraform: `resource "azurerm_subnet" "orders" {
  name                 = "orders"
  resource_group_name  = "network"
  virtual_network_name = "hub"
  address_prefixes     = ["10.20.1.0/24"]
}

resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "network"
}
resource "azurerm_subnet_network_security_group_association" "orders" {
  subnet_id                 = azurerm_subnet.orders.id
  network_security_group_id = azurerm_network_security_group.web.id
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2024-05-01",
      "name": "hub/orders",
      "properties": {
        "addressPrefix": "10.20.1.0/24",
        "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-nsg')]" }
      }
    }
  ]
}`,
    cli: 'az network vnet subnet update --resource-group GROUP --vnet-name VNET --name SUBNET --network-security-group NSG',
  },
  references: ['https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works'],
  equivalents: ['CKV2_AZURE_31', 'prowler:network_subnet_nsg_associated'],
  evaluate(subnet) {
    if (
      ownSubnets.includes(subnet.label.toLowerCase()) ||
      any(subnet.delegations, (service) => service.toLowerCase() === 'microsoft.netapp/volumes')
    )
      return notApplicable({
        en: `Subnet ${subnet.name} belongs to a service that brings its own rules`,
        ja: `サブネット ${subnet.name} は独自の規則を持つサービス専用です`,
      });
    if (subnet.hasSecurityGroup) return pass();
    return fail({
      en: `Subnet ${subnet.name} has no network security group`,
      ja: `サブネット ${subnet.name} にネットワークセキュリティグループがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "azurerm_subnet" "orders" {
  name                 = "orders"
  resource_group_name  = "network"
  virtual_network_name = "hub"
  address_prefixes     = ["10.20.1.0/24"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2024-05-01",
      "name": "hub/orders",
      "properties": { "addressPrefix": "10.20.1.0/24" }
    }
  ]
}`,
      },
    ),
    passes(
      'associated',
      `resource "azurerm_subnet" "orders" {
  name                 = "orders"
  resource_group_name  = "network"
  virtual_network_name = "hub"
  address_prefixes     = ["10.20.1.0/24"]
}
resource "azurerm_network_security_group" "web" {
  name                = "web-nsg"
  location            = "japaneast"
  resource_group_name = "network"
}
resource "azurerm_subnet_network_security_group_association" "orders" {
  subnet_id                 = azurerm_subnet.orders.id
  network_security_group_id = azurerm_network_security_group.web.id
}`,
    ),
    passes('named in the template', {
      arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2024-05-01",
      "name": "hub/orders",
      "properties": {
        "addressPrefix": "10.20.1.0/24",
        "networkSecurityGroup": { "id": "[resourceId('Microsoft.Network/networkSecurityGroups', 'web-nsg')]" }
      }
    }
  ]
}`,
    }),
    isNotApplicable(
      'the gateway allows none',
      `resource "azurerm_subnet" "orders" {
  name                 = "GatewaySubnet"
  resource_group_name  = "network"
  virtual_network_name = "hub"
  address_prefixes     = ["10.20.1.0/24"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2024-05-01",
      "name": "hub/GatewaySubnet",
      "properties": { "addressPrefix": "10.20.1.0/24" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'handed to NetApp Files',
      `resource "azurerm_subnet" "orders" {
  name                 = "orders"
  resource_group_name  = "network"
  virtual_network_name = "hub"
  address_prefixes     = ["10.20.1.0/24"]

  delegation {
    name = "netapp"
    service_delegation {
      name = "Microsoft.Netapp/volumes"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Network/virtualNetworks/subnets",
      "apiVersion": "2024-05-01",
      "name": "hub/orders",
      "properties": {
        "addressPrefix": "10.20.1.0/24",
        "delegations": [{ "name": "netapp", "properties": { "serviceName": "Microsoft.Netapp/volumes" } }]
      }
    }
  ]
}`,
      },
    ),
  ],
});
