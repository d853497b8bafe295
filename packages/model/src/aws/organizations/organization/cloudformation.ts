import { byDefault, defineCloudFormation, explicit } from '../../../code/index.ts';
import type { PolicyNames } from '../policies.ts';
import { policyTypesOf, serviceControlPolicies } from '../policies.ts';
import type { Organization } from './shape.ts';

const names: PolicyNames = { policy: 'AWS::Organizations::Policy', type: 'Type', content: 'Content', defaultType: null };

export const cloudformation = defineCloudFormation<Organization>({
  types: [],
  anchor: (context) => context.all('AWS::Organizations::Organization')[0] ?? context.all(names.policy)[0] ?? null,
  read(anchor, context) {
    const isOrganization = anchor.resource?.type === 'AWS::Organizations::Organization';
    const [administrator] = context.all('AWS::SecurityHub::DelegatedAdmin');
    return {
      featureSet: isOrganization ? anchor.string('FeatureSet', { default: 'ALL' }) : byDefault('ALL', anchor.place),
      serviceControlPolicies: serviceControlPolicies(anchor, context, names),
      policyTypes: policyTypesOf(anchor, context, names),
      hasSecurityAdministrator: administrator ? explicit(true, administrator.place) : byDefault(false, anchor.place),
    };
  },
});
