/** Ids of what networks of Azure are made of. Source: Azure Resource Manager, "Resource providers", read 2026-11-22. */
import type { NameRule } from '../naming.ts';
import { azureName } from './words.ts';

const subnet: NameRule = {
  name: ['name'],
  attributes: {
    id: '/subscriptions/{account}/resourceGroups/{=resource_group_name|~group}/providers/Microsoft.Network/virtualNetworks/{=virtual_network_name|~network}/subnets/{name}',
    name: '{name}',
  },
};

export const azureNetworkNames: readonly (readonly [string, NameRule])[] = [
  ['azurerm_subnet', subnet],
  ['data.azurerm_subnet', subnet],
  ...azureName('azurerm_virtual_network data.azurerm_virtual_network', 'Microsoft.Network/virtualNetworks'),
  ...azureName('azurerm_network_security_group data.azurerm_network_security_group', 'Microsoft.Network/networkSecurityGroups'),
  ...azureName('azurerm_route_table data.azurerm_route_table', 'Microsoft.Network/routeTables'),
  ...azureName('azurerm_public_ip data.azurerm_public_ip', 'Microsoft.Network/publicIPAddresses'),
  ...azureName('azurerm_network_interface data.azurerm_network_interface', 'Microsoft.Network/networkInterfaces'),
  ...azureName('azurerm_application_security_group', 'Microsoft.Network/applicationSecurityGroups'),
  ...azureName('azurerm_lb', 'Microsoft.Network/loadBalancers'),
  ...azureName('azurerm_application_gateway', 'Microsoft.Network/applicationGateways'),
  ...azureName('azurerm_firewall', 'Microsoft.Network/azureFirewalls'),
  ...azureName('azurerm_firewall_policy', 'Microsoft.Network/firewallPolicies'),
];
