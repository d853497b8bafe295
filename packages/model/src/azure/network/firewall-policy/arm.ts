import { defineArm } from '../../../code/index.ts';
import type { FirewallPolicy } from './shape.ts';

export const arm = defineArm<FirewallPolicy>({
  types: ['Microsoft.Network/firewallPolicies'],
  identity: ['name'],
  read(policy) {
    const properties = policy.block('properties');
    return {
      threatIntelligence: properties.string('threatIntelMode', { default: 'Alert' }),
      intrusionDetection: properties.block('intrusionDetection').string('mode', { default: 'Off' }),
    };
  },
});
