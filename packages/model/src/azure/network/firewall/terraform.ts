import { defineTerraform } from '../../../code/index.ts';
import type { Firewall } from './shape.ts';

export const terraform = defineTerraform<Firewall>({
  types: ['azurerm_firewall'],
  identity: ['name'],
  read: (firewall) => ({
    hasPolicy: firewall.isSet('firewall_policy_id'),
    threatIntelligence: firewall.string('threat_intel_mode', { default: 'Alert' }),
  }),
});
