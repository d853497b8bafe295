/** A machine that forwards can send in the name of others. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'IP forwarding is off', ja: 'IP 転送が無効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'With forwarding Google no longer checks the source address: an intruder can pretend to be other machines or route around rules.',
    ja: '転送を許すと送信元アドレスが検査されず、侵入者が他の VM を装ったり制御を迂回したりできます。',
  },
  fix: {
    edits: { terraform: [{ set: 'can_ip_forward', value: false }] },
    cautions: ['replaces'],
    summary: { en: 'Set can_ip_forward to false.', ja: 'can_ip_forward を false にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name           = "prd-orders-web01"
  machine_type   = "e2-medium"
  zone           = "asia-northeast1-a"
  can_ip_forward = false
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/using-routes#canipforward'],
  equivalents: [
    'CKV_GCP_36',
    'AVD-GCP-0043',
    'tfsec:google-compute-no-ip-forwarding',
    'prowler:compute_instance_ip_forwarding_is_enabled',
    'cloudsploit:ipForwardingDisabled',
  ],
  evaluate(instance) {
    if (!instance.canIpForward) return pass();
    return fail({ en: `Instance ${instance.name} may forward packets`, ja: `インスタンス ${instance.name} で IP 転送が許可されています` });
  },
  examples: [
    fails(
      'can_ip_forward is true',
      `resource "google_compute_instance" "orders" {
  name           = "prd-orders-web01"
  machine_type   = "e2-medium"
  zone           = "asia-northeast1-a"
  can_ip_forward = true
}`,
    ),
    passes(
      'can_ip_forward is false',
      `resource "google_compute_instance" "orders" {
  name           = "prd-orders-web01"
  machine_type   = "e2-medium"
  zone           = "asia-northeast1-a"
  can_ip_forward = false
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
    isUnknown(
      'handed in',
      `variable "can_ip_forward" {}
resource "google_compute_instance" "orders" {
  name           = "prd-orders-web01"
  machine_type   = "e2-medium"
  zone           = "asia-northeast1-a"
  can_ip_forward = var.can_ip_forward
}`,
    ),
  ],
});
