import type { BlockReader, Leaf, ListItem, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, explicit, object } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import { GLOBAL_ADMINISTRATOR } from './roles.ts';
import type { AccessPolicy, Tenant } from './shape.ts';

/** Source: Microsoft Graph reference of conditionalAccessPolicy, namedLocation and unifiedRoleAssignment, read 2026-11-22. */
export const live = defineLive<Tenant>({
  types: [],
  anchor: (context) => context.all('Microsoft.Graph/organization').find(isSeen) ?? null,
  read(anchor, context) {
    const policies = context.all('Microsoft.Graph/conditionalAccessPolicies');
    return {
      policies: {
        node: 'list',
        items: policies.filter(isSeen).map((policy): ListItem<AccessPolicy> => ({ node: policyNode(policy), uncertain: false })),
        rest: unseenAmong(policies),
        place: anchor.place,
      },
      hasTrustedLocation: trustedLocation(anchor, context),
      globalAdministrators: administrators(anchor, context),
    };
  },
});

function policyNode(policy: BlockReader): ListItem<AccessPolicy>['node'] {
  const conditions = policy.block('conditions');
  return object<AccessPolicy>(
    {
      state: policy.string('state', { required: true }),
      users: conditions.block('users').strings('includeUsers'),
      roles: conditions.block('users').strings('includeRoles'),
      applications: conditions.block('applications').strings('includeApplications'),
      demandsMfa: mfa(policy.block('grantControls')),
    },
    policy.place,
  );
}

function mfa(controls: BlockReader): Leaf<boolean> {
  const strength = controls.block('authenticationStrength').isSet('id');
  if (strength.value === true) return strength;
  const { items, rest, place } = controls.strings('builtInControls');
  if (items.some(({ node }) => node.node === 'leaf' && node.value === 'mfa')) return explicit(true, place);
  return rest ?? byDefault(false, place);
}

function trustedLocation(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const locations = context.all('Microsoft.Graph/namedLocations');
  const own = locations.filter(isSeen).find((location) => location.boolean('isTrusted').value === true);
  return own ? explicit(true, own.placeOf('isTrusted')) : (unseenAmong(locations) ?? byDefault(false, anchor.place));
}

function administrators(anchor: BlockReader, context: ReaderContext): Leaf<number> {
  const assignments = context.all('Microsoft.Graph/roleAssignments');
  const unseen = unseenAmong(assignments);
  if (unseen) return unseen;
  const own = assignments.filter((each) => each.string('roleDefinitionId').value?.toLowerCase() === GLOBAL_ADMINISTRATOR);
  return own[0] ? explicit(own.length, own[0].place) : byDefault(0, anchor.place);
}
