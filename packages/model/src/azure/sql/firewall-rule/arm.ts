import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { SqlFirewallRule } from './shape.ts';

export const arm = defineArm<SqlFirewallRule>({
  types: ['Microsoft.Sql/servers/firewallRules'],
  identity: ['name'],
  read(rule): FieldsOf<SqlFirewallRule> {
    const properties = rule.block('properties');
    return {
      start: properties.string('startIpAddress', { required: true }),
      end: properties.string('endIpAddress', { required: true }),
    };
  },
});
