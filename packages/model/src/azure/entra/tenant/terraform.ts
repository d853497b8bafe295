import type { BlockReader, Leaf, ListItem, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, outside, unresolved } from '../../../code/index.ts';
import { GLOBAL_ADMINISTRATOR } from './roles.ts';
import type { AccessPolicy, Tenant } from './shape.ts';

/** Source: hashicorp/azuread documentation of the resources named, read 2026-11-22. */
export const terraform = defineTerraform<Tenant>({
  types: [],
  anchor: (context) =>
    ['azuread_conditional_access_policy', 'azuread_named_location'].flatMap((type) => context.all(type))[0] ??
    administrators(context)[0] ??
    null,
  read: (anchor, context) => ({
    policies: {
      node: 'list',
      items: context
        .all('azuread_conditional_access_policy')
        .map((policy): ListItem<AccessPolicy> => ({ node: policyNode(policy), uncertain: policy.uncertain })),
      rest: null,
      place: anchor.place,
    },
    hasTrustedLocation: trustedLocation(anchor, context),
    globalAdministrators: administratorCount(anchor, context),
  }),
});

function policyNode(policy: BlockReader): ListItem<AccessPolicy>['node'] {
  const conditions = policy.block('conditions');
  return object<AccessPolicy>(
    {
      state: policy.string('state', { required: true }),
      users: conditions.block('users').strings('included_users'),
      roles: conditions.block('users').strings('included_roles'),
      applications: conditions.block('applications').strings('included_applications'),
      demandsMfa: mfa(policy.block('grant_controls')),
    },
    policy.place,
  );
}

function mfa(controls: BlockReader): Leaf<boolean> {
  const strength = controls.isSet('authentication_strength_policy_id');
  if (strength.value === true) return strength;
  const { items, rest, place } = controls.strings('built_in_controls');
  if (items.some(({ node }) => node.node === 'leaf' && node.value === 'mfa')) return explicit(true, place);
  return rest ?? (strength.state === 'unresolved' ? strength : byDefault(false, place));
}

function trustedLocation(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const all = context.all('azuread_named_location').map((location) => location.block('ip').boolean('trusted', { default: false }));
  const trusted = all.find(({ value }) => value === true) ?? all.find(({ state }) => state === 'unresolved');
  return trusted ?? byDefault(false, all[0]?.place ?? anchor.place);
}

function administrators(context: ReaderContext): readonly BlockReader[] {
  return context.all('azuread_directory_role_assignment').filter((assignment) => {
    const role = assignment.value('role_id');
    if (role?.kind === 'string') return role.value === GLOBAL_ADMINISTRATOR;
    return context
      .targets(role, ['azuread_directory_role'])
      .some(
        (each) => each.string('display_name').value === 'Global Administrator' || each.string('template_id').value === GLOBAL_ADMINISTRATOR,
      );
  });
}

function administratorCount(anchor: BlockReader, context: ReaderContext): Leaf<number> {
  const found = administrators(context);
  const [first] = found;
  if (!first) return outside('the role Global Administrator is given elsewhere', anchor.place);
  const open = found.find(({ uncertain }) => uncertain);
  if (open) return unresolved({ code: 'computed', detail: 'it is not known how many there are' }, open.place);
  return explicit(found.length, first.place);
}
