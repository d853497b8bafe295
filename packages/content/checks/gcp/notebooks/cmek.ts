/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks use a customer key', ja: 'ノートブックが顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.notebooks.instance',
  why: {
    en: 'Notebooks collect copies of data; a key of your own can be withdrawn.',
    ja: 'ノートブックにはデータの写しが集まります。自分の鍵なら無効化できます。',
  },
  fix: {
    summary: { en: 'Set kms_key to a Cloud KMS key.', ja: 'kms_key に Cloud KMS の鍵を設定してください。' },
    terraform: `resource "google_notebooks_instance" "lab" {
  name            = "lab"
  location        = "asia-northeast1-a"
  machine_type    = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/vertex-ai/docs/workbench/instances/cmek'],
  equivalents: ['CKV2_GCP_21', 'CKV2_GCP_27', 'CKV2_GCP_35'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.hasCustomerKey) return pass();
    return fail({
      en: `Notebook ${instance.name} is encrypted with a key of Google`,
      ja: `ノートブック ${instance.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
}`,
    ),
    fails(
      'one disk of Workbench',
      `resource "google_workbench_instance" "lab" {
  name     = "lab"
  location = "asia-northeast1-a"
  gce_setup {
    machine_type = "e2-standard-4"
    boot_disk {
      kms_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
    data_disks {
      disk_size_gb = 100
    }
  }
}`,
    ),
    passes(
      'a key',
      `resource "google_notebooks_instance" "lab" {
  name            = "lab"
  location        = "asia-northeast1-a"
  machine_type    = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'all disks of Workbench',
      `resource "google_workbench_instance" "lab" {
  name     = "lab"
  location = "asia-northeast1-a"
  gce_setup {
    machine_type = "e2-standard-4"
    boot_disk {
      kms_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
    data_disks {
      kms_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
  }
}`,
    ),
    fails(
      'a key that the method does not ask for',
      `resource "google_notebooks_instance" "lab" {
  name         = "lab"
  location     = "asia-northeast1-a"
  machine_type = "e2-medium"
  kms_key      = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "key" {}
resource "google_notebooks_instance" "lab" {
  name            = "lab"
  location        = "asia-northeast1-a"
  machine_type    = "e2-medium"
  disk_encryption = "CMEK"
  kms_key         = var.key
}`,
    ),
  ],
});
