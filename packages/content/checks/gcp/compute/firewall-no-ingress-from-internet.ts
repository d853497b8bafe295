/** What lets the whole internet in should be a load balancer, not a machine. */
import { defineCheck, describePorts, fail, fails, findInternetRule, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No firewall rule admits the whole internet', ja: 'インターネット全体からの受信を許可するルールがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Every port that all the world reaches is one more service that must never have a hole.',
    ja: '全世界から届くポートは、脆弱性が決して許されないサービスを 1 つ増やします。',
  },
  fix: {
    summary: {
      en: 'Admit the ranges of load balancers, partners or offices only.',
      ja: 'ロードバランサ・取引先・拠点の範囲のみを許可してください。',
    },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["130.211.0.0/22", "35.191.0.0/16"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['AVD-GCP-0027', 'tfsec:google-compute-no-public-ingress'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, () => true);
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the whole internet (ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} はインターネット全体からの受信を許可しています (ポート ${describePorts(rule)})`,
    });
  },
  examples: [
    fails(
      'ICMP',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "icmp"
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'HTTPS',
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
    passes(
      'health checks and load balancers',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["130.211.0.0/22", "35.191.0.0/16"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ranges" {}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = var.ranges
}`,
    ),
  ],
});
