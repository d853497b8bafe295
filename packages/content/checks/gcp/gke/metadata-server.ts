/** The metadata of the node are the credentials of the node. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods see the metadata server of GKE, not that of the node',
    ja: 'Pod からノードのメタデータが見えない (GKE メタデータサーバー)',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.node-pool',
  why: {
    en: 'From the metadata of the node a pod takes its service account and bootstrap credentials.',
    ja: 'ノードのメタデータから、Pod はノードのサービスアカウントや起動用の認証情報を取得できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'node_config.workload_metadata_config.mode', value: 'GKE_METADATA' }] },
    cautions: ['may-replace', 'changes-permissions', 'breaks-software'],
    summary: {
      en: 'Set mode to GKE_METADATA in workload_metadata_config.',
      ja: 'workload_metadata_config の mode を GKE_METADATA にしてください。',
    },
    terraform: `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity'],
  equivalents: ['CKV_GCP_69', 'AVD-GCP-0057', 'tfsec:google-gke-node-metadata-security'],
  evaluate(pool) {
    if (aside(() => pool.hasNoNodes))
      return notApplicable({ en: `There are no such nodes in ${pool.name}`, ja: `${pool.name} に該当するノードはありません` });
    if (['GKE_METADATA', 'GKE_METADATA_SERVER', 'SECURE'].includes(pool.metadataMode ?? '')) return pass();
    return fail({ en: `Pods of ${pool.name} see the metadata of the node`, ja: `${pool.name} の Pod からノードのメタデータが見えます` });
  },
  examples: [
    fails(
      'mode is GCE_METADATA',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA"
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
}`,
    ),
    passes(
      'mode is GKE_METADATA',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    workload_metadata_config {
      mode = var.mode
    }
  }
}`,
    ),
    passes(
      'an old name',
      `resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "orders"
  node_config {
    machine_type = "e2-standard-4"
    workload_metadata_config {
      node_metadata = "GKE_METADATA_SERVER"
    }
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
