import type { Leaf, Place, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, mapLeaf } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { Organization } from './shape.ts';

/** It is there in the management account, whose answers say who administers what. */
export const live = defineLive<Organization>({
  types: ['AWS::Organizations::Organization'],
  read: (organization, context) => ({
    ...cloudformation.read(organization, context),
    featureSet: organization.string('FeatureSet', { required: true }),
    hasSecurityAdministrator: securityAdministrator(context, organization.place),
  }),
});

function securityAdministrator(context: ReaderContext, place: Place): Leaf<boolean> {
  const guards = context.all('AWS::SecurityHub::DelegatedAdmin').map((admin) => admin.boolean('IsGuard', { default: false }));
  const open = guards.find(({ value }) => value === true) ?? guards.find(({ state }) => state === 'unresolved');
  return open ? mapLeaf(open, (value) => value) : byDefault(false, place);
}
