/** A key in the code is a key for everybody who reads the repository. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The code holds no keys of disks in plain text', ja: 'コードにディスクの暗号鍵が平文で書かれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.disk',
  why: {
    en: 'A disk key in the code and in its history protects nothing from whoever can read them.',
    ja: 'コードや履歴に鍵があれば、それを読める人に対する保護にはなりません。',
  },
  fix: {
    summary: { en: 'Use a key of Cloud KMS.', ja: 'Cloud KMS の鍵を使ってください。' },
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
  equivalents: ['AVD-GCP-0037', 'tfsec:google-compute-disk-encryption-no-plaintext-key'],
  noFramework: 'no control mapping yet',
  evaluate(disk) {
    if (!disk.hasPlainTextKey) return pass();
    return fail({ en: `The key of disk ${disk.name} is in the code`, ja: `ディスク ${disk.name} の鍵がコードに書かれています` });
  },
  examples: [
    fails(
      'written',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    raw_key = base64encode("0123456789abcdef0123456789abcdef")
  }
}`,
    ),
    passes(
      'Cloud KMS',
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
      'not written',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "key" {}
resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
  disk_encryption_key {
    raw_key = var.key
  }
}`,
    ),
  ],
});
