/** The old metadata endpoints ask for no header, so that any forwarded request works. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Legacy metadata endpoints are off (GKE)', ja: '以前のメタデータエンドポイントが無効である (GKE)' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'With them a server that is tricked into a request hands out the credentials of the node.',
    ja: '有効だと、SSRF でノードの認証情報が盗まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'node_config.metadata{}.disable-legacy-endpoints', value: 'true' }] },
    cautions: ['replaces', 'breaks-software'],
    summary: {
      en: 'Keep disable-legacy-endpoints = "true" when you write metadata.',
      ja: 'metadata を書くときは disable-legacy-endpoints = "true" を含めてください。',
    },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    metadata = {
      disable-legacy-endpoints = "true"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/protecting-cluster-metadata'],
  equivalents: ['AVD-GCP-0048', 'tfsec:google-gke-metadata-endpoints-disabled', 'CKV_GCP_67'],
  noFramework: 'no control mapping yet',
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (!pool.hasLegacyEndpoints) return pass();
    return fail({
      en: `Nodes of ${pool.name} answer at legacy metadata endpoints`,
      ja: `${pool.name} のノードで以前のメタデータエンドポイントが有効です`,
    });
  },
  examples: [
    fails(
      'switched on',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    metadata = {
      disable-legacy-endpoints = "false"
    }
  }
}`,
    ),
    fails(
      'other metadata only',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    metadata = {
      team = "web"
    }
  }
}`,
    ),
    passes(
      'off',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    metadata = {
      disable-legacy-endpoints = "true"
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "metadata" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    metadata     = var.metadata
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
