import type { BlockReader, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { Network } from './shape.ts';

export const terraform = defineTerraform<Network>({
  types: ['google_compute_network'],
  satellites: { google_compute_firewall: 'network', google_compute_network_firewall_policy_association: 'attachment_target' },
  identity: ['name', 'id', 'self_link'],
  read: (block, context) => ({
    isAutoMode: block.boolean('auto_create_subnetworks', { default: true }),
    isLegacy: legacy(block),
    firewalls: firewalls(block, context),
  }),
});

function legacy(block: BlockReader): Leaf<boolean> {
  return block.value('ipv4_range') ? block.isSet('ipv4_range') : byDefault(false, block.place);
}

function firewalls(block: BlockReader, context: ReaderContext): ListNode<string> {
  const rules = [
    ...context.satellites('google_compute_firewall'),
    ...context.satellites('google_compute_network_firewall_policy_association'),
  ];
  const items = rules.map((rule) => ({ node: explicit(rule.resource?.address ?? '', rule.place), uncertain: rule.uncertain }));
  return { node: 'list', items, rest: null, place: block.place };
}
