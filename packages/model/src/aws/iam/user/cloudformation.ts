import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, elementsOf, explicit, mapLeaf, object, unresolved } from '../../../code/index.ts';
import type { PolicyDocument } from '../../../policy/index.ts';
import { names, policiesOf } from '../held-policies-cloudformation.ts';
import type { AccessKey, IamUser } from './shape.ts';

const USER = 'AWS::IAM::User';
const GROUP = 'AWS::IAM::Group';

/** Source: CloudFormation template reference of the IAM resources, read 2026-11-22. */
export const cloudformation = defineCloudFormation<IamUser>({
  types: [USER],
  satellites: { 'AWS::IAM::AccessKey': 'UserName' },
  identity: ['UserName'],
  read: (user, context): FieldsOf<IamUser> => ({
    hasPassword: user.has('LoginProfile'),
    hasMfaDevice: mfaDevice(user, context),
    accessKeys: accessKeys(user, context),
    isInGroup: isInGroup(user, context),
    policies: policies(user, context),
  }),
});

function mfaDevice(user: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!user.resource) return user.isSet('UserName');
  const device = context.all('AWS::IAM::VirtualMFADevice').find((each) => names(each, 'Users', user, context));
  return explicit(device !== undefined, device?.place ?? user.place);
}

function accessKeys(user: BlockReader, context: ReaderContext): ListNode<AccessKey> {
  const items = context.satellites('AWS::IAM::AccessKey').map((key) => {
    const status = key.string('Status', { default: 'Active' });
    return { node: object<AccessKey>({ isActive: mapLeaf(status, (value) => value === 'Active') }, key.place), uncertain: key.uncertain };
  });
  return { node: 'list', items, rest: null, place: user.place };
}

function additionsOf(user: BlockReader, context: ReaderContext): readonly BlockReader[] {
  return context.all('AWS::IAM::UserToGroupAddition').filter((each) => names(each, 'Users', user, context));
}

function isInGroup(user: BlockReader, context: ReaderContext): Leaf<boolean> {
  const own = user.strings('Groups');
  if (own.items.length > 0) return explicit(true, own.place);
  if (own.rest) return own.rest;
  const [addition] = additionsOf(user, context);
  return addition ? explicit(true, addition.place) : byDefault(false, user.place);
}

function policies(user: BlockReader, context: ReaderContext): ListNode<PolicyDocument> {
  const named = [
    ...elementsOf(user.value('Groups')).map((value) => ({ value, place: user.placeOf('Groups') })),
    ...additionsOf(user, context).flatMap((each) => elementsOf(each.value('GroupName')).map((value) => ({ value, place: each.place }))),
  ].map((each) => ({ ...each, found: context.targets(each.value, [GROUP]) }));
  const held = [user, ...named.flatMap(({ found }) => found)].flatMap((holder) => policiesOf(holder, context));
  const elsewhere = named.find(({ found }) => found.length === 0);
  const detail = 'the user is in a group that is not in this code';
  const hidden = elsewhere ? unresolved<never>({ code: 'unresolved-reference', detail }, elsewhere.place) : null;
  return {
    node: 'list',
    items: held.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
    rest: held.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? hidden,
    place: user.place,
  };
}
