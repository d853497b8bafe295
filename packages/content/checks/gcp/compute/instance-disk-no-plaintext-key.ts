/** A key in the code is a key for everybody who reads the repository. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The code holds no keys of instance disks in plain text', ja: 'コードにインスタンスのディスク鍵が平文で書かれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'A disk key in the code and in its history protects nothing from whoever can read them.',
    ja: 'コードや履歴に鍵があれば、それを読める人に対する保護にはなりません。',
  },
  fix: {
    summary: { en: 'Use kms_key_self_link.', ja: 'kms_key_self_link を使ってください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
    kms_key_self_link = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  equivalents: ['AVD-GCP-0037', 'tfsec:google-compute-disk-encryption-no-plaintext-key'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (none(instance.disks, (each) => each.hasPlainTextKey)) return pass();
    return fail({
      en: `The key of a disk of ${instance.name} is in the code`,
      ja: `${instance.name} のディスクの鍵がコードに書かれています`,
    });
  },
  examples: [
    fails(
      'written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
    disk_encryption_key_raw = base64encode("0123456789abcdef0123456789abcdef")
  }
}`,
    ),
    passes(
      'Cloud KMS',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
    kms_key_self_link = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "key" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
    disk_encryption_key_raw = var.key
  }
}`,
    ),
  ],
});
