import { defineArm, object } from '../../../code/index.ts';
import { hasWatcherNearby } from '../watchers.ts';
import { armDelegationsOf } from '../delegations.ts';
import type { InlineSubnet, VirtualNetwork } from './shape.ts';

export const arm = defineArm<VirtualNetwork>({
  types: ['Microsoft.Network/virtualNetworks'],
  identity: ['name'],
  read(network, context) {
    const properties = network.block('properties');
    return {
      hasDdosPlan: properties.boolean('enableDdosProtection', { default: false }),
      dnsServers: properties.block('dhcpOptions').strings('dnsServers'),
      hasNetworkWatcher: hasWatcherNearby(network, context.all('Microsoft.Network/networkWatchers')),
      addressSpace: properties.block('addressSpace').strings('addressPrefixes'),
      subnets: properties.list<InlineSubnet>('subnets', (subnet) => {
        const own = subnet.block('properties');
        return object<InlineSubnet>(
          {
            label: subnet.string('name', { required: true }),
            hasSecurityGroup: own.has('networkSecurityGroup'),
            delegations: armDelegationsOf(own),
          },
          subnet.place,
        );
      }),
    };
  },
});
