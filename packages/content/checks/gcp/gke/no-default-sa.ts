/** Each pod that gets out has the rights of the node. */
import {
  aside,
  defineCheck,
  fail,
  fails,
  isDefaultServiceAccount,
  isNotApplicable,
  isUnknown,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes do not use the default service account (GKE)', ja: 'ノードがデフォルトのサービスアカウントを使っていない (GKE)' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'The default account usually holds Editor on the project; a pod that reaches the metadata gets it.',
    ja: 'デフォルトのアカウントは多くの場合プロジェクトの編集者で、メタデータに届く Pod がその権限を得ます。',
  },
  fix: {
    summary: {
      en: 'Name a service account of its own with the roles for nodes.',
      ja: 'ノード用のロールを持つ専用のサービスアカウントを指定してください。',
    },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = "nodes@orders-prd.iam.gserviceaccount.com"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster'],
  equivalents: [
    'AVD-GCP-0050',
    'tfsec:google-gke-use-service-account',
    'prowler:gke_cluster_no_default_service_account',
    'cloudsploit:defaultServiceAccount',
  ],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (pool.serviceAccount !== undefined && pool.serviceAccount !== 'default' && !isDefaultServiceAccount(pool.serviceAccount))
      return pass();
    return fail({
      en: `Nodes of ${pool.name} run as the default service account`,
      ja: `${pool.name} のノードはデフォルトのサービスアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
  }
}`,
    ),
    fails(
      'default',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = "default"
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
  }
}`,
    ),
    passes(
      'made by the code',
      `resource "google_service_account" "nodes" {
  account_id = "nodes"
}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = google_service_account.nodes.email
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "account" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type    = "e2-standard-4"
    service_account = var.account
  }
}`,
    ),
    fails(
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
