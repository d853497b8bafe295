import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { SynapseFirewallRule } from './shape.ts';

export const arm = defineArm<SynapseFirewallRule>({
  types: ['Microsoft.Synapse/workspaces/firewallRules'],
  identity: ['name'],
  read(rule): FieldsOf<SynapseFirewallRule> {
    const properties = rule.block('properties');
    return {
      start: properties.string('startIpAddress', { required: true }),
      end: properties.string('endIpAddress', { required: true }),
    };
  },
});
