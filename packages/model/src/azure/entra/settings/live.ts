import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, explicit } from '../../../code/index.ts';
import { isSeen, mapLeaf, unseenAmong } from '../../core/index.ts';
import type { DirectorySettings } from './shape.ts';

/** Roles that guests have. Source: "Restrict guest access permissions", Microsoft Entra documentation, read 2026-11-22. */
const GUESTS: Readonly<Record<string, string>> = {
  'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'member',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3': 'guest',
  '2af84b1e-32c8-42b7-82bc-daa82404023b': 'restricted',
};

export const live = defineLive<DirectorySettings>({
  types: [],
  anchor: (context) => context.all('Microsoft.Graph/organization').find(isSeen) ?? null,
  read(anchor, context) {
    const policy = only(context, 'Microsoft.Graph/authorizationPolicy', anchor);
    const users = policy.block('defaultUserRolePermissions');
    const defaults = only(context, 'Microsoft.Graph/securityDefaults', anchor);
    return {
      guestAccess: mapLeaf(policy.string('guestUserRoleId', { required: true }), (id) => GUESTS[id.toLowerCase()] ?? id),
      invitesFrom: policy.string('allowInvitesFrom', { default: 'everyone' }),
      usersCreateApplications: users.boolean('allowedToCreateApps', { default: true }),
      usersCreateTenants: users.boolean('allowedToCreateTenants', { default: true }),
      usersCreateGroups: users.boolean('allowedToCreateSecurityGroups', { default: true }),
      consentPolicies: users.strings('permissionGrantPoliciesAssigned'),
      hasSecurityDefaults: defaults.boolean('isEnabled', { default: false }),
      hasConditionalAccess: conditionalAccess(anchor, context),
    };
  },
});

/** The one there is: read, or unknown. */
function only(context: ReaderContext, type: string, anchor: BlockReader): BlockReader {
  return context.all(type)[0] ?? anchor;
}

function conditionalAccess(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const policies = context.all('Microsoft.Graph/conditionalAccessPolicies');
  const own = policies.find((policy) => isSeen(policy) && policy.string('state').value === 'enabled');
  return own ? explicit(true, own.placeOf('state')) : (unseenAmong(policies) ?? byDefault(false, anchor.place));
}
