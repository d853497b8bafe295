import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { DescribedRule } from '../rules.ts';
import { rulesOf } from '../rule-node.ts';
import type { SecurityGroup } from './shape.ts';

const names = {
  ports: ['destination_port_range', 'destination_port_ranges'],
  sources: ['source_address_prefix', 'source_address_prefixes'],
  destinations: ['destination_address_prefix', 'destination_address_prefixes'],
} as const;

/** Source: hashicorp/azurerm documentation of the two resources, read 2026-11-22. */
export const terraform = defineTerraform<SecurityGroup>({
  types: ['azurerm_network_security_group'],
  satellites: { azurerm_network_security_rule: 'network_security_group_name' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['name'],
  read: (group, context) => ({ inbound: rules(group, context, 'inbound'), outbound: rules(group, context, 'outbound') }),
});

function rules(group: BlockReader, context: ReaderContext, direction: 'inbound' | 'outbound'): ListNode<DescribedRule> {
  const inline = group.blocks('security_rule');
  const separate = context.satellites('azurerm_network_security_rule');
  const written = [...inline.readers, ...separate].map((block) => ({ block, uncertain: block.uncertain }));
  const rest = group.resource ? inline.rest : null; // a stub has exactly the rules that name it
  return { node: 'list', items: rulesOf(written, names, direction), rest, place: inline.readers[0]?.place ?? group.place };
}
