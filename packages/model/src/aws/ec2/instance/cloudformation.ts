import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, list, outside, unresolved } from '../../../code/index.ts';
import { rolePermissionsInTemplate } from '../../iam/role-permissions-cloudformation.ts';
import { metadataOptions, saying } from '../launch-cloudformation.ts';
import { publicAddressInTemplate } from '../public-address-cloudformation.ts';
import type { Instance } from './shape.ts';

/** Source: CloudFormation template reference, AWS::EC2::Instance and AWS::EC2::LaunchTemplate, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Instance>({
  types: ['AWS::EC2::Instance'],
  read(instance, context): FieldsOf<Instance> {
    const profile = profileOf(instance, context);
    const [named] = profile.block ? profile.roles : [];
    const role = rolePermissionsInTemplate(named, { context, place: profile.block?.placeOf('Roles') ?? instance.place });
    return {
      metadata: metadataOptions(instance, context),
      hasPublicAddress: publicAddressInTemplate(instance, context),
      securityGroups: securityGroups(instance, context),
      hasRole: profile.isSet,
      rolePolicies: profile.hidden ? { ...role.documents, rest: profile.hidden } : role.documents,
      roleManagedPolicies: profile.hidden ? { ...role.managed, rest: profile.hidden } : role.managed,
      imageNames: imageNames(instance),
      detailedMonitoring: detailedMonitoring(instance, context),
      terminationProtection: saying(instance, context, ['DisableApiTermination']).boolean('DisableApiTermination', { default: false }),
      tags: context.tags(instance),
    };
  },
});

/** A dynamic reference names a public parameter; an id says nothing. */
function imageNames(instance: BlockReader): ListNode<string> {
  const image = instance.text('ImageId');
  if (image.value?.includes('resolve:ssm:')) return list<string>([explicit(image.value, image.place)], image.place);
  if (image.state === 'unresolved')
    return list<string>([], image.place, unresolved(image.reason ?? { code: 'computed', detail: 'it is not known' }, image.place));
  return list<string>([], image.place, outside('only the id of the image is known', image.place));
}

/** A launch template says it in a block. */
function detailedMonitoring(instance: BlockReader, context: ReaderContext): Leaf<boolean> {
  const owner = saying(instance, context, ['Monitoring']);
  if (owner.value('Monitoring')?.kind === 'map') return owner.block('Monitoring').boolean('Enabled', { default: false });
  return owner.boolean('Monitoring', { default: false });
}

interface Profile {
  readonly isSet: Leaf<boolean>;
  /** The instance profile in this code. */
  readonly block: BlockReader | null;
  readonly roles: readonly Parameters<typeof rolePermissionsInTemplate>[0][];
  /** Why the role is not known. */
  readonly hidden: Leaf<never> | null;
}

function profileOf(instance: BlockReader, context: ReaderContext): Profile {
  const owner = saying(instance, context, ['IamInstanceProfile']);
  const nested = owner.value('IamInstanceProfile')?.kind === 'map' ? owner.block('IamInstanceProfile') : null;
  const reader = nested ?? owner;
  const property = nested ? (nested.value('Name') ? 'Name' : 'Arn') : 'IamInstanceProfile';
  const isSet = reader.isSet(property);
  if (isSet.value === false) return { isSet: byDefault(false, instance.place), block: null, roles: [], hidden: null };
  const [block] = context.targets(reader.value(property), ['AWS::IAM::InstanceProfile']);
  const detail = 'the instance profile is not in this code';
  const roles = block?.value('Roles');
  return {
    isSet,
    block: block ?? null,
    roles: roles?.kind === 'list' ? roles.items : [],
    hidden: block ? null : unresolved({ code: 'unresolved-reference', detail }, isSet.place),
  };
}

function securityGroups(instance: BlockReader, context: ReaderContext): ListNode<never> {
  const properties = ['SecurityGroupIds', 'SecurityGroups', 'NetworkInterfaces'];
  const owner = saying(instance, context, properties);
  const nested = owner.block('NetworkInterfaces');
  const groups = nested.value('GroupSet') ? 'GroupSet' : 'Groups';
  const lists = [
    context.refs(owner, 'SecurityGroupIds', 'aws.ec2.security-group'),
    context.refs(owner, 'SecurityGroups', 'aws.ec2.security-group'),
    context.refs(nested, groups, 'aws.ec2.security-group'),
  ];
  const items = lists.flatMap((each) => each.items);
  const rest = lists.find((each) => each.rest)?.rest ?? null;
  const place = lists.find((each) => each.items.length > 0)?.place ?? instance.place;
  const detail = 'the default security group of the VPC holds, whose rules are not in this code';
  const isDefault = items.length === 0 && rest === null;
  return { node: 'list', items, rest: isDefault ? unresolved({ code: 'unresolved-reference', detail }, instance.place) : rest, place };
}
