import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS Organizations API reference, read 2026-11-22. Only the management account and delegated administrators may list policies. */
const policyTypes = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'TAG_POLICY',
  'BACKUP_POLICY',
  'AISERVICES_OPT_OUT_POLICY',
  'DECLARATIVE_POLICY_EC2',
] as const;

/** Not every partition has every type of policy. */
const unavailable = ['PolicyTypeNotAvailableForOrganizationException', 'InvalidInputException'];

export const service = defineService({
  id: 'organizations',
  load: async () => await import('@aws-sdk/client-organizations'),
  client: 'OrganizationsClient',
  scope: 'global',
  calls: [
    {
      operation: 'DescribeOrganization',
      absent: ['AWSOrganizationsNotInUseException'],
      each: {
        items: 'Organization',
        // Members may not ask, and their policies are not theirs to judge.
        calls: policyTypes.map((Filter) => ({
          operation: 'ListPolicies',
          input: (organization, { account }) => (textOf(organization, 'MasterAccountId') === account ? { Filter } : null),
          absent: unavailable,
          each: {
            items: 'Policies',
            calls: [{ operation: 'DescribePolicy', input: (policy) => ({ PolicyId: textOf(policy, 'Id') ?? null }) }],
          },
        })),
      },
    },
    {
      operation: 'ListDelegatedAdministrators',
      absent: ['AWSOrganizationsNotInUseException'],
      each: {
        items: 'DelegatedAdministrators',
        calls: [{ operation: 'ListDelegatedServicesForAccount', input: (admin) => ({ AccountId: textOf(admin, 'Id') ?? null }) }],
      },
    },
    { operation: 'ListAccounts', absent: ['AWSOrganizationsNotInUseException'] },
  ],
});
