/** Scopes are the last limit that the default account of nodes has. */
import { allOf, aside, defineCheck, fail, fails, isNotApplicable, isUnknown, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Nodes with the default account have no full API scope (GKE)',
    ja: 'デフォルトアカウントのノードに全 API スコープがない (GKE)',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'With cloud-platform nothing limits what a pod can do with the default account of the node.',
    ja: 'cloud-platform があると、Pod からノードのデフォルトアカウントの権限を無制限に使えます。',
  },
  fix: {
    summary: { en: 'Name a service account of its own.', ja: '専用のサービスアカウントを指定してください。' },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = "nodes@orders-prd.iam.gserviceaccount.com"
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster'],
  equivalents: ['cloudsploit:clusterLeastPrivilege'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (
      allOf(() => pool.serviceAccount !== undefined && pool.serviceAccount !== 'default') ||
      none(pool.scopes, (scope) => scope.endsWith('cloud-platform'))
    )
      return pass();
    return fail({
      en: `Nodes of ${pool.name} run as the default service account with access to every API`,
      ja: `${pool.name} のノードは全 API スコープのデフォルトアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'full scope',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    oauth_scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}`,
    ),
    passes(
      'an account of its own',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = "nodes@orders-prd.iam.gserviceaccount.com"
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}`,
    ),
    passes(
      'narrow scopes',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    oauth_scopes = ["https://www.googleapis.com/auth/logging.write"]
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "scopes" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    oauth_scopes = var.scopes
  }
}`,
    ),
    passes(
      'the default pool of a cluster',
      `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  initial_node_count = 3
}`,
    ),
    isNotApplicable(
      'the default pool is removed',
      `resource "google_container_cluster" "orders" {
  name                     = "orders"
  location                 = "asia-northeast1"
  remove_default_node_pool = true
}`,
    ),
    isNotApplicable(
      'Autopilot',
      `resource "google_container_cluster" "orders" {
  name             = "orders"
  location         = "asia-northeast1"
  enable_autopilot = true
}`,
    ),
  ],
});
