/** Whoever may view instances reads their startup scripts. */
import { defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Startup scripts hold no credentials', ja: '起動スクリプトに認証情報が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Metadata is stored in plain text; every process on the machine and every Viewer of the project can read it.',
    ja: 'メタデータは平文で保存され、VM 上の全プロセスとプロジェクトの閲覧者全員が読めます。',
  },
  fix: {
    summary: {
      en: 'Let the machine read the secret from Secret Manager, and change the one that leaked.',
      ja: '値は Secret Manager から読むようにし、漏れた値は変更してください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name                    = "prd-orders-web01"
  machine_type            = "e2-medium"
  zone                    = "asia-northeast1-a"
  metadata_startup_script = "export DB_PASSWORD=$(gcloud secrets versions access latest --secret=orders-db)"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/instances/startup-scripts'],
  equivalents: [],
  evaluate(instance) {
    const credential = instance.scriptCredential;
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `The startup script of ${instance.name} holds ${en}`,
      ja: `${instance.name} の起動スクリプトに${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'a password from the default of a variable',
      `variable "db_password" {
  default = "Winter2026-orders"
}
variable "db_password" {}
resource "google_compute_instance" "orders" {
  name                    = "prd-orders-web01"
  machine_type            = "e2-medium"
  zone                    = "asia-northeast1-a"
  metadata_startup_script = "export DB_PASSWORD=\${var.db_password}"
}`,
    ),
    fails(
      'in the metadata, generated',
      `resource "random_password" "db" {
  length = 32
}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    startup-script = "DB_PASSWORD=\${random_password.db.result} ./install.sh"
  }
}`,
    ),
    passes(
      'read from Secret Manager',
      `resource "google_compute_instance" "orders" {
  name                    = "prd-orders-web01"
  machine_type            = "e2-medium"
  zone                    = "asia-northeast1-a"
  metadata_startup_script = "export DB_PASSWORD=$(gcloud secrets versions access latest --secret=orders-db)"
}`,
    ),
    passes(
      'no script',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "script" {}
resource "google_compute_instance" "orders" {
  name                    = "prd-orders-web01"
  machine_type            = "e2-medium"
  zone                    = "asia-northeast1-a"
  metadata_startup_script = var.script
}`,
    ),
  ],
});
