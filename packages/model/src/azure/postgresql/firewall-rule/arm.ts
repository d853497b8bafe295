import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { PostgresqlFirewallRule } from './shape.ts';

export const arm = defineArm<PostgresqlFirewallRule>({
  types: ['Microsoft.DBforPostgreSQL/flexibleServers/firewallRules', 'Microsoft.DBforPostgreSQL/servers/firewallRules'],
  identity: ['name'],
  read(rule): FieldsOf<PostgresqlFirewallRule> {
    const properties = rule.block('properties');
    return {
      start: properties.string('startIpAddress', { required: true }),
      end: properties.string('endIpAddress', { required: true }),
    };
  },
});
