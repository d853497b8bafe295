import { defineArm } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import { armDelegationsOf } from '../delegations.ts';
import type { Subnet } from './shape.ts';

export const arm = defineArm<Subnet>({
  types: ['Microsoft.Network/virtualNetworks/subnets'],
  identity: ['name'],
  read(subnet) {
    const properties = subnet.block('properties');
    return {
      // Of a child outside of its parent the name is `network/subnet`.
      label: mapLeaf(subnet.string('name', { required: true }), (text) => text.slice(text.lastIndexOf('/') + 1)),
      hasSecurityGroup: properties.has('networkSecurityGroup'),
      delegations: armDelegationsOf(properties),
    };
  },
});
