import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, elementsOf, explicit, mapLeaf, object, unresolved } from '../../../code/index.ts';
import type { PolicyDocument } from '../../../policy/index.ts';
import { isNamed, policiesOf } from '../held-policies.ts';
import type { AccessKey, IamUser } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the IAM user, group and membership resources, read 2026-11-22. */
export const terraform = defineTerraform<IamUser>({
  types: ['aws_iam_user'],
  satellites: { aws_iam_user_login_profile: 'user', aws_iam_access_key: 'user' },
  identity: ['name'],
  read: (user, context): FieldsOf<IamUser> => ({
    hasPassword: context.satellite('aws_iam_user_login_profile').isSet('user'),
    hasMfaDevice: mfaDevice(user, context),
    accessKeys: accessKeys(user, context),
    isInGroup: isInGroup(user, context),
    policies: policies(user, context),
  }),
});

/** A device is not tied to a user in Terraform; by AWS's own advice it is named after the user. */
function mfaDevice(user: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!user.resource) return user.isSet('name');
  const device = context.all('aws_iam_virtual_mfa_device').find((each) => isNamed(each, 'virtual_mfa_device_name', user, context));
  return explicit(device !== undefined, device?.place ?? user.place);
}

function policies(user: BlockReader, context: ReaderContext): ListNode<PolicyDocument> {
  const groups = groupsOf(user, context);
  const held = [...policiesOf(user, 'user', context), ...groups.known.flatMap((group) => policiesOf(group, 'group', context))];
  return {
    node: 'list',
    items: held.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
    rest: held.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? groups.rest,
    place: user.place,
  };
}

/** Groups of this code that the user belongs to; `rest` when it also belongs to groups from elsewhere. */
function groupsOf(
  user: BlockReader,
  context: ReaderContext,
): { readonly known: readonly BlockReader[]; readonly rest: Leaf<never> | null } {
  const byGroup = context.all('aws_iam_group_membership').filter((each) => isNamed(each, 'users', user, context));
  const byUser = context.all('aws_iam_user_group_membership').filter((each) => isNamed(each, 'user', user, context));
  const named = [
    ...byGroup.flatMap((each) => elementsOf(each.value('group')).map((value) => ({ each, attribute: 'group', value }))),
    ...byUser.flatMap((each) => elementsOf(each.value('groups')).map((value) => ({ each, attribute: 'groups', value }))),
  ].map((entry) => ({ ...entry, found: context.targets(entry.value, ['aws_iam_group']) }));
  const elsewhere = named.find(({ found }) => found.length === 0);
  return {
    known: named.flatMap(({ found }) => found),
    rest: elsewhere
      ? unresolved(
          { code: 'unresolved-reference', detail: 'the user is in a group that is not in this code' },
          elsewhere.each.placeOf(elsewhere.attribute),
        )
      : null,
  };
}

function accessKeys(user: BlockReader, context: ReaderContext): ListNode<AccessKey> {
  const items = context.satellites('aws_iam_access_key').map((key) => {
    const status = key.string('status', { default: 'Active' });
    return { node: object<AccessKey>({ isActive: mapLeaf(status, (value) => value === 'Active') }, key.place), uncertain: key.uncertain };
  });
  return { node: 'list', items, rest: null, place: user.place };
}

function isInGroup(user: BlockReader, context: ReaderContext): Leaf<boolean> {
  const membership =
    context.all('aws_iam_group_membership').find((each) => isNamed(each, 'users', user, context)) ??
    context.all('aws_iam_user_group_membership').find((each) => isNamed(each, 'user', user, context));
  return membership ? explicit(true, membership.place) : byDefault(false, user.place);
}
