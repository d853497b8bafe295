import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import type { AwsCall } from '../service.ts';
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

/** Types by which access is limited: only of these it counts where they hang. */
const limits: ReadonlySet<string> = new Set(['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY']);

/** Units lie up to five levels below a root. */
const DEEPEST = 5;

/** What lies below a root or unit. */
function below(levels: number): readonly AwsCall[] {
  const accounts: AwsCall = { operation: 'ListAccountsForParent', input: named('Id', 'ParentId') };
  if (levels === 0) return [accounts];
  const units = { items: 'OrganizationalUnits', calls: below(levels - 1) };
  return [accounts, { operation: 'ListOrganizationalUnitsForParent', input: named('Id', 'ParentId'), each: units }];
}

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
        calls: [
          ...policyTypes.map((Filter): AwsCall => ({
            operation: 'ListPolicies',
            input: (organization, { account }) => (textOf(organization, 'MasterAccountId') === account ? { Filter } : null),
            absent: unavailable,
            each: {
              items: 'Policies',
              calls: [
                { operation: 'DescribePolicy', input: named('Id', 'PolicyId') },
                ...(limits.has(Filter) ? [{ operation: 'ListTargetsForPolicy', input: named('Id', 'PolicyId') }] : []),
              ],
            },
          })),
          {
            operation: 'ListRoots',
            input: (organization, { account }) => (textOf(organization, 'MasterAccountId') === account ? {} : null),
            each: { items: 'Roots', calls: below(DEEPEST) },
          },
        ],
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
