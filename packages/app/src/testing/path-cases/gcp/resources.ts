/** Ways into what runs, and to data. */
import type { Change, WayCase } from '../way-case.ts';
import { adding, allowedStill, constraint, deployer, instance, may, stopped } from './parts.ts';

const ACT_AS = 'iam.serviceAccounts.actAs';
const RUNS = 'RUNS_AS google_service_account.deployer, HAS_ADMIN admin';

interface OverWorkload {
  readonly way: string;
  readonly edge?: string;
  readonly node: string;
  readonly block: string;
  readonly permissions: readonly string[];
  readonly condition?: string;
  readonly sameWith?: WayCase['sameWith'];
  readonly closedBy?: readonly Change[];
}

function overWorkload({
  way,
  edge = 'CAN_UPDATE_CODE',
  node,
  block,
  permissions,
  condition,
  sameWith = [],
  closedBy = [],
}: OverWorkload): WayCase {
  const all = [...permissions, ACT_AS];
  return {
    ...{
      way,
      code: deployer + block + may(all),
      tells: `alice@example.com: ${edge} ${node}, ${RUNS}`,
      ...(condition !== undefined && { condition }),
    },
    sameWith: [...allowedStill(permissions[0] ?? ''), ...sameWith],
    closedBy: [...stopped(all), ['the account has no rights', 'roles/owner', 'roles/browser'], ...closedBy],
  };
}

const WEB = 'google_compute_instance.web';
const SSH = `${WEB} is reachable by SSH`;
const noAccount: Change = [
  'the instance runs as nobody',
  '  service_account {\n    email  = google_service_account.deployer.email\n    scopes = ["cloud-platform"]\n  }\n',
  '',
];

function cloudRun(type: string): string {
  const container = 'containers {\n        image = "asia-northeast1-docker.pkg.dev/orders/web/web:1"\n      }';
  const inner = `service_account = google_service_account.deployer.email\n      ${container}`;
  return `resource "${type}" "web" {
  name     = "web"
  project  = "orders"
  location = "asia-northeast1"
  template {
    ${type.endsWith('_job') ? `template {\n      ${inner}\n    }` : inner}
  }
}
`;
}

const workloads: readonly WayCase[] = [
  overWorkload({
    ...{
      way: 'gcp-instance-metadata',
      node: WEB,
      block: instance(),
      permissions: ['compute.instances.setMetadata'],
      closedBy: [noAccount],
    },
  }),
  overWorkload({
    ...{ way: 'gcp-project-metadata', node: WEB, block: instance({ 'block-project-ssh-keys': 'FALSE', 'enable-oslogin': 'FALSE' }) },
    ...{ permissions: ['compute.projects.setCommonInstanceMetadata'], condition: SSH },
    closedBy: [
      noAccount,
      ['the instance refuses keys of the project', '"block-project-ssh-keys" = "FALSE"', '"block-project-ssh-keys" = "TRUE"'],
      ['OS Login takes no keys', '"enable-oslogin" = "FALSE"', '"enable-oslogin" = "TRUE"'],
      adding('the organization wants OS Login', constraint('compute.requireOsLogin')),
    ],
  }),
  overWorkload({
    ...{ way: 'gcp-os-login', edge: 'CAN_EXEC', node: WEB, block: instance({ 'enable-oslogin': 'TRUE' }) },
    ...{ permissions: ['compute.instances.osLogin'], condition: SSH },
    sameWith: [['compute.instances.osLogin', 'compute.instances.osAdminLogin']],
    closedBy: [noAccount, ['OS Login is off', '"enable-oslogin" = "TRUE"', '"enable-oslogin" = "FALSE"']],
  }),
  overWorkload({
    way: 'gcp-function-code',
    node: 'google_cloudfunctions2_function.web',
    block: `resource "google_cloudfunctions2_function" "web" {
  name     = "web"
  project  = "orders"
  location = "asia-northeast1"
  service_config {
    service_account_email = google_service_account.deployer.email
  }
}
`,
    permissions: ['cloudfunctions.functions.update'],
  }),
  overWorkload({
    ...{ way: 'gcp-run-code', node: 'google_cloud_run_v2_service.web', block: cloudRun('google_cloud_run_v2_service') },
    permissions: ['run.services.update'],
    closedBy: [['the right is for jobs', 'run.services.update', 'run.jobs.update']],
  }),
  overWorkload({
    ...{ way: 'gcp-run-job-code', node: 'google_cloud_run_v2_job.web', block: cloudRun('google_cloud_run_v2_job') },
    permissions: ['run.jobs.update', 'run.jobs.run'],
    closedBy: [['the right is for services', 'run.jobs.update', 'run.services.update']],
  }),
];

interface OverStore {
  readonly way: string;
  readonly node: string;
  readonly block: string;
  readonly permissions: readonly string[];
  readonly elsewhere: Change;
}

function overStore({ way, node, block, permissions, elsewhere }: OverStore): WayCase {
  return {
    ...{
      way,
      code: block + may(permissions),
      tells: `alice@example.com: CAN_GRANT_SELF ${node}`,
      sameWith: allowedStill(permissions[0] ?? ''),
    },
    closedBy: [...stopped(permissions), elsewhere],
  };
}

const bind = ['container.clusterRoleBindings.create', 'container.clusterRoles.bind'];

/** A cluster with a service account that may do everything in it. */
const inCluster = `resource "google_container_cluster" "main" {
  name     = "main"
  project  = "orders"
  location = "asia-northeast1"
}
resource "kubernetes_service_account_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = "shop"
  }
}
resource "kubernetes_cluster_role_binding_v1" "deployer" {
  metadata {
    name = "deployer"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "deployer"
    namespace = "shop"
  }
}
`;

function inside(way: string, edge: string, permission: string, others: readonly string[] = []): WayCase {
  return {
    ...{ way, code: inCluster + may([permission]) },
    tells: `alice@example.com: ${edge} kubernetes_service_account_v1.deployer, HAS_ADMIN admin`,
    sameWith: [...allowedStill(permission), ...others.map((each) => [permission, each] as const)],
    closedBy: [
      ...stopped([permission]),
      ['the cluster is in another project', '"main"\n  project  = "orders"', '"main"\n  project  = "billing"'],
      ['the account has no rights', 'name      = "cluster-admin"', 'name      = "view"'],
    ],
  };
}

export const resourceCases: readonly WayCase[] = [
  ...workloads,
  {
    way: 'gcp-cluster',
    code: `resource "google_container_cluster" "main" {
  name     = "main"
  project  = "orders"
  location = "asia-northeast1"
  node_config {
    service_account = google_service_account.deployer.email
  }
}
resource "google_service_account" "deployer" {
  account_id = "deployer"
  project    = "orders"
}
resource "kubernetes_service_account_v1" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }
}
${may(bind)}`,
    tells: 'alice@example.com: CAN_GRANT_SELF admin',
    sameWith: allowedStill(bind[0] ?? ''),
    closedBy: stopped(bind),
  },
  inside('gcp-cluster-pods', 'CAN_LAUNCH', 'container.pods.create', [
    ...['container.deployments.create', 'container.daemonSets.create', 'container.statefulSets.create', 'container.replicaSets.create'],
    ...['container.replicationControllers.create', 'container.jobs.create', 'container.cronJobs.create'],
  ]),
  inside('gcp-cluster-token', 'CAN_CREATE_KEY', 'container.serviceAccounts.createToken'),
  overStore({
    ...{ way: 'gcp-bucket-policy', node: 'google_storage_bucket.customers', permissions: ['storage.buckets.setIamPolicy'] },
    block: `resource "google_storage_bucket" "customers" {
  name     = "orders-bucket"
  project  = "orders"
  location = "asia-northeast1"
  labels   = { data_class = "personal" }
}
`,
    elsewhere: ['it is in another project', '"orders-bucket"\n  project  = "orders"', '"orders-bucket"\n  project  = "billing"'],
  }),
  overStore({
    ...{ way: 'gcp-secret-policy', node: 'google_secret_manager_secret.customers', permissions: ['secretmanager.secrets.setIamPolicy'] },
    block: `resource "google_secret_manager_secret" "customers" {
  secret_id = "customers"
  project   = "orders"
  replication {
    auto {}
  }
}
`,
    elsewhere: ['it is in another project', '"customers"\n  project   = "orders"', '"customers"\n  project   = "billing"'],
  }),
  overStore({
    ...{ way: 'gcp-dataset-policy', node: 'google_bigquery_dataset.customers' },
    permissions: ['bigquery.datasets.update', 'bigquery.datasets.setIamPolicy'],
    block: `resource "google_bigquery_dataset" "customers" {
  dataset_id = "customers"
  project    = "orders"
  location   = "asia-northeast1"
  labels     = { data_class = "personal" }
}
`,
    elsewhere: ['it is in another project', '"customers"\n  project    = "orders"', '"customers"\n  project    = "billing"'],
  }),
];
