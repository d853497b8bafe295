/** A network without rules of its own is one nobody has thought about. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Networks have firewall rules of their own', ja: 'ネットワークに独自のファイアウォールルールがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.network',
  why: {
    en: 'Without rules the implied ones hold: everything may be sent out, and what is let in is decided somewhere else.',
    ja: 'ルールがないと暗黙のルールだけになり、外向きはすべて許可され、内向きはどこか別の場所で決まります。',
  },
  fix: {
    summary: {
      en: 'Write firewall rules or attach a firewall policy.',
      ja: 'ファイアウォールルールを書くか、ファイアウォールポリシーを関連付けてください。',
    },
    terraform: `resource "google_compute_network" "orders" {
  name = "orders"
}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = google_compute_network.orders.name
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["10.0.0.0/8"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV2_GCP_18'],
  noFramework: 'no control mapping yet',
  evaluate(network) {
    if (any(network.firewalls, () => true)) return pass();
    return fail({
      en: `Network ${network.name} has no firewall rules`,
      ja: `ネットワーク ${network.name} にファイアウォールルールがありません`,
    });
  },
  examples: [
    fails(
      'no rule',
      `resource "google_compute_network" "orders" {
  name = "orders"
}`,
    ),
    passes(
      'a rule',
      `resource "google_compute_network" "orders" {
  name = "orders"
}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = google_compute_network.orders.name
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["10.0.0.0/8"]
}`,
    ),
  ],
});
