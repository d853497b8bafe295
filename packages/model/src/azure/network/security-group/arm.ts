import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { DescribedRule } from '../rules.ts';
import { rulesOf } from '../rule-node.ts';
import type { SecurityGroup } from './shape.ts';

const names = {
  ports: ['destinationPortRange', 'destinationPortRanges'],
  sources: ['sourceAddressPrefix', 'sourceAddressPrefixes'],
  destinations: ['destinationAddressPrefix', 'destinationAddressPrefixes'],
} as const;

/** Source: Azure template reference of Microsoft.Network/networkSecurityGroups, read 2026-11-22. */
export const arm = defineArm<SecurityGroup>({
  types: ['Microsoft.Network/networkSecurityGroups'],
  satellites: { 'Microsoft.Network/networkSecurityGroups/securityRules': 'parent' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['name'],
  read: (group, context) => ({ inbound: rules(group, context, 'inbound'), outbound: rules(group, context, 'outbound') }),
});

function rules(group: BlockReader, context: ReaderContext, direction: 'inbound' | 'outbound'): ListNode<DescribedRule> {
  const inline = group.block('properties').blocks('securityRules');
  const separate = context.satellites('Microsoft.Network/networkSecurityGroups/securityRules');
  const written = [...inline.readers, ...separate].map((rule) => ({
    block: rule.block('properties'),
    whole: rule,
    uncertain: rule.uncertain,
  }));
  const rest = group.resource ? inline.rest : null; // a stub has exactly the rules that name it
  return { node: 'list', items: rulesOf(written, names, direction), rest, place: inline.readers[0]?.place ?? group.place };
}
