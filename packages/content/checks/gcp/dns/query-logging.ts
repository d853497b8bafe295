/** Malware asks for its masters by name. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DNS queries are logged', ja: 'DNS クエリのログが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.dns.policy',
  why: {
    en: 'The names that machines ask for show malware and data that leaves by DNS.',
    ja: 'VM が問い合わせる名前から、マルウェアや DNS 経由の持ち出しに気づけます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_logging', value: true }] },
    summary: { en: 'Set enable_logging to true.', ja: 'enable_logging を true にしてください。' },
    terraform: `resource "google_dns_policy" "orders" {
  name = "orders"
  networks {
    network_url = "projects/orders/global/networks/orders"
  }
  enable_logging = true
}`,
    cli: 'gcloud dns policies update NAME --enable-logging',
  },
  references: ['https://cloud.google.com/dns/docs/monitoring'],
  equivalents: ['prowler:compute_network_dns_logging_enabled', 'cloudsploit:dnsLoggingEnabled'],
  evaluate(policy) {
    if (policy.isLogged) return pass();
    return fail({ en: `DNS policy ${policy.name} does not log queries`, ja: `DNS ポリシー ${policy.name} はクエリを記録していません` });
  },
  examples: [
    fails(
      'enable_logging is false',
      `resource "google_dns_policy" "orders" {
  name = "orders"
  networks {
    network_url = "projects/orders/global/networks/orders"
  }
  enable_logging = false
}`,
    ),
    fails(
      'not written',
      `resource "google_dns_policy" "orders" {
  name = "orders"
  networks {
    network_url = "projects/orders/global/networks/orders"
  }
}`,
    ),
    passes(
      'enable_logging is true',
      `resource "google_dns_policy" "orders" {
  name = "orders"
  networks {
    network_url = "projects/orders/global/networks/orders"
  }
  enable_logging = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_logging" {}
resource "google_dns_policy" "orders" {
  name = "orders"
  networks {
    network_url = "projects/orders/global/networks/orders"
  }
  enable_logging = var.enable_logging
}`,
    ),
  ],
});
