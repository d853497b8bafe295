/** Google looks for mistakes in workloads for nothing, unless that is switched off. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The security posture dashboard is not switched off (GKE)', ja: 'セキュリティ対策ダッシュボードが無効化されていない (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.gke.cluster',
  why: {
    en: 'It reports containers that run as root, known holes in images and the like.',
    ja: 'root で動くコンテナやイメージの脆弱性などを知らせます。',
  },
  fix: {
    edits: { terraform: [{ set: 'security_posture_config.mode', value: 'BASIC' }] },
    summary: {
      en: 'Leave security_posture_config out, or set its mode to BASIC or ENTERPRISE.',
      ja: 'security_posture_config を書かないか、mode を BASIC か ENTERPRISE にしてください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  security_posture_config {
    mode = "BASIC"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/about-security-posture-dashboard'],
  equivalents: [],
  evaluate(cluster) {
    if (cluster.securityPostureMode !== 'DISABLED') return pass();
    return fail({
      en: `The security posture of cluster ${cluster.name} is not looked at`,
      ja: `クラスタ ${cluster.name} のセキュリティ対策ダッシュボードが無効です`,
    });
  },
  examples: [
    fails(
      'mode is DISABLED',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  security_posture_config {
    mode = "DISABLED"
  }
}`,
    ),
    passes(
      'mode is BASIC',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  security_posture_config {
    mode = "BASIC"
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  security_posture_config {
    mode = var.mode
  }
}`,
    ),
  ],
});
