/** A database belongs behind an application. */
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
  title: { en: 'MySQL is not open to the internet', ja: 'MySQL がインターネットに開いていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'A database on the internet is attacked with known holes and guessed passwords all day.',
    ja: 'インターネット上のデータベースは、既知の脆弱性やパスワード推測で絶えず攻撃されます。',
  },
  fix: {
    summary: { en: 'Admit MySQL from the application only.', ja: 'MySQL はアプリケーションからのみ許可してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["3306"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    cli: 'gcloud compute firewall-rules update NAME --source-ranges=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV_GCP_88', 'cloudsploit:openMySQL'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, (each) => admitsPort(each, { from: 3306, to: 3306 }));
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to port 3306 (MySQL; ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} がポート 3306 (MySQL) をインターネットに開放しています (ポート ${describePorts(rule)})`,
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
    ports    = ["3306"]
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
    ports    = ["3305-3308"]
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
    ports    = ["3306"]
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
    ports    = ["3306"]
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
    ports    = ["3306"]
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
    ports    = ["3306"]
  }
}`,
    ),
  ],
});
