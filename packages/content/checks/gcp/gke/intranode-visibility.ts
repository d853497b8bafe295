/** Pods on one node talk past flow logs and firewall rules. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Intranode visibility is on (GKE)', ja: 'ノード内の可視化が有効である (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without it traffic between pods of a node appears in no flow log and meets no firewall.',
    ja: '無効だと、同一ノード内の Pod 間通信がフローログにもファイアウォールにもかかりません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_intranode_visibility', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Set enable_intranode_visibility to true.', ja: 'enable_intranode_visibility を true にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name                        = "orders"
  location                    = "asia-northeast1"
  enable_intranode_visibility = true
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/intranode-visibility'],
  equivalents: ['CKV_GCP_61'],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.hasIntranodeVisibility,
        () => cluster.isAutopilot,
      )
    )
      return pass();
    return fail({
      en: `Traffic inside nodes of cluster ${cluster.name} is not seen`,
      ja: `クラスタ ${cluster.name} のノード内通信が可視化されていません`,
    });
  },
  examples: [
    fails(
      'enable_intranode_visibility is false',
      `resource "google_container_cluster" "orders" {
  name                        = "orders"
  location                    = "asia-northeast1"
  enable_intranode_visibility = false
}`,
    ),
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'enable_intranode_visibility is true',
      `resource "google_container_cluster" "orders" {
  name                        = "orders"
  location                    = "asia-northeast1"
  enable_intranode_visibility = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_intranode_visibility" {}
resource "google_container_cluster" "orders" {
  name                        = "orders"
  location                    = "asia-northeast1"
  enable_intranode_visibility = var.enable_intranode_visibility
}`,
    ),
    passes(
      'Autopilot has it',
      `resource "google_container_cluster" "orders" {
  name             = "orders"
  location         = "asia-northeast1"
  enable_autopilot = true
}`,
    ),
  ],
});
