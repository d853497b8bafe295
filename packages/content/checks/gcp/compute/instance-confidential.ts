/** Confidential VMs keep memory encrypted, also against the host. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Confidential computing is on where it is needed', ja: '必要なインスタンスで Confidential Computing が有効である' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Data in memory is the last place where it lies unencrypted; a Confidential VM encrypts it with a key that the host does not have.',
    ja: 'メモリ上のデータは最後に残る平文です。Confidential VM はホストも持たない鍵で暗号化します。',
  },
  fix: {
    summary: {
      en: 'Write confidential_instance_config on machines with sensitive data.',
      ja: '機微なデータを扱う VM に confidential_instance_config を書いてください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  confidential_instance_config {
    enable_confidential_compute = true
  }
}`,
  },
  references: ['https://cloud.google.com/confidential-computing/confidential-vm/docs/confidential-vm-overview'],
  equivalents: ['prowler:compute_instance_confidential_computing_enabled', 'cloudsploit:confidentialComputingEnabled'],
  evaluate(instance) {
    if (instance.isConfidential) return pass();
    return fail({
      en: `Instance ${instance.name} is no Confidential VM`,
      ja: `インスタンス ${instance.name} は Confidential VM ではありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    passes(
      'on',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  confidential_instance_config {
    enable_confidential_compute = true
  }
}`,
    ),
    passes(
      'by type',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  confidential_instance_config {
    confidential_instance_type = "SEV_SNP"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "confidential" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  confidential_instance_config {
    enable_confidential_compute = var.confidential
  }
}`,
    ),
  ],
});
