import type { BlockReader, FieldsOf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { hasWatcherNearby } from '../watchers.ts';
import { delegationsOf } from '../delegations.ts';
import type { InlineSubnet, VirtualNetwork } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_virtual_network and azurerm_virtual_network_dns_servers, read 2026-11-22. */
export const terraform = defineTerraform<VirtualNetwork>({
  types: ['azurerm_virtual_network'],
  satellites: { azurerm_virtual_network_dns_servers: 'virtual_network_id' },
  single: ['azurerm_virtual_network_dns_servers'],
  reportAtSatellites: true,
  identity: ['name'],
  read: (network, context): FieldsOf<VirtualNetwork> => ({
    hasDdosPlan: network.block('ddos_protection_plan').boolean('enable', { default: false }),
    dnsServers: dnsServers(network, context),
    hasNetworkWatcher: hasWatcherNearby(network, context.all('azurerm_network_watcher')),
    addressSpace: network.strings('address_space'),
    subnets: network.list<InlineSubnet>('subnet', (subnet) =>
      object<InlineSubnet>(
        {
          label: subnet.string('name', { required: true }),
          hasSecurityGroup: subnet.isSet('security_group'),
          delegations: delegationsOf(subnet),
        },
        subnet.place,
      ),
    ),
  }),
});

/** Servers of a resource of their own replace those of the network. */
function dnsServers(network: BlockReader, context: ReaderContext): ListNode<string> {
  const separate = context.satellite('azurerm_virtual_network_dns_servers');
  return separate.exists ? separate.strings('dns_servers') : network.strings('dns_servers');
}
