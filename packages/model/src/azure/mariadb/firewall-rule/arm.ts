import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { MariadbFirewallRule } from './shape.ts';

export const arm = defineArm<MariadbFirewallRule>({
  types: ['Microsoft.DBforMariaDB/servers/firewallRules'],
  identity: ['name'],
  read(rule): FieldsOf<MariadbFirewallRule> {
    const properties = rule.block('properties');
    return {
      start: properties.string('startIpAddress', { required: true }),
      end: properties.string('endIpAddress', { required: true }),
    };
  },
});
