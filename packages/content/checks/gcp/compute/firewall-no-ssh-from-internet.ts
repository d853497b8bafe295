/** The opened-for-a-moment SSH port is the first step of many incidents. */
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
  title: { en: 'SSH is not open to the internet', ja: 'SSH がインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Scanners find an open port within hours; then one weak or leaked credential is enough to get in.',
    ja: '開いたポートは数時間でスキャナーに見つかり、弱い、または漏れた認証情報が 1 つあれば侵入されます。',
  },
  fix: {
    summary: {
      en: 'Admit SSH from known addresses only, or use Identity-Aware Proxy.',
      ja: 'SSH の許可元を既知のアドレスに絞るか、Identity-Aware Proxy を使ってください。',
    },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
    cli: 'gcloud compute firewall-rules update NAME --source-ranges=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['CKV_GCP_2', 'AVD-GCP-0071', 'prowler:compute_firewall_ssh_access_from_the_internet_allowed', 'cloudsploit:openSSH'],
  evaluate(firewall) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = findInternetRule(firewall.rules, (each) => admitsPort(each, { from: 22, to: 22 }));
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to port 22 (SSH; ports ${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} がポート 22 (SSH) をインターネットに開放しています (ポート ${describePorts(rule)})`,
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
    ports    = ["22"]
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
    ports    = ["21-24"]
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
    ports    = ["22"]
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
    ports    = ["22"]
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
    ports    = ["22"]
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
    ports    = ["22"]
  }
}`,
    ),
    fails(
      'a rule of a firewall policy',
      `resource "google_compute_network_firewall_policy_rule" "ssh" {
  firewall_policy = "baseline"
  priority        = 1000
  direction       = "INGRESS"
  action          = "allow"
  match {
    src_ip_ranges = ["0.0.0.0/0"]
    layer4_configs {
      ip_protocol = "tcp"
      ports       = ["22"]
    }
  }
}`,
    ),
    fails(
      'no source at all',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
    passes(
      'by tag only',
      `resource "google_compute_firewall" "web" {
  name        = "web"
  network     = "orders"
  source_tags = ["bastion"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
    passes(
      'IAP',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["35.235.240.0/20"]
}`,
    ),
    passes(
      'undone by a deny rule that comes first',
      `resource "google_compute_firewall" "deny" {
  name     = "deny"
  network  = "orders"
  priority = 100
  deny {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'the deny rule comes last',
      `resource "google_compute_firewall" "deny" {
  name     = "deny"
  network  = "orders"
  priority = 65534
  deny {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'the deny rule is for other machines',
      `resource "google_compute_firewall" "deny" {
  name        = "deny"
  network     = "orders"
  priority    = 100
  target_tags = ["db"]
  deny {
    protocol = "all"
  }
  source_ranges = ["0.0.0.0/0"]
}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
  ],
});
