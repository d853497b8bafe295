/** Even inside a network one machine does not need every port of another. */
import { admitsEveryPort, defineCheck, fail, fails, find, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No firewall rule opens every port', ja: 'すべてのポートを開くルールがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'An intruder on one machine gets at every service of its neighbors, admin ports included.',
    ja: '1 台に侵入されると、管理ポートを含む周囲の全サービスに到達されます。',
  },
  fix: {
    summary: { en: 'Name the ports that are needed.', ja: '必要なポートを指定してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['AVD-GCP-0072'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = find(firewall.rules, admitsEveryPort);
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} opens every port`,
      ja: `ファイアウォールルール ${firewall.name} はすべてのポートを開いています`,
    });
  },
  examples: [
    fails(
      'all of TCP from a subnet',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    fails(
      'every protocol by tag',
      `resource "google_compute_firewall" "web" {
  name        = "web"
  network     = "orders"
  source_tags = ["web"]
  allow {
    protocol = "all"
  }
}`,
    ),
    fails(
      'written as a range',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["0-65535"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'one port',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    passes(
      'switched off',
      `resource "google_compute_firewall" "web" {
  name     = "web"
  network  = "orders"
  disabled = true
  allow {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
  ],
});
