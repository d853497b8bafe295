/** Legacy authorization gives every service account the run of the cluster. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Legacy authorization is off (GKE)', ja: '以前の認可 (ABAC) が無効である (GKE)' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'With legacy authorization any pod token reads all secrets of the cluster, whatever RBAC says.',
    ja: '有効だと、RBAC に関わらずどの Pod のトークンでもクラスタの全シークレットを読めます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_legacy_abac', value: false }] },
    cautions: ['changes-permissions'],
    summary: { en: 'Leave enable_legacy_abac out or set it to false.', ja: 'enable_legacy_abac を書かないか false にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  enable_legacy_abac = false
}`,
    cli: 'gcloud container clusters update NAME --no-enable-legacy-authorization',
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster'],
  equivalents: ['CKV_GCP_7', 'AVD-GCP-0062', 'tfsec:google-gke-use-rbac-permissions', 'cloudsploit:legacyAuthorizationDisabled'],
  evaluate(cluster) {
    if (!cluster.hasLegacyAbac) return pass();
    return fail({
      en: `Cluster ${cluster.name} uses legacy authorization`,
      ja: `クラスタ ${cluster.name} は以前の認可 (ABAC) を使っています`,
    });
  },
  examples: [
    fails(
      'enable_legacy_abac is true',
      `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  enable_legacy_abac = true
}`,
    ),
    passes(
      'enable_legacy_abac is false',
      `resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  enable_legacy_abac = false
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
      `variable "enable_legacy_abac" {}
resource "google_container_cluster" "orders" {
  name               = "orders"
  location           = "asia-northeast1"
  enable_legacy_abac = var.enable_legacy_abac
}`,
    ),
  ],
});
