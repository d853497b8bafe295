/** Answers of the IAM API and of Access Approval in the words of the Terraform provider. Source: IAM API v1, v2, v3 references, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { Missing, daysSince, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import { gcpSources, inTerms, lastPart } from '../inventory/index.ts';
import { unusedDays } from './authentications.ts';

const BINDINGS = ['projects', 'folders', 'organizations'].map((level) => `google_iam_${level}_policy_binding`);

export const live: readonly LiveSource[] = [
  ...gcpSources('admin.googleapis.com', {
    users: {
      type: 'google_workspace_user',
      id: (body) => `//admin.googleapis.com/users/${textOf(body, 'id') ?? ''}`,
      names: ({ body }) => [textOf(body, 'primaryEmail') ?? '', `user:${textOf(body, 'primaryEmail') ?? ''}`],
      properties: ({ name, body }) => ({
        primary_email: textOf(body, 'primaryEmail') ?? name,
        is_suspended: jsonAt(body, 'suspended') === true || jsonAt(body, 'archived') === true,
        is_enrolled_in_2sv: jsonAt(body, 'isEnrolledIn2Sv'),
      }),
    },
  }),
  ...gcpSources('iam.googleapis.com', {
    serviceAccounts: {
      asset: 'ServiceAccount',
      items: 'accounts',
      type: 'google_service_account',
      names: ({ body }) => [textOf(body, 'email') ?? '', textOf(body, 'uniqueId') ?? '', `serviceAccount:${textOf(body, 'email') ?? ''}`],
      grantsBy: 'service_account_id',
      properties: ({ name, id, body, context }) => ({
        account_id: textOf(body, 'email') ?? name,
        name: textOf(body, 'email') ?? name,
        unused_days: unusedDays('serviceAccountLastAuthentication', { id, body, context }),
      }),
    },
    serviceAccountKeys: {
      asset: 'ServiceAccountKey',
      items: 'keys',
      // Google keeps and rotates the other keys itself.
      type: {
        types: ['google_service_account_key'],
        of: ({ body }) => (textOf(body, 'keyType') === 'USER_MANAGED' ? 'google_service_account_key' : null),
      },
      properties: ({ name, id, body, context }) => ({
        name,
        age_days: daysSince(textOf(body, 'validAfterTime'), context.at),
        unused_days: unusedDays('serviceAccountKeyLastAuthentication', { id, body, context }),
        service_account_id: /projects\/.+(?=\/keys\/)/.exec(id)?.[0],
        public_key_data: textOf(body, 'keyOrigin') === 'USER_PROVIDED' ? 'uploaded' : undefined,
      }),
    },
    roles: {
      asset: 'Role',
      type: {
        types: ['google_project_iam_custom_role', 'google_organization_iam_custom_role'],
        of({ id, body }) {
          if (textOf(body, 'deleted') === 'true') return null;
          return id.includes('/organizations/') ? 'google_organization_iam_custom_role' : 'google_project_iam_custom_role';
        },
      },
      properties: ({ name, body }) => ({ role_id: lastPart(name), permissions: itemsAt(body, 'includedPermissions') }),
    },
    workloadIdentityPoolProviders: {
      asset: 'WorkloadIdentityPoolProvider',
      type: {
        types: ['google_iam_workload_identity_pool_provider'],
        of: ({ body }) =>
          textOf(body, 'state') === 'DELETED' || textOf(body, 'disabled') === 'true' ? null : 'google_iam_workload_identity_pool_provider',
      },
      properties: ({ name, id, body }) => ({
        workload_identity_pool_provider_id: name,
        workload_identity_pool_id: /\/workloadIdentityPools\/([^/]+)\//.exec(id)?.[1],
        attribute_condition: textOf(body, 'attributeCondition'),
        oidc: inTerms(memberOf(body, 'oidc')),
      }),
    },
    denyPolicies: {
      items: '',
      type: 'google_iam_deny_policy',
      id: (body) => `//iam.googleapis.com/${textOf(body, 'name') ?? ''}`,
      properties: ({ id, name }) => ({ name, parent: /\/policies\/([^/]+)\/denypolicies\//.exec(id)?.[1] }),
    },
    principalAccessBoundaryPolicies: {
      type: 'google_iam_principal_access_boundary_policy',
      properties: ({ name }) => ({ principal_access_boundary_policy_id: name }),
    },
    policyBindings: {
      type: {
        types: BINDINGS,
        of: ({ id, body }) => {
          const kind = textOf(body, 'policyKind') ?? 'PRINCIPAL_ACCESS_BOUNDARY';
          const level = /\/(projects|folders|organizations)\//.exec(id)?.[1];
          return kind === 'PRINCIPAL_ACCESS_BOUNDARY' && level !== undefined ? `google_iam_${level}_policy_binding` : null;
        },
      },
    },
  }),
  ...gcpSources('accessapproval.googleapis.com', {
    accessApprovalSettings: {
      items: '',
      type: {
        types: [
          'google_project_access_approval_settings',
          'google_folder_access_approval_settings',
          'google_organization_access_approval_settings',
        ],
        of: ({ id }) => {
          const level = /\/(project|folder|organization)s\//.exec(id)?.[1] ?? 'project';
          return `google_${level}_access_approval_settings`;
        },
      },
      properties: ({ id, body, context }) => ({
        // That one above is enrolled is said, but not for what.
        enrolled_services:
          textOf(body, 'enrolledAncestor') === 'true'
            ? new Missing('a folder or organization above decides')
            : inTerms(memberOf(body, 'enrolledServices')),
        project_id: id.includes('/projects/') ? context.account : undefined,
        name: context.account,
      }),
    },
  }),
];
