/** Load balancers, application gateways, firewalls and private endpoints. Sources: see network-azure.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AzureBalancer, AzureBalancerRule, AzureDnat } from '../network-azure.ts';
import { blocksAt, numberAt, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { skuOf } from './network.ts';
import type { AzureEntity } from './network-words.ts';
import { idAt, idsAt, isOneOf, networkReader, placeOf, within, wordAt } from './network-words.ts';

function nameOf(block: BlockReader): string {
  const name = textAt(block, 'name');
  return typeof name === 'string' ? name : '';
}

/** The name at the end of an id. */
function lastPart(text: Known<string | undefined>): Known<string | undefined> {
  return typeof text === 'string' ? text.slice(text.lastIndexOf('/') + 1).toLowerCase() : text;
}

function frontsOf(block: BlockReader): AzureBalancer['fronts'] {
  return ['frontend_ip_configuration', 'properties.frontendIPConfigurations']
    .flatMap((path) => blocksAt(block, path).readers)
    .map((each) => ({
      name: nameOf(each).toLowerCase(),
      publicAddress: idAt(each, 'public_ip_address_id properties.publicIPAddress.id'),
      subnet: idAt(each, 'subnet_id properties.subnet.id'),
    }));
}

function ruleOf(block: BlockReader, context: EntityContext, names: readonly string[]): AzureBalancerRule {
  const front = textAt(block, 'frontend_ip_configuration_name properties.frontendIPConfiguration.id');
  const frontPort = numberAt(block, 'frontend_port frontend_port_start properties.frontendPort properties.frontendPortRangeStart');
  return {
    front: lastPart(front),
    protocol: wordAt(block, 'protocol properties.protocol') ?? 'Tcp',
    frontPort,
    frontPortTo: numberAt(block, 'frontend_port_end properties.frontendPortRangeEnd') ?? frontPort,
    backPort: numberAt(block, 'backend_port properties.backendPort'),
    pools: idsAt(
      block,
      'backend_address_pool_ids backend_address_pool_id properties.backendAddressPool.id properties.backendAddressPools.id',
    ),
    names,
    place: placeOf(block, context),
    node: context.base.node,
  };
}

function loadBalancer(block: BlockReader, context: EntityContext): AzureBalancer {
  const { base } = context;
  const rules = blocksAt(block, 'properties.loadBalancingRules').readers.map((each) => ruleOf(each, context, []));
  const nat = ['inboundNatRules', 'inboundNatPools'].flatMap((kind) =>
    blocksAt(block, `properties.${kind}`).readers.map((each) => ruleOf(each, context, within(base, kind, nameOf(each)))),
  );
  const pools = blocksAt(block, 'properties.backendAddressPools').readers.map((each) => ({
    names: within(base, 'backendAddressPools', nameOf(each)),
    addresses: textsAt(each, 'properties.loadBalancerBackendAddresses.properties.ipAddress'),
  }));
  return {
    ...base,
    kind: 'azure.balancer',
    isProxy: false,
    sku: skuOf(block),
    fronts: frontsOf(block),
    rules: [...rules, ...nat],
    rest: null,
    subnet: undefined,
    shields: { items: [], rest: null },
    pools,
  };
}

/** Listeners, and the pools that rules lead to. Every pool of the gateway is taken for every listener's where rules go by URL maps. */
function gateway(block: BlockReader, context: EntityContext): AzureBalancer {
  const { base } = context;
  const at = (paths: string): readonly BlockReader[] => paths.split(' ').flatMap((path) => blocksAt(block, path).readers);
  const ports = new Map(
    at('frontend_port properties.frontendPorts').map((each) => [nameOf(each).toLowerCase(), numberAt(each, 'port properties.port')]),
  );
  const settings = at('backend_http_settings properties.backendHttpSettingsCollection').map((each) =>
    numberAt(each, 'port properties.port'),
  );
  const [backPort, another] = [...new Set(settings)];
  const pools = at('backend_address_pool properties.backendAddressPools').map((each) => ({
    names: within(base, 'backendAddressPools', nameOf(each)),
    addresses: textsAt(each, 'ip_addresses fqdns properties.backendAddresses.ipAddress properties.backendAddresses.fqdn'),
  }));
  const rules = at('http_listener properties.httpListeners').map((each): AzureBalancerRule => {
    const port = lastPart(textAt(each, 'frontend_port_name properties.frontendPort.id'));
    const front = typeof port === 'string' ? ports.get(port) : port;
    return {
      front: lastPart(textAt(each, 'frontend_ip_configuration_name properties.frontendIPConfiguration.id')),
      protocol: 'Tcp',
      frontPort: front,
      frontPortTo: front,
      // Settings with different ports: any of them.
      backPort: another === undefined ? backPort : undefined,
      pools: { items: pools.flatMap(({ names }) => names), rest: null },
      names: [],
      place: placeOf(each, context),
      node: base.node,
    };
  });
  return {
    ...base,
    kind: 'azure.balancer',
    isProxy: true,
    sku: 'standard',
    fronts: frontsOf(block),
    rules,
    rest: null,
    subnet: idAt(block, 'gateway_ip_configuration.subnet_id properties.gatewayIPConfigurations.properties.subnet.id'),
    shields: idsAt(block, 'firewall_policy_id properties.firewallPolicy.id'),
    pools,
  };
}

function dnatOf(block: BlockReader, context: EntityContext, of: Known<string | undefined>): AzureDnat {
  return {
    ...context.base,
    kind: 'azure.dnat',
    of,
    sources: textsAt(block, 'source_addresses sourceAddresses'),
    ports: textsAt(block, 'destination_ports destinationPorts'),
    protocols: textsAt(block, 'protocols ipProtocols'),
    to: textAt(block, 'translated_address translatedAddress'),
    toPort: numberAt(block, 'translated_port translatedPort'),
    rulePlace: placeOf(block, context),
  };
}

function dnats(block: BlockReader, context: EntityContext, of: Known<string | undefined>): readonly AzureDnat[] {
  const paths = [
    'nat_rule_collection.rule properties.ruleCollections.rules properties.natRuleCollections.properties.rules',
    ...(context.base.type === 'azurerm_firewall_nat_rule_collection' ? ['rule'] : []),
  ].join(' ');
  const rules = paths.split(' ').flatMap((path) => blocksAt(block, path).readers);
  return rules
    .filter((each) => each.value('translated_address') ?? each.value('translatedAddress'))
    .map((each) => dnatOf(each, context, of));
}

export const azureBalancerReaders: readonly EntityReader<AzureEntity>[] = [
  networkReader('azurerm_lb Microsoft.Network/loadBalancers', loadBalancer),
  networkReader('azurerm_lb_rule azurerm_lb_nat_rule azurerm_lb_nat_pool', (block, context) => ({
    ...context.base,
    kind: 'azure.balancer-rule',
    balancer: idAt(block, 'loadbalancer_id'),
    rule: ruleOf(block, context, context.base.names),
  })),
  networkReader('azurerm_lb_backend_address_pool Microsoft.Network/loadBalancers/backendAddressPools', (block, { base }) => ({
    ...base,
    kind: 'azure.pool',
    of: undefined,
    addresses: textsAt(block, 'properties.loadBalancerBackendAddresses.properties.ipAddress'),
  })),
  networkReader('azurerm_lb_backend_address_pool_address', (block, { base }) => ({
    ...base,
    kind: 'azure.pool',
    of: idAt(block, 'backend_address_pool_id'),
    addresses: textsAt(block, 'ip_address'),
  })),
  networkReader('azurerm_application_gateway Microsoft.Network/applicationGateways', gateway),
  networkReader('azurerm_firewall Microsoft.Network/azureFirewalls', (block, context) => {
    const addresses = idsAt(block, 'ip_configuration.public_ip_address_id properties.ipConfigurations.properties.publicIPAddress.id');
    const isPublic = addresses.items.length > 0 ? true : addresses.rest ? { undecided: addresses.rest } : false;
    return [
      {
        ...context.base,
        kind: 'azure.firewall',
        isPublic,
        policy: idAt(block, 'firewall_policy_id properties.firewallPolicy.id'),
        subnet: idAt(block, 'ip_configuration.subnet_id properties.ipConfigurations.properties.subnet.id'),
      },
      ...dnats(block, context, context.base.id),
    ];
  }),
  networkReader('azurerm_firewall_policy Microsoft.Network/firewallPolicies', (block, { base }) => ({
    ...base,
    kind: 'azure.firewall-policy',
    base: idAt(block, 'base_policy_id properties.basePolicy.id'),
  })),
  networkReader('azurerm_firewall_nat_rule_collection', (block, context) => dnats(block, context, idAt(block, 'azure_firewall_name'))),
  networkReader('azurerm_firewall_policy_rule_collection_group Microsoft.Network/firewallPolicies/ruleCollectionGroups', (block, context) =>
    dnats(block, context, idAt(block, 'firewall_policy_id parent')),
  ),
  networkReader('azurerm_private_endpoint Microsoft.Network/privateEndpoints', (block, { base }) => ({
    ...base,
    kind: 'azure.private-endpoint',
    target: idsAt(
      block,
      'private_service_connection.private_connection_resource_id properties.privateLinkServiceConnections.properties.privateLinkServiceId',
    ),
    subnet: idAt(block, 'subnet_id properties.subnet.id'),
  })),
  // A standard load balancer for outbound connections only has no rules; nothing to read of NAT gateways: nobody comes in by them.
];

/** Is public access switched off? Undefined: nothing is said. */
export function isSwitchedOn(block: BlockReader, paths: string): Known<boolean | undefined> {
  const text = wordAt(block, paths);
  if (text === undefined || isUndecided(text)) return text;
  return isOneOf(text, 'enabled true yes', false);
}
