import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS IAM API reference, read 2026-11-22. The SDK gives the code of an error with and without `Exception`. */
const none = ['NoSuchEntity', 'NoSuchEntityException'];

const user = (item: Json): JsonObject => ({ UserName: textOf(item, 'UserName') ?? null });

export const service = defineService({
  id: 'iam',
  load: async () => await import('@aws-sdk/client-iam'),
  client: 'IAMClient',
  scope: 'global',
  calls: [
    // Made in the background: it is read last.
    { operation: 'GenerateCredentialReport' },
    { operation: 'GetAccountSummary' },
    { operation: 'GetAccountPasswordPolicy', absent: none },
    { operation: 'ListAccountAliases' },
    { operation: 'ListVirtualMFADevices', input: { AssignmentStatus: 'Assigned' } },
    {
      operation: 'ListOrganizationsFeatures',
      absent: [
        'ServiceAccessNotEnabledException',
        'AccountNotManagementOrDelegatedAdministratorException',
        'OrganizationNotFoundException',
        'OrganizationNotInAllFeaturesModeException',
      ],
    },
    { operation: 'ListUsers' },
    {
      operation: 'GetAccountAuthorizationDetails',
      input: { Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'] },
      each: {
        items: 'UserDetailList',
        calls: [
          { operation: 'ListMFADevices', input: user, absent: none },
          { operation: 'GetLoginProfile', input: user, absent: none },
          {
            operation: 'ListAccessKeys',
            input: user,
            absent: none,
            each: {
              items: 'AccessKeyMetadata',
              calls: [
                {
                  operation: 'GetAccessKeyLastUsed',
                  input: (key) => ({ AccessKeyId: textOf(key, 'AccessKeyId') ?? null }),
                  absent: none,
                },
              ],
            },
          },
        ],
      },
    },
    { operation: 'ListSAMLProviders' },
    {
      operation: 'ListOpenIDConnectProviders',
      each: {
        items: 'OpenIDConnectProviderList',
        calls: [
          {
            operation: 'GetOpenIDConnectProvider',
            input: (provider) => ({ OpenIDConnectProviderArn: textOf(provider, 'Arn') ?? null }),
            absent: none,
          },
        ],
      },
    },
    { operation: 'ListServerCertificates' },
    { operation: 'GetCredentialReport' },
  ],
});
