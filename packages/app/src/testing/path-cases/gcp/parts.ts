/** Terraform that the cases of Google Cloud are put together from. Everything lies in the project orders unless it says otherwise. */
import type { Change, WayCase } from '../way-case.ts';
import { without } from '../way-case.ts';

export const ALICE = 'user:alice@example.com';

/** A service account that may do everything in the project. */
export const deployer = `resource "google_service_account" "deployer" {
  account_id = "deployer"
  project    = "orders"
}
resource "google_project_iam_member" "deployer" {
  project = "orders"
  role    = "roles/owner"
  member  = google_service_account.deployer.member
}
`;

/** A role of these permissions for somebody, in the project. Each permission is a line of its own. */
export function may(permissions: readonly string[], member = ALICE): string {
  return `resource "google_project_iam_custom_role" "builder" {
  project     = "orders"
  role_id     = "builder"
  title       = "Builder"
  permissions = [
${permissions.map(line).join('')}  ]
}
resource "google_project_iam_member" "builder" {
  project = "orders"
  role    = google_project_iam_custom_role.builder.id
  member  = "${member}"
  # condition
}
# more
`;
}

export function line(permission: string): string {
  return `    "${permission}",\n`;
}

/** `iam.serviceAccounts.actAs` → `iam.googleapis.com/serviceAccounts.actAs` */
function denied(permission: string): string {
  const [service = '', ...rest] = permission.split('.');
  return `${service === 'resourcemanager' ? 'cloudresourcemanager' : service}.googleapis.com/${rest.join('.')}`;
}

/** A deny policy on the project, a folder or the organization. */
export function denial(permission: string, options: { readonly of?: string; readonly except?: string; readonly on?: string } = {}): string {
  const { of = 'principal://goog/subject/alice@example.com', except, on = 'projects%2Forders' } = options;
  return `resource "google_iam_deny_policy" "guard" {
  parent = "cloudresourcemanager.googleapis.com%2F${on}"
  name   = "guard"
  rules {
    deny_rule {
      denied_principals    = ["${of}"]
      exception_principals = [${except === undefined ? '' : `"${except}"`}]
      denied_permissions   = ["${denied(permission)}"]
    }
  }
}
`;
}

/** A change that adds a block. */
export function adding(why: string, block: string): Change {
  return [why, '# more\n', block];
}

/** What ends every way: a deny policy for each permission, and a condition that never holds. */
export function stopped(permissions: readonly string[]): readonly Change[] {
  return [
    ...without(permissions.map(line)),
    ...permissions.map((each) => adding(`${each} is denied`, denial(each))),
    adding('everybody is denied', denial(permissions[0] ?? '', { of: 'principalSet://goog/public:all' })),
    [
      'the grant is for another service',
      '# condition',
      'condition {\n    title      = "only"\n    expression = "resource.service == \\"pubsub.googleapis.com\\""\n  }',
    ],
    [
      'the grant is in another project',
      'project = "orders"\n  role    = google_project_iam_custom_role',
      'project = "billing"\n  role    = google_project_iam_custom_role',
    ],
  ];
}

/** A denial of somebody else, and one with an exception, change nothing. */
export function allowedStill(permission: string): NonNullable<WayCase['sameWith']> {
  return [
    ['# more\n', denial(permission, { of: 'principal://goog/subject/bob@example.com' })],
    ['# more\n', denial(permission, { of: 'principalSet://goog/public:all', except: 'principal://goog/subject/alice@example.com' })],
  ];
}

/** A constraint of the organization. */
export function constraint(name: string, enforced = true): string {
  return `resource "google_org_policy_policy" "guard" {
  name   = "projects/orders/policies/${name}"
  parent = "projects/orders"
  spec {
    rules {
      enforce = "${enforced ? 'TRUE' : 'FALSE'}"
    }
  }
}
`;
}

/** An instance that runs as the account. */
export function instance(metadata: Readonly<Record<string, string>> = {}): string {
  return `resource "google_compute_instance" "web" {
  name         = "web"
  project      = "orders"
  zone         = "asia-northeast1-a"
  machine_type = "e2-small"
  metadata     = ${JSON.stringify(metadata).replaceAll('":', '" = ')}
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-13"
    }
  }
  network_interface {
    network = "default"
  }
  service_account {
    email  = google_service_account.deployer.email
    scopes = ["cloud-platform"]
  }
}
`;
}
