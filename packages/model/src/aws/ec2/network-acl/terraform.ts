import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, object, remarkOf } from '../../../code/index.ts';
import type { NetworkAcl, NetworkAclRule } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the three resources named here, read 2026-11-22. */
export const terraform = defineTerraform<NetworkAcl>({
  types: ['aws_network_acl', 'aws_default_network_acl'],
  satellites: { aws_network_acl_rule: 'network_acl_id' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['id'],
  read(acl, context): FieldsOf<NetworkAcl> {
    const inline = acl.list<NetworkAclRule>('ingress', (block) => rule(block, { number: 'rule_no', action: 'action' }));
    const separate = context.satellites('aws_network_acl_rule').flatMap((block) => separateRule(block));
    return {
      isDefault: explicit(acl.resource?.type === 'aws_default_network_acl', acl.place),
      isAssociated: isAssociated(acl, context),
      // A stub has exactly the rules that name it.
      ingress: { ...inline, rest: acl.resource ? inline.rest : null, items: [...inline.items, ...separate] },
      tags: context.tags(acl),
    };
  },
});

function isAssociated(acl: BlockReader, context: ReaderContext): Leaf<boolean> {
  const own = acl.isSet('subnet_ids');
  if (!acl.resource || own.value !== false) return own;
  const found = context
    .all('aws_network_acl_association')
    .find((each) => context.targets(each.value('network_acl_id'), ['aws_network_acl']).some((one) => one.resource === acl.resource));
  return found ? found.isSet('network_acl_id') : own;
}

function separateRule(block: BlockReader): readonly ListItem<NetworkAclRule>[] {
  const egress = block.boolean('egress', { default: false });
  if (egress.value === true) return [];
  const node = rule(block, { number: 'rule_number', action: 'rule_action' });
  return [{ node, uncertain: block.uncertain || egress.state === 'unresolved' }];
}

function rule(block: BlockReader, names: { readonly number: string; readonly action: string }): ObjectNode<NetworkAclRule> {
  const fields: FieldsOf<NetworkAclRule> = {
    ruleNumber: block.number(names.number, { required: true }),
    action: block.oneOf<NetworkAclRule['action']>(names.action, { required: true }),
    protocol: block.string('protocol', { default: '-1' }),
    fromPort: block.number('from_port', { default: 0 }),
    toPort: block.number('to_port', { default: 65535 }),
    cidrs: cidrs(block),
    remark: remarkOf(block),
  };
  return object<NetworkAclRule>(fields, block.place);
}

/** One of the two is written; the provider takes "" for none. */
function cidrs(block: BlockReader): ListNode<string> {
  const parts = [block.strings('cidr_block'), block.strings('ipv6_cidr_block')];
  const first = parts.find((part) => part.items.length > 0 || part.rest) ?? block.strings('cidr_block');
  return { ...first, items: parts.flatMap((part) => part.items), rest: parts.find((part) => part.rest)?.rest ?? null };
}
