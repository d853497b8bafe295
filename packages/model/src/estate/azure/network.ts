/** Networks, subnets, addresses, interfaces and what they belong to. Sources: see network-azure.ts. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AzureAddressConfig, AzureInterface, AzureSubnet } from '../network-azure.ts';
import { NO_TEXTS, blocksAt, flagAt, isWritten, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { AzureEntity } from './network-words.ts';
import { idAt, idsAt, networkReader, placeOf, within, wordAt } from './network-words.ts';

/** A subnet that stands in the block of its network. */
function inlineSubnet(block: BlockReader, context: EntityContext): AzureSubnet {
  const { base } = context;
  const written = textAt(block, 'name');
  const name = typeof written === 'string' ? written : '';
  const id = idAt(block, 'id');
  const names = [...(typeof id === 'string' ? [id] : []), ...within(base, 'subnets', name)];
  return {
    ...base,
    id: names[0] ?? base.id,
    names,
    place: placeOf(block, context),
    kind: 'azure.subnet',
    vnet: base.id,
    cidrs: textsAt(block, 'address_prefix address_prefixes properties.addressPrefix properties.addressPrefixes'),
    group: idAt(block, 'security_group properties.networkSecurityGroup.id'),
    table: idAt(block, 'route_table_id properties.routeTable.id'),
    isElsewhere: false,
  };
}

const subnets: readonly EntityReader<AzureEntity>[] = [
  networkReader('azurerm_virtual_network data.azurerm_virtual_network Microsoft.Network/virtualNetworks', (block, context) => {
    const inline = ['subnet', 'properties.subnets'].flatMap((path) => blocksAt(block, path).readers);
    const peerings = blocksAt(block, 'properties.virtualNetworkPeerings').readers;
    return [
      { ...context.base, kind: 'azure.vnet', cidrs: textsAt(block, 'address_space properties.addressSpace.addressPrefixes') },
      ...inline.map((each) => inlineSubnet(each, context)),
      ...peerings.map((each): AzureEntity => {
        const remote = idAt(each, 'properties.remoteVirtualNetwork.id');
        const allowsAccess = flagAt(each, 'properties.allowVirtualNetworkAccess') ?? true;
        return { ...context.base, kind: 'azure.peering', vnet: context.base.id, remote, allowsAccess };
      }),
    ];
  }),
  networkReader('azurerm_subnet data.azurerm_subnet Microsoft.Network/virtualNetworks/subnets', (block, context) => ({
    ...context.base,
    kind: 'azure.subnet',
    vnet: idAt(block, 'virtual_network_name parent'),
    cidrs: textsAt(block, 'address_prefixes address_prefix properties.addressPrefix properties.addressPrefixes'),
    group: idAt(block, 'network_security_group_id properties.networkSecurityGroup.id'),
    table: idAt(block, 'route_table_id properties.routeTable.id'),
    isElsewhere: context.declared.mode === 'data',
  })),
  networkReader('azurerm_public_ip data.azurerm_public_ip Microsoft.Network/publicIPAddresses', (block, { base }) => ({
    ...base,
    kind: 'azure.public-address',
    sku: skuOf(block),
  })),
];

/** Without a SKU version 4 of the provider makes standard addresses and version 3 basic ones: not known. */
export function skuOf(block: BlockReader): Known<'basic' | 'standard' | undefined> {
  const sku = wordAt(block, 'sku sku.name');
  if (sku === undefined || isUndecided(sku)) return sku;
  return sku.toLowerCase() === 'basic' ? 'basic' : 'standard';
}

function configOf(block: BlockReader): AzureAddressConfig {
  const own = isWritten(block, 'public_ip_address properties.publicIPAddressConfiguration');
  const named = idAt(block, 'public_ip_address_id properties.publicIPAddress.id');
  return {
    subnet: idAt(block, 'subnet_id properties.subnet.id'),
    publicAddress: own === true ? true : (named ?? (own === false ? undefined : own)),
    privateAddress: textAt(block, 'private_ip_address properties.privateIPAddress'),
    pools: idsAt(
      block,
      [
        'load_balancer_backend_address_pool_ids application_gateway_backend_address_pool_ids',
        'properties.loadBalancerBackendAddressPools.id properties.applicationGatewayBackendAddressPools.id',
      ].join(' '),
    ),
    natRules: idsAt(
      block,
      'load_balancer_inbound_nat_rules_ids properties.loadBalancerInboundNatRules.id properties.loadBalancerInboundNatPools.id',
    ),
    asgs: idsAt(block, 'application_security_group_ids properties.applicationSecurityGroups.id'),
  };
}

const CONFIGS = ['ip_configuration', 'properties.ipConfigurations'];

function interfaceOf(block: BlockReader, { base }: EntityContext, isPart: boolean): AzureInterface {
  const written = CONFIGS.map((path) => blocksAt(block, path));
  return {
    ...base,
    kind: 'azure.interface',
    configs: written.flatMap(({ readers }) => readers.map(configOf)),
    rest: written.find(({ rest }) => rest)?.rest ?? null,
    group: idAt(block, 'network_security_group_id properties.networkSecurityGroup.id'),
    listens: [],
    isUnfiltered: false,
    isPart,
  };
}

const MACHINES = 'azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_virtual_machine Microsoft.Compute/virtualMachines';
const SETS =
  'azurerm_linux_virtual_machine_scale_set azurerm_windows_virtual_machine_scale_set azurerm_orchestrated_virtual_machine_scale_set Microsoft.Compute/virtualMachineScaleSets';
const OWN_INTERFACES = [
  'network_interface',
  'properties.networkProfile.networkInterfaceConfigurations',
  'properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations',
];

const interfaces: readonly EntityReader<AzureEntity>[] = [
  networkReader('azurerm_network_interface Microsoft.Network/networkInterfaces', (block, context) => interfaceOf(block, context, true)),
  networkReader(MACHINES, (block, context) => [
    {
      ...context.base,
      kind: 'azure.machine',
      interfaces: idsAt(block, 'network_interface_ids properties.networkProfile.networkInterfaces.id'),
    },
    ...ownInterfaces(block, context),
  ]),
  networkReader(SETS, ownInterfaces),
  networkReader('azurerm_container_group Microsoft.ContainerInstance/containerGroups', containerGroup),
];

function ownInterfaces(block: BlockReader, context: EntityContext): readonly AzureInterface[] {
  return OWN_INTERFACES.flatMap((path) => blocksAt(block, path).readers).map((each) => interfaceOf(each, context, false));
}

/** Public unless it says otherwise; a group with a public address stands in no network and nothing filters. */
function containerGroup(block: BlockReader, { base }: EntityContext): AzureInterface {
  const type = wordAt(block, 'ip_address_type properties.ipAddress.type');
  const isTerraform = base.type.startsWith('azurerm_');
  const isPublic = typeof type === 'string' ? type.toLowerCase() === 'public' : type === undefined ? isTerraform : type;
  const ports = ['exposed_port', 'container.ports', 'properties.ipAddress.ports'].flatMap((path) => blocksAt(block, path).readers);
  // An address answers on the ports that are written and on no others.
  const answers = ports.length > 0 || !isTerraform;
  const publicAddress = isPublic === true ? answers || undefined : isPublic === false ? undefined : isPublic;
  const subnet = idAt(block, 'subnet_ids properties.subnetIds.id');
  return {
    ...base,
    kind: 'azure.interface',
    configs: [{ subnet, publicAddress, privateAddress: undefined, pools: NO_TEXTS, natRules: NO_TEXTS, asgs: NO_TEXTS }],
    rest: null,
    group: undefined,
    listens: ports.flatMap((each) => {
      const port = each.number('port').value;
      return port === undefined ? [] : [{ protocol: (each.string('protocol').value ?? 'TCP').toLowerCase(), port }];
    }),
    isUnfiltered: subnet === undefined,
    isPart: false,
  };
}

export const azurePlaceReaders: readonly EntityReader<AzureEntity>[] = [...subnets, ...interfaces];
