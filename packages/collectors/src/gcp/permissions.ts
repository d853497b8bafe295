/** What a collection needs to be allowed, from the very tables that it calls by. */
import { ASSETS } from './inventory.ts';
import { gcpListings } from './listings/index.ts';

const INVENTORY = ['cloudasset.assets.listIamPolicy', 'cloudasset.assets.listResource'];
const HIERARCHY = [
  'resourcemanager.projects.get',
  'resourcemanager.projects.list',
  'resourcemanager.folders.list',
  'resourcemanager.folders.get',
];

/** Every permission of IAM that may be used, sorted. All of them read. */
export function gcpPermissions(): readonly string[] {
  const asked = gcpListings.flatMap(({ permission, policy }) => [permission, ...(policy ? [policy.permission] : [])]);
  return [...new Set([...INVENTORY, ...HIERARCHY, ...asked])].filter((each) => !isScope(each)).sort();
}

/** No role gives it: whoever signs in asks for it. */
function isScope(permission: string): boolean {
  return permission.startsWith('https://');
}

/** What each call needs, by service and operation as snapshots name them. */
export function gcpPermissionsByCall(): ReadonlyMap<string, readonly string[]> {
  return new Map([
    [ASSETS, INVENTORY],
    ...gcpListings.flatMap(({ call, permission, policy }): (readonly [string, readonly string[]])[] => [
      [call, [permission]],
      ...(policy ? [[`${call}.getIamPolicy`, [policy.permission]] as const] : []),
    ]),
  ]);
}

/** Permissions that roles of projects may not hold. Source: IAM documentation, "Create and manage custom roles", read 2026-11-22. */
const OF_ORGANIZATIONS = /^(?:resourcemanager\.(?:folders|organizations)\.|resourcemanager\.projects\.list$|accesscontextmanager\.)/;

export interface GcpRoleOptions {
  readonly title?: string;
  /** Where the role is made. */
  readonly level?: 'project' | 'organization';
}

/** A custom role as `gcloud iam roles create --file` takes it. */
export function gcpRole({ title = 'kumomori collector', level = 'organization' }: GcpRoleOptions = {}): string {
  const description = 'Reads the configuration that kumomori checks. No data, no secrets, no changes.';
  const includedPermissions = gcpPermissions().filter((each) => level === 'organization' || !OF_ORGANIZATIONS.test(each));
  return `${JSON.stringify({ title, description, stage: 'GA', includedPermissions }, null, 2)}\n`;
}
