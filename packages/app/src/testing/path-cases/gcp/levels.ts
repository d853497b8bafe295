/** Ways by the hierarchy: policies of projects, folders and the organization, custom roles, agents of Google, pools of identities. */
import type { Change, WayCase } from '../way-case.ts';
import { without } from '../way-case.ts';
import { adding, allowedStill, denial, deployer, line, may, stopped } from './parts.ts';

const owner = `resource "google_project_iam_member" "owner" {
  project = "orders"
  role    = "roles/owner"
  member  = "user:root@example.com"
}
`;
const toAdmin = 'alice@example.com: CAN_GRANT_SELF admin';

/** A role of the organization, given on a folder or on all of it; the project lies in the folder. */
function above(way: string, permission: string, given: string): WayCase {
  return {
    way,
    code: `resource "google_folder" "shop" {
  display_name = "shop"
  parent       = "organizations/123456789012"
}
resource "google_folder" "billing" {
  display_name = "billing"
  parent       = "organizations/210987654321"
}
resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders"
  folder_id  = google_folder.shop.name
}
${owner}resource "google_organization_iam_custom_role" "builder" {
  org_id      = "123456789012"
  role_id     = "builder"
  title       = "Builder"
  permissions = [
${line(permission)}  ]
}
resource ${given}
  role   = google_organization_iam_custom_role.builder.id
  member = "user:alice@example.com"
}
# more
`,
    tells: toAdmin,
    sameWith: allowedStill(permission),
    closedBy: [
      ...without([line(permission)]),
      adding('it is denied in the organization', denial(permission, { on: 'organizations%2F123456789012' })),
      ['the project lies elsewhere', 'folder_id  = google_folder.shop.name', 'folder_id  = google_folder.billing.name'],
    ],
  };
}

/** An agent that the project gives everything. */
function agent(
  way: string,
  email: string,
  rest: { readonly permissions: readonly string[]; readonly condition: string; readonly sameWith?: WayCase['sameWith'] },
): WayCase {
  const { permissions, condition, sameWith = [] } = rest;
  return {
    ...{ way, condition, sameWith },
    code: `data "google_project" "orders" {
  project_id = "orders"
}
resource "google_project_iam_member" "agent" {
  project = "orders"
  role    = "roles/owner"
  member  = "serviceAccount:\${data.google_project.orders.number}${email}"
}
${may(permissions)}`,
    tells: `alice@example.com: CAN_LAUNCH orders${email}, HAS_ADMIN admin`,
    closedBy: [...stopped(permissions), ['the agent has no rights', 'roles/owner', 'roles/browser']],
  };
}

const POOL = 'principalSet://iam.googleapis.com/projects/orders/locations/global/workloadIdentityPools/github';
const elsewhere: Change = [
  'the pool is in another project',
  'pool_id = "github"\n  project                   = "orders"',
  'pool_id = "github"\n  project                   = "billing"',
];
const UPDATE = 'iam.workloadIdentityPoolProviders.update';

export const levelCases: readonly WayCase[] = [
  {
    ...{ way: 'gcp-project-policy', code: owner + may(['resourcemanager.projects.setIamPolicy']), tells: toAdmin },
    sameWith: allowedStill('resourcemanager.projects.setIamPolicy'),
    // In another project it is the same way there.
    closedBy: stopped(['resourcemanager.projects.setIamPolicy']).filter(([why]) => !why.includes('another project')),
  },
  above(
    'gcp-folder-policy',
    'resourcemanager.folders.setIamPolicy',
    '"google_folder_iam_member" "builder" {\n  folder = google_folder.shop.name',
  ),
  above(
    'gcp-organization-policy',
    'resourcemanager.organizations.setIamPolicy',
    '"google_organization_iam_member" "builder" {\n  org_id = "123456789012"',
  ),
  {
    ...{ way: 'gcp-role', code: owner + may(['iam.roles.update']), tells: toAdmin, sameWith: allowedStill('iam.roles.update') },
    closedBy: [
      ...stopped(['iam.roles.update']),
      [
        'the role is held on a topic only',
        '"google_project_iam_member" "builder" {\n',
        '"google_pubsub_topic_iam_member" "builder" {\n  topic   = "projects/orders/topics/orders"\n',
      ],
    ],
  },
  agent('gcp-build-agent', '@cloudbuild.gserviceaccount.com', {
    permissions: ['cloudbuild.builds.create'],
    condition: 'the project builds with orders@cloudbuild.gserviceaccount.com where nothing else is said',
  }),
  agent('gcp-deployment', '@cloudservices.gserviceaccount.com', {
    permissions: ['deploymentmanager.deployments.create'],
    condition: 'Deployment Manager, whose support ended in March 2026, still deploys with orders@cloudservices.gserviceaccount.com',
    sameWith: [['deployments.create', 'deployments.update']],
  }),
  {
    way: 'gcp-pool-provider',
    code: `${deployer}resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
  project                   = "orders"
}
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  project                            = "orders"
  attribute_condition                = "assertion.repository_owner == 'example'"
  attribute_mapping                  = { "google.subject" = "assertion.sub" }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
resource "google_service_account_iam_member" "github" {
  service_account_id = google_service_account.deployer.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/\${google_iam_workload_identity_pool.github.name}/attribute.repository/example/orders"
}
${may([UPDATE])}`,
    tells: `alice@example.com: FEDERATES ${POOL}/attribute.repository/example/orders, CAN_ASSUME google_service_account.deployer, HAS_ADMIN admin`,
    sameWith: [...allowedStill(UPDATE), ['workloadIdentityPoolProviders.update', 'workloadIdentityPoolProviders.create']],
    closedBy: [
      ...stopped([UPDATE]),
      elsewhere,
      ['nobody of the pool becomes the account', 'roles/iam.workloadIdentityUser', 'roles/iam.serviceAccountViewer'],
    ],
  },
];
