import type { BlockReader, Leaf, ListItem, ListNode, NodeOf, Place, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import { identityOf } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import { bindingBlocks, memberIdentities, membersOf } from '../bindings.ts';
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
  read(block, context) {
    const type = (block.resource?.type ?? '').replace(/_iam_\w+$/, '');
    const { readers, rest } = bindingBlocks(block, context);
    const where = { target: targetOf(block), context };
    return {
      level: explicit(isLevel(type) ? levels[type] : 'project', block.place),
      bindings: {
        node: 'list',
        items: readers.map((reader) => ({ node: grantedRole(reader, where), uncertain: reader !== block && reader.uncertain })),
        rest,
        place: block.value('policy_data') ? block.placeOf('policy_data') : block.place,
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

function grantedRole(binding: BlockReader, where: Where): NodeOf<GrantedRole> {
  const role = binding.string('role', { required: true });
  const members = membersOf(binding);
  const identities = memberIdentities(binding);
  const items = members.items.map((item, index): ListItem<GrantMember> => {
    const others = otherRoles({ identity: identities[index] ?? null, at: item.node.place }, role, where);
    return { ...item, node: object<GrantMember>({ member: item.node, otherRoles: others }, item.node.place) };
  });
  return object<GrantedRole>({ role, members: { ...members, items } }, binding.place);
}

/** Of members that can be told apart: of one that is not known nothing else is known either. */
function otherRoles(member: { readonly identity: string | null; readonly at: Place }, own: Leaf<string>, where: Where): ListNode<string> {
  const { identity, at: place } = member;
  const { target, context } = where;
  const granted = identity === null || target === null ? undefined : rolesOf(context).get(`${target}|${identity}`);
  if (!granted) return { node: 'list', items: [], rest: unresolved(notKnown, place), place };
  const items = [...granted.values()].filter(({ node }) => node.value !== own.value);
  return { node: 'list', items, rest: granted.size < MAX_ROLES ? null : unresolved(tooMany, place), place };
}

const notKnown = { code: 'computed', detail: 'it is not known who is meant, or on what' } as const;
const tooMany = { code: 'limit', detail: 'the member has too many roles' } as const;

/** Roles of one member that are looked at: more than anybody has. */
const MAX_ROLES = 100;

interface RoleItem {
  readonly node: Leaf<string>;
  readonly uncertain: boolean;
}
/** Target and member → role → one grant of it, a certain one if there is any. */
type Roles = ReadonlyMap<string, ReadonlyMap<string, RoleItem>>;

/** Made once for each root module: the list of a type's blocks is the same object every time. */
const known = new WeakMap<readonly BlockReader[], Roles>();

function rolesOf(context: ReaderContext): Roles {
  const token = context.all('google_project_iam_member');
  const before = known.get(token);
  if (before) return before;
  const roles = new Map<string, Map<string, RoleItem>>();
  for (const block of grantTypes.flatMap((type) => context.all(type))) {
    const target = targetOf(block);
    if (target === null) continue;
    for (const binding of bindingBlocks(block, context).readers) {
      const node = binding.string('role', { required: true });
      const item = { node, uncertain: binding.uncertain || block.uncertain };
      for (const identity of memberIdentities(binding)) if (identity !== null) remember(roles, `${target}|${identity}`, item);
    }
  }
  known.set(token, roles);
  return roles;
}

function remember(roles: Map<string, Map<string, RoleItem>>, key: string, item: RoleItem): void {
  const granted = roles.get(key) ?? new Map<string, RoleItem>();
  roles.set(key, granted);
  const role = item.node.value ?? '';
  const before = granted.get(role);
  if ((!before && granted.size < MAX_ROLES) || before?.uncertain) granted.set(role, item);
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
