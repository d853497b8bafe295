/** Identity, keys, logs, names, policies of the hierarchy. Source: API references of the services, read 2026-11-22. */
import type { GcpListing, Level } from '../listing.ts';
import { everywhere, granted } from './patterns.ts';

const ALL: readonly Level[] = ['project', 'folder', 'organization'];
const ABOVE: readonly Level[] = ['folder', 'organization'];
const RESOURCES = 'cloudresourcemanager.googleapis.com';
const IAM = 'https://iam.googleapis.com/v1';

/** Projects, folders and organizations themselves; the policy is asked for again because the inventory leaves its audit part out. */
const node = (collection: string, level: Level, blank: string): GcpListing => ({
  call: `${RESOURCES}:${collection}`,
  url: `https://${RESOURCES}/v3/${collection}/${blank}`,
  permission: `resourcemanager.${collection}.get`,
  levels: [level],
  pages: null,
  always: true,
  policy: {
    method: 'POST',
    url: `https://${RESOURCES}/v3/${collection}/${blank}:getIamPolicy`,
    permission: `resourcemanager.${collection}.getIamPolicy`,
  },
});

const logging = (operation: string, path: string = operation): GcpListing => ({
  call: `logging.googleapis.com:${operation}`,
  url: `https://logging.googleapis.com/v2/{parent}/${path}`,
  permission: `logging.${operation === 'metrics' ? 'logMetrics' : operation}.list`,
  ...(operation !== 'metrics' && { levels: ALL }),
});

/** When service accounts and their keys were last used, all of a project's in one listing. */
const authentications = (kind: 'serviceAccount' | 'serviceAccountKey'): GcpListing => ({
  call: `policyanalyzer.googleapis.com:${kind}LastAuthentication`,
  url: `https://policyanalyzer.googleapis.com/v1/projects/{project}/locations/global/activityTypes/${kind}LastAuthentication/activities:query`,
  permission: `policyanalyzer.${kind}LastAuthenticationActivities.query`,
  items: 'activities',
  pageSize: 1000,
});

/** A listing leaves the rules out: each policy is asked for by its name. Source: IAM API v2 reference, `policies.listPolicies`. */
const denials = (level: Level, blank: string): readonly GcpListing[] => [
  {
    call: 'iam.googleapis.com:policies',
    url: `https://iam.googleapis.com/v2/policies/${RESOURCES}%2F${level}s%2F${blank}/denypolicies`,
    permission: 'iam.denypolicies.list',
    levels: [level],
    pageSize: 1000,
  },
  {
    call: 'iam.googleapis.com:denyPolicies',
    url: 'https://iam.googleapis.com/v2/{name}',
    permission: 'iam.denypolicies.get',
    within: 'iam.googleapis.com:policies',
    levels: [level],
    pages: null,
  },
];

/** Principal access boundaries are made in the organization and bound at any level. Source: IAM API v3 reference. */
const boundaries: readonly GcpListing[] = [
  {
    call: 'iam.googleapis.com:principalAccessBoundaryPolicies',
    url: 'https://iam.googleapis.com/v3/organizations/{number}/locations/global/principalAccessBoundaryPolicies',
    permission: 'iam.principalaccessboundarypolicies.list',
    levels: ['organization'],
  },
  {
    call: 'iam.googleapis.com:policyBindings',
    url: 'https://iam.googleapis.com/v3/{parent}/locations/global/policyBindings',
    permission: 'iam.policybindings.list',
    levels: ALL,
  },
];

export const controlListings: readonly GcpListing[] = [
  node('projects', 'project', '{project}'),
  node('folders', 'folder', '{number}'),
  node('organizations', 'organization', '{number}'),
  {
    // Cloud Identity and Workspace. Its permission is a scope of the sign-in, not one of IAM. Source: Admin SDK Directory API reference, read 2026-11-22.
    call: 'admin.googleapis.com:users',
    url: 'https://admin.googleapis.com/admin/directory/v1/users?customer={directoryCustomerId}&fields=nextPageToken,users(id,primaryEmail,suspended,archived,isEnrolledIn2Sv,isEnforcedIn2Sv)',
    permission: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
    within: `${RESOURCES}:organizations`,
    levels: ['organization'],
    pages: 'maxResults',
    always: true,
  },
  {
    call: 'serviceusage.googleapis.com:services',
    url: 'https://serviceusage.googleapis.com/v1/projects/{project}/services?filter=state:ENABLED',
    permission: 'serviceusage.services.list',
    pageSize: 200,
  },
  granted(
    {
      call: 'iam.googleapis.com:serviceAccounts',
      url: `${IAM}/projects/{project}/serviceAccounts`,
      permission: 'iam.serviceAccounts.list',
      pageSize: 100,
    },
    'POST',
    'iam.serviceAccounts.getIamPolicy',
  ),
  {
    call: 'iam.googleapis.com:serviceAccountKeys',
    url: `${IAM}/{name}/keys?keyTypes=USER_MANAGED`,
    permission: 'iam.serviceAccountKeys.list',
    within: 'iam.googleapis.com:serviceAccounts',
    pages: null,
  },
  authentications('serviceAccount'),
  authentications('serviceAccountKey'),
  {
    call: 'iam.googleapis.com:roles',
    url: `${IAM}/{parent}/roles?view=FULL`,
    permission: 'iam.roles.list',
    levels: ['project', 'organization'],
  },
  {
    call: 'iam.googleapis.com:workloadIdentityPools',
    url: `${IAM}/projects/{project}/locations/global/workloadIdentityPools`,
    permission: 'iam.workloadIdentityPools.list',
  },
  {
    call: 'iam.googleapis.com:workloadIdentityPoolProviders',
    url: `${IAM}/{name}/providers`,
    permission: 'iam.workloadIdentityPoolProviders.list',
    within: 'iam.googleapis.com:workloadIdentityPools',
  },
  ...denials('project', '{project}'),
  ...denials('folder', '{number}'),
  ...denials('organization', '{number}'),
  ...boundaries,
  {
    call: 'cloudkms.googleapis.com:locations',
    url: 'https://cloudkms.googleapis.com/v1/projects/{project}/locations',
    permission: 'cloudkms.locations.list',
  },
  granted(
    {
      call: 'cloudkms.googleapis.com:keyRings',
      url: 'https://cloudkms.googleapis.com/v1/{name}/keyRings',
      permission: 'cloudkms.keyRings.list',
      within: 'cloudkms.googleapis.com:locations',
    },
    'GET',
    'cloudkms.keyRings.getIamPolicy',
  ),
  granted(
    {
      call: 'cloudkms.googleapis.com:cryptoKeys',
      url: 'https://cloudkms.googleapis.com/v1/{name}/cryptoKeys',
      permission: 'cloudkms.cryptoKeys.list',
      within: 'cloudkms.googleapis.com:keyRings',
    },
    'GET',
    'cloudkms.cryptoKeys.getIamPolicy',
  ),
  granted(
    {
      call: 'secretmanager.googleapis.com:secrets',
      url: 'https://secretmanager.googleapis.com/v1/projects/{project}/secrets',
      permission: 'secretmanager.secrets.list',
    },
    'GET',
    'secretmanager.secrets.getIamPolicy',
  ),
  {
    call: 'apikeys.googleapis.com:keys',
    url: 'https://apikeys.googleapis.com/v2/projects/{project}/locations/global/keys',
    permission: 'apikeys.keys.list',
  },
  {
    call: 'dns.googleapis.com:managedZones',
    url: 'https://dns.googleapis.com/dns/v1/projects/{project}/managedZones',
    permission: 'dns.managedZones.list',
    pages: 'maxResults',
    policy: {
      method: 'POST',
      url: 'https://dns.googleapis.com/dns/v1/projects/{project}/locations/global/managedZones/{name}:getIamPolicy',
      permission: 'dns.managedZones.getIamPolicy',
    },
  },
  {
    call: 'dns.googleapis.com:policies',
    url: 'https://dns.googleapis.com/dns/v1/projects/{project}/policies',
    permission: 'dns.policies.list',
    pages: 'maxResults',
  },
  logging('sinks'),
  logging('buckets', 'locations/-/buckets'),
  logging('exclusions'),
  logging('metrics'),
  {
    call: 'monitoring.googleapis.com:alertPolicies',
    url: 'https://monitoring.googleapis.com/v3/projects/{project}/alertPolicies',
    permission: 'monitoring.alertPolicies.list',
  },
  {
    call: 'monitoring.googleapis.com:notificationChannels',
    url: 'https://monitoring.googleapis.com/v3/projects/{project}/notificationChannels',
    permission: 'monitoring.notificationChannels.list',
  },
  {
    call: 'essentialcontacts.googleapis.com:contacts',
    // Those of the folders and the organization above count too.
    url: 'https://essentialcontacts.googleapis.com/v1/{parent}/contacts:compute?notificationCategories=ALL',
    permission: 'essentialcontacts.contacts.list',
    levels: ALL,
    always: true,
    pageSize: 100,
  },
  {
    call: 'orgpolicy.googleapis.com:policies',
    url: 'https://orgpolicy.googleapis.com/v2/{parent}/policies',
    permission: 'orgpolicy.policies.list',
    levels: ALL,
  },
  {
    call: 'accessapproval.googleapis.com:accessApprovalSettings',
    url: 'https://accessapproval.googleapis.com/v1/{parent}/accessApprovalSettings',
    permission: 'accessapproval.settings.get',
    levels: ALL,
    pages: null,
  },
  {
    call: 'compute.googleapis.com:firewallPolicies',
    url: 'https://compute.googleapis.com/compute/v1/locations/global/firewallPolicies?parentId={parent}',
    permission: 'compute.firewallPolicies.list',
    levels: ABOVE,
    pages: 'maxResults',
  },
  {
    call: 'accesscontextmanager.googleapis.com:accessPolicies',
    url: 'https://accesscontextmanager.googleapis.com/v1/accessPolicies?parent={parent}',
    permission: 'accesscontextmanager.policies.list',
    levels: ['organization'],
  },
  {
    call: 'accesscontextmanager.googleapis.com:servicePerimeters',
    url: 'https://accesscontextmanager.googleapis.com/v1/{name}/servicePerimeters',
    permission: 'accesscontextmanager.servicePerimeters.list',
    within: 'accesscontextmanager.googleapis.com:accessPolicies',
    levels: ['organization'],
  },
  granted(everywhere('privateca.googleapis.com', 'v1', 'caPools', 'privateca.caPools.list'), 'GET', 'privateca.caPools.getIamPolicy'),
  everywhere('certificatemanager.googleapis.com', 'v1', 'certificates', 'certificatemanager.certs.list'),
  everywhere('networkservices.googleapis.com', 'v1', 'gateways', 'networkservices.gateways.list'),
];
