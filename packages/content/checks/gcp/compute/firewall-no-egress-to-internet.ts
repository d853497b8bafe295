/** Stolen data leaves by rules like this. */
import { defineCheck, fail, fails, findInternetRule, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No firewall rule allows sending to the whole internet', ja: 'インターネット全体への送信を許可するルールがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'An intruder who may send anywhere gets data out and tools in.',
    ja: 'どこへでも送信できると、データの持ち出しや攻撃ツールの持ち込みが容易になります。',
  },
  fix: {
    summary: { en: 'Name the destinations that are needed.', ja: '必要な宛先を指定してください。' },
    terraform: `resource "google_compute_firewall" "out" {
  name      = "out"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "tcp"
  }
  destination_ranges = ["198.51.100.7/32"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['AVD-GCP-0035', 'tfsec:google-compute-no-public-egress'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'EGRESS')
      return notApplicable({ en: `${firewall.name} is no egress rule`, ja: `${firewall.name} は下り (外向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, () => true);
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} lets machines send to the whole internet`,
      ja: `ファイアウォールルール ${firewall.name} はインターネット全体への送信を許可しています`,
    });
  },
  examples: [
    fails(
      'everywhere',
      `resource "google_compute_firewall" "out" {
  name      = "out"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "icmp"
  }
  destination_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'no destination written',
      `resource "google_compute_firewall" "out" {
  name      = "out"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "tcp"
  }
}`,
    ),
    passes(
      'a partner',
      `resource "google_compute_firewall" "out" {
  name      = "out"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "tcp"
  }
  destination_ranges = ["198.51.100.7/32"]
}`,
    ),
    isNotApplicable(
      'ingress',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ranges" {}
resource "google_compute_firewall" "out" {
  name      = "out"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "tcp"
  }
  destination_ranges = var.ranges
}`,
    ),
  ],
});
