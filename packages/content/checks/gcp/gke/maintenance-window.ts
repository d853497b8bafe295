/** Upgrades come when they come unless somebody says when. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters have a maintenance window (GKE)', ja: 'クラスタにメンテナンス時間帯がある (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without a window upgrades hit rush hours, and people switch them off.',
    ja: '時間帯を決めないと繁忙時に更新が走り、更新自体が止められがちです。',
  },
  fix: {
    summary: { en: 'Write maintenance_policy.', ja: 'maintenance_policy を書いてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  maintenance_policy {
    daily_maintenance_window {
      start_time = "18:00"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions'],
  equivalents: ['cloudsploit:maintenanceWindow'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasMaintenanceWindow) return pass();
    return fail({
      en: `Cluster ${cluster.name} has no maintenance window`,
      ja: `クラスタ ${cluster.name} にメンテナンス時間帯がありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'at night',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  maintenance_policy {
    daily_maintenance_window {
      start_time = "18:00"
    }
  }
}`,
    ),
  ],
});
