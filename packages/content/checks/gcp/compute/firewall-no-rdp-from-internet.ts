/** Ransomware comes in by RDP. */
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
  title: { en: 'RDP is not open to the internet', ja: 'RDP がインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Open RDP is the usual door of ransomware: passwords are guessed around the clock.',
    ja: '開いた RDP はランサムウェアの代表的な侵入口で、パスワードが絶えず試されます。',
  },
  fix: {
    summary: {
      en: 'Admit RDP from known addresses only, or use Identity-Aware Proxy.',
      ja: 'RDP の許可元を既知のアドレスに絞るか、Identity-Aware Proxy を使ってください。',
    },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    cli: 'gcloud compute firewall-rules update NAME --source-ranges=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV_GCP_3', 'AVD-GCP-0070', 'prowler:compute_firewall_rdp_access_from_the_internet_allowed', 'cloudsploit:openRDP'],
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, (each) => admitsPort(each, { from: 3389, to: 3389 }));
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to port 3389 (RDP; ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} がポート 3389 (RDP) をインターネットに開放しています (ポート ${describePorts(rule)})`,
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
    ports    = ["3389"]
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
    ports    = ["3388-3391"]
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
    ports    = ["3389"]
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
    ports    = ["3389"]
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
    ports    = ["3389"]
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
    ports    = ["3389"]
  }
}`,
    ),
  ],
});
