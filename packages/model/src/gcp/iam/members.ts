/** Questions about principals and roles of Google Cloud. */
import { any, matching, shown } from '../../check/index.ts';
import type { IamBinding } from './bindings.ts';

/** Everybody on the internet, or everybody with a Google account: both are the public. */
export function isPublicMember(member: string): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}

/** The first binding that lets the public in; the evidence shows all of them. Three-valued. */
export function findPublicBinding(bindings: readonly IamBinding[]): IamBinding | undefined {
  return matching(bindings, (binding) => any(binding.members, isPublicMember))[0];
}

export function isServiceAccount(member: string): boolean {
  return member.startsWith('serviceAccount:');
}

/** The accounts that Compute Engine and App Engine make by themselves; alone or as a member. */
export function isDefaultServiceAccount(member: string): boolean {
  return /-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/.test(member);
}

/** Mail services for consumers: nobody in the organization can lock such an account. */
const consumerDomains = new Set([
  ...['gmail.com', 'googlemail.com', 'hotmail.com', 'outlook.com', 'live.com', 'yahoo.com', 'yahoo.co.jp', 'icloud.com', 'aol.com'],
  ...['proton.me', 'protonmail.com', 'gmx.com', 'mail.com', 'hotmail.co.jp', 'outlook.jp'],
]);

/** `user:somebody@gmail.com`: a person with an account of their own. */
export function isConsumerAccount(member: string): boolean {
  const match = /^user:[^@]+@([^@?]+)$/i.exec(member);
  return consumerDomains.has(match?.[1]?.toLowerCase() ?? '');
}

/** Basic roles, which cover thousands of permissions. Source: IAM documentation, "Basic roles". */
export const primitiveRoles: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor', 'roles/viewer']);

/**
 * Roles with which one can act as service accounts or make oneself able to, when granted above a single account.
 * Source: IAM documentation, "Roles for service account authentication" and the predefined roles reference, read 2026-11-22.
 */
export const impersonationRoles: ReadonlySet<string> = new Set([
  ...['roles/owner', 'roles/editor', 'roles/iam.securityAdmin', 'roles/iam.serviceAccountAdmin', 'roles/iam.serviceAccountKeyAdmin'],
  ...['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator', 'roles/iam.workloadIdentityUser'],
  ...['roles/dataproc.editor', 'roles/dataproc.admin', 'roles/dataflow.developer', 'roles/resourcemanager.folderAdmin'],
  ...['roles/resourcemanager.folderIamAdmin', 'roles/resourcemanager.projectIamAdmin', 'roles/resourcemanager.organizationAdmin'],
  ...['roles/serverless.serviceAgent', 'roles/dataproc.serviceAgent', 'roles/iam.serviceAccountOpenIdTokenCreator'],
]);

/** Owner, editor, and every role that is called admin. */
export function isAdminRole(role: string): boolean {
  return role === 'roles/owner' || role === 'roles/editor' || /admin$/i.test(role);
}

/** Is public access prevention certainly enforced? Of a bucket that is not in the code it is not known, and grants count as they are written. */
export function isPublicAccessPrevented(prevention: () => string): boolean {
  return shown(prevention) === 'enforced';
}
