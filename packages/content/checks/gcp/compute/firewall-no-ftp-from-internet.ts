/** FTP sends passwords in the clear. */
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
  title: { en: 'FTP is not open to the internet', ja: 'FTP がインターネットに開いていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'FTP sends names, passwords and files unencrypted through the internet.',
    ja: 'FTP は名前・パスワード・ファイルを暗号化せずに送ります。',
  },
  fix: {
    summary: { en: 'Close port 21 and use SFTP or Cloud Storage.', ja: 'ポート 21 を閉じ、SFTP か Cloud Storage を使ってください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["21"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    cli: 'gcloud compute firewall-rules update NAME --source-ranges=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV_GCP_75', 'cloudsploit:openFTP'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, (each) => admitsPort(each, { from: 21, to: 21 }));
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to port 21 (FTP; ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} がポート 21 (FTP) をインターネットに開放しています (ポート ${describePorts(rule)})`,
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
    ports    = ["21"]
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
    ports    = ["20-23"]
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
    ports    = ["21"]
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
    ports    = ["21"]
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
    ports    = ["21"]
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
    ports    = ["21"]
  }
}`,
    ),
  ],
});
