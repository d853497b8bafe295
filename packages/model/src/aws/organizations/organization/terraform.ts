import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { PolicyNames } from '../policies.ts';
import { policyTypesOf, serviceControlPolicies } from '../policies.ts';
import type { Organization } from './shape.ts';

const names: PolicyNames = { policy: 'aws_organizations_policy', type: 'type', content: 'content', defaultType: 'SERVICE_CONTROL_POLICY' };

const administrators = ['aws_securityhub_organization_admin_account', 'aws_guardduty_organization_admin_account'];

export const terraform = defineTerraform<Organization>({
  types: [],
  anchor: (context) => context.all('aws_organizations_organization')[0] ?? context.all(names.policy)[0] ?? null,
  read(anchor, context) {
    const isOrganization = anchor.resource?.type === 'aws_organizations_organization';
    return {
      featureSet: isOrganization ? anchor.string('feature_set', { default: 'ALL' }) : byDefault('ALL', anchor.place),
      serviceControlPolicies: serviceControlPolicies(anchor, context, names),
      policyTypes: policyTypesOf(anchor, context, names),
      hasSecurityAdministrator: securityAdministrator(anchor, context),
    };
  },
});

function securityAdministrator(anchor: BlockReader, context: ReaderContext): Leaf<boolean> {
  const delegated = context
    .all('aws_organizations_delegated_administrator')
    .find((each) => /^(?:securityhub|guardduty)\.amazonaws\.com$/.test(each.string('service_principal').value ?? ''));
  const found = delegated ?? administrators.flatMap((type) => context.all(type))[0];
  return found ? explicit(true, found.place) : byDefault(false, anchor.place);
}
