/** A rule for everything from everywhere is no firewall. */
import { admitsEveryPort, defineCheck, fail, fails, findInternetRule, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No firewall rule opens every port to the internet', ja: 'すべてのポートをインターネットに開くルールがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Whatever listens on the machines, now or later, is on the internet.',
    ja: 'VM 上で待ち受けるものは、今後増えるものも含めすべてインターネットに公開されます。',
  },
  fix: {
    summary: { en: 'Name the ports and the sources that are needed.', ja: '必要なポートと送信元を指定してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV2_GCP_12', 'cloudsploit:openAllPorts'],
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, admitsEveryPort);
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to every port`,
      ja: `ファイアウォールルール ${firewall.name} がすべてのポートをインターネットに開放しています`,
    });
  },
  examples: [
    fails(
      'every protocol',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'all of TCP',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
  }
  source_ranges = ["0.0.0.0/0"]
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
  source_ranges = ["::/0"]
}`,
    ),
    passes(
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
      'every protocol inside',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "all"
  }
  source_ranges = ["10.0.0.0/8"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ranges" {}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "all"
  }
  source_ranges = var.ranges
}`,
    ),
  ],
});
