/** A database without an external address cannot be attacked from outside. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AlloyDB instances have no public address', ja: 'AlloyDB のインスタンスにパブリック IP がない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.alloydb.instance',
  why: {
    en: 'An external address is one wrong network away from everybody.',
    ja: '外部アドレスがあると、許可ネットワークを 1 つ誤るだけで誰でも到達できます。',
  },
  fix: {
    summary: { en: 'Leave enable_public_ip out or set it to false.', ja: 'enable_public_ip を書かないか false にしてください。' },
    terraform: `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  network_config {
    enable_public_ip = false
  }
}`,
  },
  references: ['https://cloud.google.com/alloydb/docs/connect-public-ip'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.hasPublicAddress) return pass();
    return fail({
      en: `AlloyDB instance ${instance.name} has a public address`,
      ja: `AlloyDB のインスタンス ${instance.name} にパブリック IP があります`,
    });
  },
  examples: [
    fails(
      'enable_public_ip is true',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  network_config {
    enable_public_ip = true
  }
}`,
    ),
    passes(
      'enable_public_ip is false',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  network_config {
    enable_public_ip = false
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_public_ip" {}
resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  network_config {
    enable_public_ip = var.enable_public_ip
  }
}`,
    ),
  ],
});
