import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineLive, explicit, list, object, unresolved } from '../../../code/index.ts';
import type { DefaultGroupRule, DefaultSecurityGroup } from './shape.ts';

/** The group called `default` of each VPC, as it is. */
export const live = defineLive<DefaultSecurityGroup>({
  types: ['AWS::EC2::VPC'],
  read(vpc, context) {
    const group = defaultGroupOf(vpc, context);
    return {
      // Whoever wrote it, its rules are what is judged.
      isManaged: explicit(true, vpc.place),
      ingress: rules(group, vpc, 'SecurityGroupIngress'),
      egress: rules(group, vpc, 'SecurityGroupEgress'),
    };
  },
});

function defaultGroupOf(vpc: BlockReader, context: ReaderContext): BlockReader | undefined {
  return context
    .all('AWS::EC2::SecurityGroup')
    .find(
      (group) =>
        group.string('GroupName').value === 'default' &&
        context.targets(group.value('VpcId'), ['AWS::EC2::VPC']).some(({ resource }) => resource === vpc.resource),
    );
}

function rules(group: BlockReader | undefined, vpc: BlockReader, direction: string): ListNode<DefaultGroupRule> {
  if (group)
    return group.list<DefaultGroupRule>(direction, (rule) => object<DefaultGroupRule>({ protocol: rule.string('IpProtocol') }, rule.place));
  const detail = 'the default group of the VPC was not collected';
  return list<DefaultGroupRule>([], vpc.place, unresolved({ code: 'not-collected', detail }, vpc.place));
}
