import { defineTerraform } from '../../../code/index.ts';
import type { FirewallPolicy } from './shape.ts';

export const terraform = defineTerraform<FirewallPolicy>({
  types: ['azurerm_firewall_policy'],
  identity: ['name'],
  read: (policy) => ({
    threatIntelligence: policy.string('threat_intelligence_mode', { default: 'Alert' }),
    intrusionDetection: policy.block('intrusion_detection').string('mode', { default: 'Off' }),
  }),
});
