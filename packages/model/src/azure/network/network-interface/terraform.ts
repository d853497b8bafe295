import { defineTerraform, object } from '../../../code/index.ts';
import { writtenName } from '../../core/index.ts';
import type { NetworkInterface } from './shape.ts';

type IpConfiguration = NetworkInterface['ipConfigurations'][number];

/** Source: hashicorp/azurerm documentation of azurerm_network_interface, read 2026-11-22; the security group as an argument is of version 1. */
export const terraform = defineTerraform<NetworkInterface>({
  types: ['azurerm_network_interface'],
  satellites: { azurerm_network_interface_security_group_association: 'network_interface_id' },
  identity: ['name'],
  read(nic, context) {
    const associated = context.satellite('azurerm_network_interface_security_group_association');
    return {
      ipConfigurations: nic.list<IpConfiguration>('ip_configuration', (each) =>
        object<IpConfiguration>({ hasPublicIp: each.isSet('public_ip_address_id') }, each.place),
      ),
      hasIpForwarding: nic.boolean(writtenName(nic, 'ip_forwarding_enabled', 'enable_ip_forwarding'), { default: false }),
      dnsServers: nic.strings('dns_servers'),
      hasSecurityGroup: associated.exists ? associated.isSet('network_interface_id') : nic.isSet('network_security_group_id'),
    };
  },
});
