import { defineArm, object } from '../../../code/index.ts';
import type { NetworkInterface } from './shape.ts';

type IpConfiguration = NetworkInterface['ipConfigurations'][number];

export const arm = defineArm<NetworkInterface>({
  types: ['Microsoft.Network/networkInterfaces'],
  identity: ['name'],
  read(nic) {
    const properties = nic.block('properties');
    return {
      ipConfigurations: properties.list<IpConfiguration>('ipConfigurations', (each) =>
        object<IpConfiguration>({ hasPublicIp: each.block('properties').has('publicIPAddress') }, each.place),
      ),
      hasIpForwarding: properties.boolean('enableIPForwarding', { default: false }),
      dnsServers: properties.block('dnsSettings').strings('dnsServers'),
      hasSecurityGroup: properties.has('networkSecurityGroup'),
    };
  },
});
