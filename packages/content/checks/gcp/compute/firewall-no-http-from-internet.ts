/** Plain HTTP on a machine goes past the load balancer and its TLS. */
import {
  admitsPort,
  defineCheck,
  describePorts,
  fail,
  fails,
  findInternetRule,
  isNotApplicable,
  isUnknown,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Port 80 is not open to the internet', ja: 'ポート 80 がインターネットに開いていない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Plain HTTP can be read and changed on the way; machines behind a load balancer need no port 80 from the internet.',
    ja: '平文の HTTP は途中で読み書きされます。ロードバランサ配下の VM に、インターネットからのポート 80 は不要です。',
  },
  fix: {
    summary: { en: 'Admit only the ranges of the load balancer.', ja: 'ロードバランサの範囲のみを許可してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    cli: 'gcloud compute firewall-rules update NAME --source-ranges=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV_GCP_106'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, (each) => admitsPort(each, { from: 80, to: 80 }));
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to port 80 (HTTP; ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} がポート 80 (HTTP) をインターネットに開放しています (ポート ${describePorts(rule)})`,
    });
  },
  examples: [
    fails(
      'one port',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'in a range, from two halves of the internet',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["79-82"]
  }
  source_ranges = ["0.0.0.0/1", "128.0.0.0/1"]
}`,
    ),
    fails(
      'every protocol, also from tagged machines',
      `resource "google_compute_firewall" "web" {
  name        = "web"
  network     = "orders"
  source_tags = ["web"]
  allow {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'from the office',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    ),
    passes(
      'another port',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8443"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'switched off',
      `resource "google_compute_firewall" "web" {
  name     = "web"
  network  = "orders"
  disabled = true
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
  source_ranges = ["0.0.0.0/0"]
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
    ports    = ["80"]
  }
  source_ranges = var.ranges
}`,
    ),
    isNotApplicable(
      'egress',
      `resource "google_compute_firewall" "web" {
  name      = "web"
  network   = "orders"
  direction = "EGRESS"
  allow {
    protocol = "tcp"
    ports    = ["80"]
  }
}`,
    ),
  ],
});
