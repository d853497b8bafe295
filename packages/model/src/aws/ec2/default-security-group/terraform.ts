import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { DefaultGroupRule, DefaultSecurityGroup } from './shape.ts';

export const terraform = defineTerraform<DefaultSecurityGroup>({
  types: ['aws_vpc', 'aws_default_vpc'],
  satellites: { aws_default_security_group: 'vpc_id' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['id'],
  read(vpc, context) {
    const group = context.satellite('aws_default_security_group');
    return {
      isManaged: isManaged(group, vpc),
      ingress: rules(group, context, 'ingress'),
      egress: rules(group, context, 'egress'),
    };
  },
});

function isManaged(group: BlockReader, vpc: BlockReader): Leaf<boolean> {
  if (group.uncertain) return unresolved({ code: 'computed', detail: 'it is not known whether the default group is managed' }, group.place);
  return group.exists ? explicit(true, group.place) : byDefault(false, vpc.place);
}

function rules(group: BlockReader, context: ReaderContext, direction: 'ingress' | 'egress'): ListNode<DefaultGroupRule> {
  const inline = group.list<DefaultGroupRule>(direction, (block) => rule(block, 'protocol'));
  const classic = separate(group, context, 'aws_security_group_rule').filter((block) => {
    const type = block.string('type');
    return type.state === 'unresolved' || type.value === direction;
  });
  const single = separate(group, context, `aws_vpc_security_group_${direction}_rule`);
  const items: readonly ListItem<DefaultGroupRule>[] = [
    ...inline.items,
    ...classic.map((block) => ({
      node: rule(block, 'protocol'),
      uncertain: block.uncertain || block.string('type').state === 'unresolved',
    })),
    ...single.map((block) => ({ node: rule(block, 'ip_protocol'), uncertain: block.uncertain })),
  ];
  return { ...inline, items };
}

/** Rules of their own that name the group. */
function separate(group: BlockReader, context: ReaderContext, type: string): readonly BlockReader[] {
  return context
    .all(type)
    .filter((block) =>
      context
        .targets(block.value('security_group_id'), ['aws_default_security_group'])
        .some((target) => group.exists && target.resource === group.resource),
    );
}

function rule(block: BlockReader, protocol: string): ListItem<DefaultGroupRule>['node'] {
  return object<DefaultGroupRule>({ protocol: block.string(protocol) }, block.place);
}
