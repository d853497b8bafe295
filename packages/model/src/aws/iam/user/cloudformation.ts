import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, mapLeaf, object, policyOf, unresolved } from '../../../code/index.ts';
import type { PolicyDocument } from '../../../policy/index.ts';
import type { Value } from '../../../value.ts';
import type { AccessKey, IamUser } from './shape.ts';

const USER = 'AWS::IAM::User';
const GROUP = 'AWS::IAM::Group';
const MANAGED = 'AWS::IAM::ManagedPolicy';

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
    ...itemsOf(user.value('Groups')).map((value) => ({ value, place: user.placeOf('Groups') })),
    ...additionsOf(user, context).flatMap((each) => itemsOf(each.value('GroupName')).map((value) => ({ value, place: each.place }))),
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

type PolicyNode = ReturnType<typeof policyOf>;

/** Inline and customer managed; policies of AWS enforce no MFA and are left out. */
function policiesOf(holder: BlockReader, context: ReaderContext): readonly PolicyNode[] {
  const kind = holder.resource?.type === USER ? 'User' : 'Group';
  const separate = [
    ...context.all('AWS::IAM::Policy').filter((each) => names(each, `${kind}s`, holder, context)),
    ...context.all(`AWS::IAM::${kind}Policy`).filter((each) => names(each, `${kind}Name`, holder, context)),
    ...context.all(MANAGED).filter((each) => names(each, `${kind}s`, holder, context)),
  ];
  const inline = [...holder.blocks('Policies').readers, ...separate].map((each) => policyOf(each, 'PolicyDocument'));
  return [...inline, ...itemsOf(holder.value('ManagedPolicyArns')).flatMap((value) => attached(value, holder, context))];
}

function attached(value: Value, holder: BlockReader, context: ReaderContext): readonly PolicyNode[] {
  const found = context.targets(value, [MANAGED]);
  if (found.length > 0) return found.map((each) => policyOf(each, 'PolicyDocument'));
  const text = value.kind === 'string' ? value.value : value.kind === 'template' ? String(value.parts.at(-1)) : '';
  if (/:iam::aws:policy\//.test(text)) return [];
  return [
    unresolved({ code: 'unresolved-reference', detail: 'the attached policy is not in this code' }, holder.placeOf('ManagedPolicyArns')),
  ];
}

function names(block: BlockReader, property: string, owner: BlockReader, context: ReaderContext): boolean {
  const type = owner.resource?.type;
  if (type === undefined) return false;
  return itemsOf(block.value(property)).some((value) => context.targets(value, [type]).some((each) => each.resource === owner.resource));
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' || value?.kind === 'set' ? value.items : value ? [value] : [];
}
