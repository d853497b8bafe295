/** The serial console knows no firewall. */
import { defineCheck, fail, fails, isMetadataOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The serial console is off', ja: 'シリアルコンソールが無効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'The interactive serial console is reached from any address with a key of the metadata; firewall rules do not apply.',
    ja: '対話型シリアルコンソールは、メタデータの鍵があればどのアドレスからも接続でき、ファイアウォールも効きません。',
  },
  fix: {
    edits: { terraform: [{ set: 'metadata{}.serial-port-enable', value: 'FALSE' }] },
    summary: { en: 'Leave serial-port-enable out or set it to false.', ja: 'serial-port-enable を書かないか false にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    cli: 'gcloud compute instances add-metadata NAME --metadata=serial-port-enable=FALSE',
  },
  references: ['https://cloud.google.com/compute/docs/troubleshooting/troubleshooting-using-serial-console'],
  equivalents: [
    'CKV_GCP_35',
    'AVD-GCP-0032',
    'tfsec:google-compute-no-serial-port',
    'prowler:compute_instance_serial_ports_in_use',
    'cloudsploit:connectSerialPortsDisabled',
  ],
  evaluate(instance) {
    if (!isMetadataOn(instance.metadata, 'serial-port-enable')) return pass();
    return fail({
      en: `The serial console of instance ${instance.name} is on`,
      ja: `インスタンス ${instance.name} のシリアルコンソールが有効です`,
    });
  },
  examples: [
    fails(
      'on',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    serial-port-enable = true
  }
}`,
    ),
    fails(
      'on, as 1',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    serial-port-enable = "1"
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    passes(
      'off',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    serial-port-enable = "FALSE"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "metadata" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata     = var.metadata
}`,
    ),
  ],
});
