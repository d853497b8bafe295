/** The boot disk holds configuration and credentials of the machine. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disks of instances use a customer key', ja: 'インスタンスのディスクが顧客の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'With a key of your own a copy of the disk is worthless without the right to use the key.',
    ja: '自分の鍵なら、鍵の利用権がなければディスクの複製は役に立ちません。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_self_link on the disks of the instance.',
      ja: 'インスタンスの各ディスクに kms_key_self_link を設定してください。',
    },
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
  attached_disk {
    source = "orders-data"
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  equivalents: ['CKV_GCP_38', 'AVD-GCP-0033', 'tfsec:google-compute-vm-disk-encryption-customer-key'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (all(instance.disks, (each) => each.isAttached || each.hasCustomerKey)) return pass();
    return fail({
      en: `Instance ${instance.name} has a disk that is encrypted with a key of Google`,
      ja: `インスタンス ${instance.name} に Google 管理の鍵で暗号化されたディスクがあります`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  boot_disk {
    initialize_params {
      image = "debian-cloud/debian-12"
    }
  }
}`,
    ),
    fails(
      'one of two disks of a template',
      `resource "google_compute_instance_template" "web" {
  name         = "web"
  machine_type = "e2-medium"
  disk {
    source_image = "debian-cloud/debian-12"
    disk_encryption_key {
      kms_key_self_link = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
    }
  }
  disk {
    disk_size_gb = 100
  }
}`,
    ),
    passes(
      'a disk of its own has a key of its own',
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
  attached_disk {
    source = "orders-data"
  }
}`,
    ),
    passes(
      'a key',
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
    passes(
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
    kms_key_self_link = var.key
  }
}`,
    ),
  ],
});
