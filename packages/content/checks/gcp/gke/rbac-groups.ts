/** Roles for people one by one are never cleaned up. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Roles may be given to groups of Google Workspace (GKE)', ja: 'RBAC で Google グループを利用できる (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'With groups, rights come and go with the membership; single bindings stay when people leave.',
    ja: 'グループなら所属に応じて権限が付いたり外れたりします。個別の付与は退職後も残ります。',
  },
  fix: {
    summary: {
      en: 'Name the security group in authenticator_groups_config.',
      ja: 'authenticator_groups_config に security_group を指定してください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  authenticator_groups_config {
    security_group = "gke-security-groups@example.com"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac'],
  equivalents: ['CKV_GCP_65'],
  evaluate(cluster) {
    if (cluster.hasGroupsForRbac) return pass();
    return fail({ en: `Cluster ${cluster.name} knows no groups`, ja: `クラスタ ${cluster.name} は Google グループを利用できません` });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'security_group is gke-security-groups@example.com',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  authenticator_groups_config {
    security_group = "gke-security-groups@example.com"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "security_group" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  authenticator_groups_config {
    security_group = var.security_group
  }
}`,
    ),
  ],
});
