/** Security groups of networks and route tables. Sources: see network-azure.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AzureRoute, AzureRule } from '../network-azure.ts';
import { blocksAt, numberAt, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { AzureEntity } from './network-words.ts';
import { idAt, idsAt, networkReader, placeOf, wordAt } from './network-words.ts';

const FIRST_OF_ALL = 0;

/** `at`: the member that Resource Manager writes everything in. */
function ruleOf(block: BlockReader, context: EntityContext): AzureRule {
  const both = (terraform: string, arm: string): string => `${terraform} ${arm.replaceAll(/\S+/g, 'properties.$&')}`;
  const name = textAt(block, 'name');
  const priority = numberAt(block, both('priority', 'priority'));
  return {
    direction: wordAt(block, both('direction', 'direction')) ?? 'Inbound',
    access: wordAt(block, both('access', 'access')) ?? 'Deny',
    priority: priority ?? FIRST_OF_ALL,
    protocol: wordAt(block, both('protocol', 'protocol')) ?? '*',
    ports: textsAt(block, both('destination_port_range destination_port_ranges', 'destinationPortRange destinationPortRanges')),
    sources: textsAt(block, both('source_address_prefix source_address_prefixes', 'sourceAddressPrefix sourceAddressPrefixes')),
    destinations: textsAt(
      block,
      both('destination_address_prefix destination_address_prefixes', 'destinationAddressPrefix destinationAddressPrefixes'),
    ),
    sourceGroups: idsAt(block, both('source_application_security_group_ids', 'sourceApplicationSecurityGroups.id')),
    destinationGroups: idsAt(block, both('destination_application_security_group_ids', 'destinationApplicationSecurityGroups.id')),
    name: typeof name === 'string' ? name : '',
    place: placeOf(block, context),
    node: context.base.node,
    uncertain: block.uncertain || context.base.uncertain,
  };
}

function routeOf(block: BlockReader, context: EntityContext): AzureRoute {
  return {
    prefix: textAt(block, 'address_prefix properties.addressPrefix'),
    nextHop: wordAt(block, 'next_hop_type properties.nextHopType'),
    place: placeOf(block, context),
    node: context.base.node,
    uncertain: block.uncertain || context.base.uncertain,
  };
}

export const azureRuleReaders: readonly EntityReader<AzureEntity>[] = [
  networkReader(
    'azurerm_network_security_group data.azurerm_network_security_group Microsoft.Network/networkSecurityGroups',
    (block, context) => {
      const written = ['security_rule', 'properties.securityRules'].map((path) => blocksAt(block, path));
      return {
        ...context.base,
        kind: 'azure.nsg',
        rules: written.flatMap(({ readers }) => readers.map((each) => ruleOf(each, context))),
        rest: written.find(({ rest }) => rest)?.rest ?? null,
        isElsewhere: context.declared.mode === 'data',
      };
    },
  ),
  networkReader('azurerm_network_security_rule Microsoft.Network/networkSecurityGroups/securityRules', (block, context) => ({
    ...context.base,
    kind: 'azure.nsg-rule',
    group: idAt(block, 'network_security_group_name parent'),
    rule: ruleOf(block, context),
  })),
  networkReader('azurerm_route_table data.azurerm_route_table Microsoft.Network/routeTables', (block, context) => {
    const written = ['route', 'properties.routes'].map((path) => blocksAt(block, path));
    return {
      ...context.base,
      kind: 'azure.route-table',
      routes: written.flatMap(({ readers }) => readers.map((each) => routeOf(each, context))),
      rest: written.find(({ rest }) => rest)?.rest ?? null,
      isElsewhere: context.declared.mode === 'data',
    };
  }),
  networkReader('azurerm_route Microsoft.Network/routeTables/routes', (block, context) => ({
    ...context.base,
    kind: 'azure.route',
    table: idAt(block, 'route_table_name parent'),
    route: routeOf(block, context),
  })),
  ...(
    [
      ['azurerm_subnet_network_security_group_association', 'group', 'subnet_id', 'network_security_group_id'],
      ['azurerm_network_interface_security_group_association', 'group', 'network_interface_id', 'network_security_group_id'],
      ['azurerm_subnet_route_table_association', 'table', 'subnet_id', 'route_table_id'],
      ['azurerm_network_interface_application_security_group_association', 'asg', 'network_interface_id', 'application_security_group_id'],
      ['azurerm_network_interface_backend_address_pool_association', 'pool', 'network_interface_id', 'backend_address_pool_id'],
      [
        'azurerm_network_interface_application_gateway_backend_address_pool_association',
        'pool',
        'network_interface_id',
        'backend_address_pool_id',
      ],
      ['azurerm_network_interface_nat_rule_association', 'nat-rule', 'network_interface_id', 'nat_rule_id'],
    ] as const
  ).map(([type, role, of, to]) =>
    networkReader(type, (block, { base }) => ({ ...base, kind: 'azure.link', role, of: idAt(block, of), to: idAt(block, to) })),
  ),
  networkReader('azurerm_virtual_network_peering Microsoft.Network/virtualNetworks/virtualNetworkPeerings', (block, { base }) => {
    const state = textAt(block, 'properties.peeringState');
    const written = textAt(block, 'allow_virtual_network_access properties.allowVirtualNetworkAccess');
    return {
      ...base,
      kind: 'azure.peering',
      vnet: idAt(block, 'virtual_network_name parent'),
      remote: idAt(block, 'remote_virtual_network_id properties.remoteVirtualNetwork.id'),
      allowsAccess: isUndecided(written) ? written : written !== 'false' && state !== 'Disconnected',
    };
  }),
];
