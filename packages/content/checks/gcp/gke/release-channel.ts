/** A cluster that nobody upgrades is open to every new hole. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters follow a release channel (GKE)', ja: 'クラスタがリリースチャンネルに登録されている (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'A channel brings security fixes to the control plane and nodes without anybody having to think of it.',
    ja: 'チャンネルに登録すると、コントロールプレーンとノードに修正が自動で適用されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'release_channel.channel', value: 'REGULAR' }] },
    cautions: ['interrupts'],
    summary: { en: 'Choose a channel in release_channel.', ja: 'release_channel でチャンネルを選んでください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  release_channel {
    channel = "REGULAR"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels'],
  equivalents: ['CKV_GCP_70'],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.releaseChannel !== undefined && cluster.releaseChannel !== 'UNSPECIFIED',
        () => cluster.isAutopilot,
      )
    )
      return pass();
    return fail({
      en: `Cluster ${cluster.name} follows no release channel`,
      ja: `クラスタ ${cluster.name} はリリースチャンネルに登録されていません`,
    });
  },
  examples: [
    fails(
      'channel is UNSPECIFIED',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  release_channel {
    channel = "UNSPECIFIED"
  }
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
      'channel is REGULAR',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  release_channel {
    channel = "REGULAR"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "channel" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  release_channel {
    channel = var.channel
  }
}`,
    ),
    passes(
      'Autopilot always follows one',
      `resource "google_container_cluster" "orders" {
  name             = "orders"
  location         = "asia-northeast1"
  enable_autopilot = true
}`,
    ),
  ],
});
