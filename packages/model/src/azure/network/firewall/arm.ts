import { defineArm } from '../../../code/index.ts';
import type { Firewall } from './shape.ts';

export const arm = defineArm<Firewall>({
  types: ['Microsoft.Network/azureFirewalls'],
  identity: ['name'],
  read(firewall) {
    const properties = firewall.block('properties');
    return {
      hasPolicy: properties.has('firewallPolicy'),
      threatIntelligence: properties.string('threatIntelMode', { default: 'Alert' }),
    };
  },
});
