import { defineTerraform } from '../../../code/index.ts';
import { delegationsOf } from '../delegations.ts';
import type { Subnet } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_subnet and its association, read 2026-11-22. A subnet that only an association names has one. */
export const terraform = defineTerraform<Subnet>({
  types: ['azurerm_subnet'],
  satellites: { azurerm_subnet_network_security_group_association: 'subnet_id' },
  identity: ['name', 'id'],
  read(subnet, context) {
    const associated = context.satellite('azurerm_subnet_network_security_group_association');
    return {
      label: subnet.string('name', { required: true }),
      hasSecurityGroup: associated.exists ? associated.isSet('subnet_id') : subnet.isSet('network_security_group_id'),
      delegations: delegationsOf(subnet),
    };
  },
});
