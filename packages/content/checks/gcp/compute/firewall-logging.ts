/** A rule that logs shows who knocked and who got in. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall rules log', ja: 'ファイアウォールルールのログが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Without logs nobody can say which connections a rule admitted or refused.',
    ja: 'ログがないと、ルールがどの接続を許可・拒否したか分かりません。',
  },
  fix: {
    edits: { terraform: [{ of: ['google_compute_firewall'], set: 'log_config.metadata', value: 'INCLUDE_ALL_METADATA' }] },
    cautions: ['costs'],
    summary: { en: 'Add a log_config.', ja: 'log_config を追加してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["10.0.0.0/8"]
  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}`,
    cli: 'gcloud compute firewall-rules update NAME --enable-logging',
  },
  references: ['https://cloud.google.com/firewall/docs/firewall-rules-logging'],
  equivalents: ['cloudsploit:firewallLoggingMetadata'],
  evaluate(firewall) {
    if (firewall.isLogged) return pass();
    return fail({ en: `Firewall rule ${firewall.name} does not log`, ja: `ファイアウォールルール ${firewall.name} のログが無効です` });
  },
  examples: [
    fails(
      'no logs',
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
      'logs',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["10.0.0.0/8"]
  log_config {
    metadata = "INCLUDE_ALL_METADATA"
  }
}`,
    ),
  ],
});
