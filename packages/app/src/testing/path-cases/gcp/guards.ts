/** Guards above grants: access boundaries, denials of groups and of sets of principals, constraints that are inherited. */
import type { WayCase } from '../way-case.ts';
import { adding, constraint, denial, deployer, line, may } from './parts.ts';

const TOKEN = 'iam.serviceAccounts.getAccessToken';

/** Code in another project that may have a token of the account in orders. */
const stranger = `resource "google_service_account" "web" {
  account_id = "web"
  project    = "shop"
}
resource "google_cloud_run_v2_service" "web" {
  name     = "web"
  project  = "shop"
  location = "asia-northeast1"
  template {
    service_account = google_service_account.web.email
    containers {
      image = "asia-northeast1-docker.pkg.dev/shop/web/web:1"
    }
  }
}
resource "google_service_account_iam_member" "web" {
  service_account_id = google_service_account.deployer.name
  role               = "roles/iam.workloadIdentityUser"
  member             = google_service_account.web.member
}
# more
`;

function boundary({ of = 'projects/shop', resource = 'projects/shop', version = 'latest', condition = '' } = {}): string {
  return `resource "google_iam_principal_access_boundary_policy" "shop" {
  organization                        = "123456789012"
  location                            = "global"
  principal_access_boundary_policy_id = "shop"
  details {
    enforcement_version = "${version}"
    rules {
      effect    = "ALLOW"
      resources = ["//cloudresourcemanager.googleapis.com/${resource}"]
    }
  }
}
resource "google_iam_projects_policy_binding" "shop" {
  project           = "shop"
  location          = "global"
  policy_kind       = "PRINCIPAL_ACCESS_BOUNDARY"
  policy_binding_id = "shop"
  policy            = google_iam_principal_access_boundary_policy.shop.name
  target {
    principal_set = "//cloudresourcemanager.googleapis.com/${of}"
  }
  ${condition}
}
`;
}

const operators = may([TOKEN], 'group:operators@example.com');

export const guardCases: readonly WayCase[] = [
  {
    ...{ way: 'gcp-token', name: 'an access boundary keeps code of a project in it', code: deployer + stranger },
    tells: 'google_service_account.web: CAN_ASSUME google_service_account.deployer, HAS_ADMIN admin',
    sameWith: [
      ['# more\n', boundary({ resource: 'projects/orders' })],
      ['# more\n', boundary({ of: 'projects/billing' })],
      ['# more\n', denial(TOKEN, { of: 'principalSet://cloudresourcemanager.googleapis.com/projects/billing' })],
      ['# more\n', denial(TOKEN, { on: 'projects%2Fshop', of: 'principalSet://goog/public:all' })],
    ],
    closedBy: [
      adding('it may use only its own project', boundary()),
      adding('since version 3 boundaries stop it', boundary({ version: '3' })),
      adding('its project is denied', denial(TOKEN, { of: 'principalSet://cloudresourcemanager.googleapis.com/projects/shop' })),
      adding(
        'it is denied',
        denial(TOKEN, { of: 'principal://iam.googleapis.com/projects/-/serviceAccounts/web@shop.iam.gserviceaccount.com' }),
      ),
      ['nothing runs as it', 'google_cloud_run_v2_service', 'google_cloud_run_v2_nothing'],
      ['a role that only looks', 'roles/iam.workloadIdentityUser', 'roles/iam.serviceAccountViewer'],
    ],
  },
  {
    ...{ way: 'gcp-token', name: 'an older access boundary may not stop it', code: `${deployer}${stranger}${boundary({ version: '1' })}` },
    tells: 'google_service_account.web: CAN_ASSUME google_service_account.deployer, HAS_ADMIN admin',
    condition: '!(accessBoundary.stopsThisPermission)',
    closedBy: [['version 3', 'enforcement_version = "1"', 'enforcement_version = "3"']],
  },
  {
    ...{ way: 'gcp-token', name: 'a denial of a group ends what the group may', code: deployer + operators },
    tells: 'group:operators@example.com: CAN_ASSUME google_service_account.deployer, HAS_ADMIN admin',
    sameWith: [['# more\n', denial(TOKEN, { of: 'principalSet://goog/group/visitors@example.com' })]],
    closedBy: [adding('the group is denied', denial(TOKEN, { of: 'principalSet://goog/group/operators@example.com' }))],
  },
  {
    ...{
      way: 'gcp-token',
      name: 'whether somebody is of a customer is not known',
      code: deployer + may([TOKEN]) + denial(TOKEN, { of: 'principalSet://goog/cloudIdentityCustomerId/C01example' }),
    },
    tells: 'alice@example.com: CAN_ASSUME google_service_account.deployer, HAS_ADMIN admin',
    condition: '!(user:alice@example.com ∈ principalset://goog/cloudidentitycustomerid/c01example)',
    closedBy: [['without the right', line(TOKEN), '']],
  },
  {
    way: 'gcp-key',
    name: 'a constraint of the organization holds in its projects, unless the project lifts it',
    code: `resource "google_project" "orders" {
  name       = "orders"
  project_id = "orders"
  org_id     = "123456789012"
}
${deployer}${may(['iam.serviceAccountKeys.create'])}${constraint('iam.disableServiceAccountKeyCreation', false)}resource "google_organization_policy" "all" {
  org_id     = "123456789012"
  constraint = "iam.disableServiceAccountKeyCreation"
  boolean_policy {
    enforced = true
  }
}
`,
    tells: 'alice@example.com: CAN_CREATE_KEY google_service_account.deployer, HAS_ADMIN admin',
    closedBy: [
      ['the project says so too', '"FALSE"', '"TRUE"'],
      [
        'only the organization says it',
        'projects/orders/policies/iam.disableServiceAccountKeyCreation',
        'projects/orders/policies/iam.disableServiceAccountCreation',
      ],
    ],
  },
];
