/** One wrong apply deletes a cluster with all that runs in it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Clusters are protected from being destroyed by Terraform (GKE)',
    ja: 'クラスタが Terraform による削除から守られている (GKE)',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Many arguments make Terraform replace a cluster; the protection stops it before everything is down.',
    ja: '多くの引数はクラスタの作り直しになります。保護があれば全停止の前に止まります。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }] },
    summary: { en: 'Leave deletion_protection out or set it to true.', ja: 'deletion_protection を書かないか true にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name                = "orders"
  location            = "asia-northeast1"
  deletion_protection = true
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/deleting-a-cluster'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.deletionProtection) return pass();
    return fail({ en: `Terraform may delete cluster ${cluster.name}`, ja: `クラスタ ${cluster.name} は Terraform で削除できます` });
  },
  examples: [
    fails(
      'deletion_protection is false',
      `resource "google_container_cluster" "orders" {
  name                = "orders"
  location            = "asia-northeast1"
  deletion_protection = false
}`,
    ),
    passes(
      'deletion_protection is true',
      `resource "google_container_cluster" "orders" {
  name                = "orders"
  location            = "asia-northeast1"
  deletion_protection = true
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
      `variable "deletion_protection" {}
resource "google_container_cluster" "orders" {
  name                = "orders"
  location            = "asia-northeast1"
  deletion_protection = var.deletion_protection
}`,
    ),
  ],
});
