import { defineCloudFormation, outside } from '../../../code/index.ts';
import type { NetworkFirewall } from './shape.ts';

export const cloudformation = defineCloudFormation<NetworkFirewall>({
  types: ['AWS::NetworkFirewall::Firewall'],
  satellites: { 'AWS::NetworkFirewall::LoggingConfiguration': 'FirewallArn' },
  identity: ['FirewallName'],
  read: (firewall, context) => ({
    logs: context.satellite('AWS::NetworkFirewall::LoggingConfiguration').block('LoggingConfiguration').has('LogDestinationConfigs'),
    deleteProtection: firewall.boolean('DeleteProtection', { default: false }),
    subnetChangeProtection: firewall.boolean('SubnetChangeProtection', { default: false }),
    hasCustomerKey: outside('CloudFormation has no such property', firewall.place),
    subnets: firewall.list<string>('SubnetMappings', (each) => each.text('SubnetId', { required: true })),
  }),
});
