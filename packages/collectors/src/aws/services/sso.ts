import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCall } from '../service.ts';
import { defineService } from '../service.ts';

/** Source: IAM Identity Center API reference, read 2026-11-22. `arn:aws:sso:::permissionSet/ssoins-1/ps-1` is in `arn:aws:sso:::instance/ssoins-1`. */
const about = (operation: string, extra: Partial<AwsCall> = {}): AwsCall => ({ operation, input: ofSet, ...extra });

function ofSet(arn: Json): JsonObject | null {
  if (typeof arn !== 'string') return null;
  return { InstanceArn: arn.replace(/:permissionSet\/([^/]+)\/.*$/, ':instance/$1'), PermissionSetArn: arn };
}

export const service = defineService({
  id: 'sso',
  load: async () => await import('@aws-sdk/client-sso-admin'),
  client: 'SSOAdminClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListInstances',
      each: {
        items: 'Instances',
        calls: [
          {
            operation: 'ListPermissionSets',
            input: (instance) => ({ InstanceArn: textOf(instance, 'InstanceArn') ?? null }),
            each: {
              items: 'PermissionSets',
              calls: [
                about('DescribePermissionSet'),
                about('GetInlinePolicyForPermissionSet'),
                about('ListManagedPoliciesInPermissionSet'),
                about('ListCustomerManagedPolicyReferencesInPermissionSet'),
                about('GetPermissionsBoundaryForPermissionSet', { absent: ['ResourceNotFoundException'] }),
                about('ListAccountsForProvisionedPermissionSet', {
                  each: {
                    items: 'AccountIds',
                    calls: [
                      about('ListAccountAssignments', {
                        input: (AccountId, { above }) => {
                          const set = ofSet(above[0] ?? null);
                          return set && { ...set, AccountId };
                        },
                      }),
                    ],
                  },
                }),
                about('ListTagsForResource', {
                  input: (arn) => {
                    const set = ofSet(arn);
                    return set && { InstanceArn: set['InstanceArn'] ?? null, ResourceArn: arn };
                  },
                }),
              ],
            },
          },
        ],
      },
    },
  ],
});
