/** Databases on the internet are found, emptied and held to ransom. */
import { defineCheck, fail, fails, findOpenPorts, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database ports are not open to the internet', ja: 'データベースのポートがインターネットに開いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Open databases are found within hours; many have been emptied and held to ransom.',
    ja: '公開データベースは数時間で見つかり、中身を消されて身代金を要求される例が多数あります。',
  },
  fix: {
    summary: {
      en: 'Admit database ports from the application only.',
      ja: 'データベースのポートはアプリケーションからのみ許可してください。',
    },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: [
    'cloudsploit:openMySQL',
    'cloudsploit:openPostgreSQL',
    'cloudsploit:openMsSQL',
    'cloudsploit:openMongo',
    'cloudsploit:openRedis',
  ],
  params: {
    ports: {
      type: 'strings',
      default: ['1433', '1521', '3306', '5432', '5984', '6379', '7000-7001', '9042', '9200', '9300', '11211', '27017-27019'],
      description: { en: 'Ports or ranges of databases', ja: 'データベースのポートまたは範囲' },
    },
  },
  evaluate(firewall, { ports }) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const open = findOpenPorts(firewall.rules, ports);
    if (!open) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to the database port ${open.ports}`,
      ja: `ファイアウォールルール ${firewall.name} がデータベースのポート ${open.ports} をインターネットに開放しています`,
    });
  },
  examples: [
    fails(
      'PostgreSQL',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'Redis in a range',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["6000-7000"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'from the application',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
  source_ranges = ["10.20.0.0/20"]
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
    fails(
      'a port of ones own',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["9042"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
      { params: { ports: ['9042'] } },
    ),
    isUnknown(
      'handed in',
      `variable "ranges" {}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
  source_ranges = var.ranges
}`,
    ),
  ],
});
