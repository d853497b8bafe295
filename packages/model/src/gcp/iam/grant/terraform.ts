import type { BlockReader, Leaf, ListItem, ListNode, NodeOf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import { identityOf } from '../../../code/identity.ts';
import type { Value } from '../../../value.ts';
import type { IamBinding } from '../bindings.ts';
import { grantedBy } from '../bindings.ts';
import type { Grant, GrantMember, GrantedRole } from './shape.ts';

const levels = {
  google_project: 'project',
  google_folder: 'folder',
  google_organization: 'organization',
  google_billing_account: 'billing-account',
} as const;

const grantTypes = Object.keys(levels).flatMap((type) => ['member', 'binding', 'policy'].map((kind) => `${type}_iam_${kind}`));

/** Source: hashicorp/google provider documentation of the IAM resources of projects, folders, organizations, billing accounts, read 2026-11-22. */
export const terraform = defineTerraform<Grant>({
  types: grantTypes,
  identity: ['role'],
  read(block, context) {
    const type = (block.resource?.type ?? '').replace(/_iam_\w+$/, '');
    const level = isLevel(type) ? levels[type] : 'project';
    const granted = grantedBy(block, context);
    const target = targetOf(block);
    return {
      level: explicit(level, block.place),
      bindings: {
        ...granted,
        items: granted.items.map((item) => ({ ...item, node: grantedRole(item.node, { target, context }) })),
      },
    };
  },
});

function isLevel(type: string): type is keyof typeof levels {
  return Object.hasOwn(levels, type);
}

interface Where {
  /** What the roles are on; null when that is not known. */
  readonly target: string | null;
  readonly context: ReaderContext;
}

function grantedRole(binding: NodeOf<IamBinding>, where: Where): NodeOf<GrantedRole> {
  if (binding.node !== 'object') return binding;
  const { role, members } = binding.fields;
  const items = members.items.map((item): ListItem<GrantMember> => {
    const member = item.node;
    return { ...item, node: object<GrantMember>({ member, otherRoles: otherRoles(member, role, where) }, member.place) };
  });
  return object<GrantedRole>({ role, members: { ...members, items } }, binding.place);
}

/** Known members only: of one that is not known nothing else is known either. */
function otherRoles(member: Leaf<string>, own: Leaf<string>, { target, context }: Where): ListNode<string> {
  const { place } = member;
  const key = member.value;
  if (key === undefined || target === null) {
    const rest = unresolved<never>(member.reason ?? { code: 'computed', detail: 'it is not known what the roles are on' }, place);
    return { node: 'list', items: [], rest, place };
  }
  const granted = rolesOf(context).get(`${target}|${key}`) ?? [];
  const items = granted.filter(({ node }) => node.value !== own.value);
  return { node: 'list', items, rest: null, place };
}

/** Made once for each root module: the list of a type's blocks is the same object every time. */
const known = new WeakMap<readonly BlockReader[], ReadonlyMap<string, readonly RoleItem[]>>();

interface RoleItem {
  readonly node: Leaf<string>;
  readonly uncertain: boolean;
}

function rolesOf(context: ReaderContext): ReadonlyMap<string, readonly RoleItem[]> {
  const token = context.all('google_project_iam_member');
  const before = known.get(token);
  if (before) return before;
  const roles = new Map<string, RoleItem[]>();
  for (const block of grantTypes.flatMap((type) => context.all(type))) {
    const target = targetOf(block);
    if (target === null) continue;
    for (const binding of grantedBy(block, context).items) {
      if (binding.node.node !== 'object') continue;
      const { role, members } = binding.node.fields;
      for (const { node } of members.items) {
        if (node.value === undefined) continue;
        const key = `${target}|${node.value}`;
        roles.set(key, [...(roles.get(key) ?? []), { node: role, uncertain: binding.uncertain || block.uncertain }]);
      }
    }
  }
  known.set(token, roles);
  return roles;
}

/** The level and the text or reference that names the thing; a project that is not written is the provider's. */
function targetOf(block: BlockReader): string | null {
  const type = (block.resource?.type ?? '').replace(/_iam_\w+$/, '');
  const value: Value | undefined = ['project', 'folder', 'org_id', 'billing_account_id']
    .map((name) => block.value(name))
    .find((each) => each);
  if (!value) return `${type}|`;
  const identity = identityOf(value);
  return identity === null ? null : `${type}|${identity}`;
}
