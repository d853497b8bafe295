/** Google encrypts every disk; only a key of one's own can be taken away. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disks use a customer key', ja: 'ディスクが顧客の鍵で暗号化されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.disk',
  why: {
    en: 'With a key of your own the data is gone for everybody once the key is withdrawn, and each use is logged.',
    ja: '自分の鍵なら、無効化すれば誰もデータを読めなくなり、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Name a Cloud KMS key in disk_encryption_key.', ja: 'disk_encryption_key に Cloud KMS の鍵を指定してください。' },
    terraform: `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    kms_key_self_link = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  equivalents: [
    'CKV_GCP_37',
    'AVD-GCP-0034',
    'tfsec:google-compute-disk-encryption-customer-key',
    'prowler:compute_instance_encryption_with_csek_enabled',
    'cloudsploit:csekEncryptionEnabled',
  ],
  evaluate(disk) {
    if (disk.hasCustomerKey) return pass();
    return fail({
      en: `Disk ${disk.name} is encrypted with a key of Google`,
      ja: `ディスク ${disk.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
}`,
    ),
    passes(
      'a key of Cloud KMS',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    kms_key_self_link = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    passes(
      'a key that the customer supplies',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    raw_key = google_kms_secret_ciphertext.k.ciphertext
  }
}`,
    ),
    passes(
      'handed in',
      `variable "key" {}
resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    kms_key_self_link = var.key
  }
}`,
    ),
  ],
});
