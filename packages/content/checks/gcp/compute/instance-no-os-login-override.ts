/** One line of metadata undoes OS Login for a machine. */
import { defineCheck, fail, fails, isMetadataOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances do not switch OS Login off', ja: 'インスタンスが OS Login を無効にしていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'enable-oslogin = false on a machine brings back keys in metadata that nobody revokes when people leave.',
    ja: 'VM の enable-oslogin = false は、退職者が出ても取り消されないメタデータの鍵を復活させます。',
  },
  fix: {
    edits: { terraform: [{ set: 'metadata{}.enable-oslogin', value: 'TRUE' }] },
    cautions: ['refuses-keys'],
    summary: { en: 'Leave enable-oslogin out or set it to true.', ja: 'enable-oslogin を書かないか true にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/oslogin/set-up-oslogin'],
  equivalents: ['CKV_GCP_34', 'AVD-GCP-0036', 'tfsec:google-compute-no-oslogin-override'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    const written = instance.metadata.get('enable-oslogin');
    if (written === undefined || isMetadataOn(instance.metadata, 'enable-oslogin')) return pass();
    return fail({
      en: `Instance ${instance.name} switches OS Login off`,
      ja: `インスタンス ${instance.name} は OS Login を無効にしています`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    enable-oslogin = false
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
      'on',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    enable-oslogin = "TRUE"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "login" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  metadata = {
    enable-oslogin = var.login
  }
}`,
    ),
  ],
});
