import { rolePermissions } from '../../iam/role-permissions.ts';
import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, unresolved } from '../../../code/index.ts';
import { imageNames } from '../image-names.ts';
import { isReader, launchTemplateOf } from '../launch-settings.ts';
import { metadataOptions } from '../metadata-options.ts';
import { publicAddressOf } from '../public-address.ts';
import type { Instance } from './shape.ts';

export const terraform = defineTerraform<Instance>({
  types: ['aws_instance', 'aws_spot_instance_request'],
  identity: ['id'],
  read(instance, context): FieldsOf<Instance> {
    const profile = profileOf(instance, context);
    const role = rolePermissions(profile.block?.value('role'), { context, place: profile.block?.placeOf('role') ?? instance.place });
    return {
      metadata: metadataOptions(instance, context),
      hasPublicAddress: publicAddressOf(instance, context),
      securityGroups: securityGroups(instance, context),
      hasRole: profile.isSet,
      rolePolicies: profile.hidden ? { ...role.documents, rest: profile.hidden } : role.documents,
      roleManagedPolicies: profile.hidden ? { ...role.managed, rest: profile.hidden } : role.managed,
      imageNames: imageNames(instance, context),
      detailedMonitoring: detailedMonitoring(instance, context),
      terminationProtection: saying(instance, context, ['disable_api_termination']).boolean('disable_api_termination', { default: false }),
      tags: context.tags(instance),
    };
  },
});

/** A launch template says it in a block. */
function detailedMonitoring(instance: BlockReader, context: ReaderContext): Leaf<boolean> {
  const owner = saying(instance, context, ['monitoring']);
  if (owner.resource?.type === 'aws_launch_template') return owner.block('monitoring').boolean('enabled', { default: false });
  return owner.boolean('monitoring', { default: false });
}

/** Blocks that can say it: the instance, else its launch template. */
function saying(instance: BlockReader, context: ReaderContext, attributes: readonly string[]): BlockReader {
  const template = launchTemplateOf(instance, context);
  const isSaid = attributes.some((attribute) => instance.value(attribute) !== undefined);
  return isSaid || !isReader(template) ? instance : template;
}

interface Profile {
  readonly isSet: Leaf<boolean>;
  /** The instance profile in this code. */
  readonly block: BlockReader | null;
  /** Why the role is not known. */
  readonly hidden: Leaf<never> | null;
}

function profileOf(instance: BlockReader, context: ReaderContext): Profile {
  const owner = saying(instance, context, ['iam_instance_profile']);
  const nested = owner.resource?.type === 'aws_launch_template' ? owner.block('iam_instance_profile') : null;
  const reader = nested ?? owner;
  const attribute = nested ? (nested.value('name') ? 'name' : 'arn') : 'iam_instance_profile';
  const isSet = reader.isSet(attribute);
  if (isSet.value === false) return { isSet: byDefault(false, instance.place), block: null, hidden: null };
  const [block] = context.targets(reader.value(attribute), ['aws_iam_instance_profile']);
  const detail = 'the instance profile is not in this code';
  return { isSet, block: block ?? null, hidden: block ? null : unresolved({ code: 'unresolved-reference', detail }, isSet.place) };
}

function securityGroups(instance: BlockReader, context: ReaderContext): ListNode<never> {
  const attributes = ['vpc_security_group_ids', 'security_groups'];
  const owner = saying(instance, context, attributes);
  const nested = owner.block('network_interfaces');
  const lists = [
    ...attributes.map((name) => context.refs(owner, name, 'aws.ec2.security-group')),
    context.refs(nested, 'security_groups', 'aws.ec2.security-group'),
  ];
  const items = lists.flatMap((each) => each.items);
  const rest = lists.find((each) => each.rest)?.rest ?? null;
  const place = lists.find((each) => each.items.length > 0)?.place ?? instance.place;
  const detail = 'the default security group of the VPC holds, whose rules are not in this code';
  const isDefault = items.length === 0 && rest === null;
  return { node: 'list', items, rest: isDefault ? unresolved({ code: 'unresolved-reference', detail }, instance.place) : rest, place };
}
