/** A hole that was opened "for a moment" is the one that nobody closes. */
import { defineCheck, fail, fails, isUnknown, overdueRules, pass, passes, temporaryParams } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall rules are not temporary ones that stayed', ja: '一時的なファイアウォールルールが残っていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'Rules for a test, a vendor visit or a workaround are forgotten when the work is done; nobody misses them but an attacker.',
    ja: '試験や業者対応、回避策のために開けたルールは、作業が終わると忘れられます。残った穴に気づくのは攻撃者だけです。',
  },
  fix: {
    summary: {
      en: 'Remove the rule, or write until when it is needed (until 2027-03-31) and by whom.',
      ja: 'ルールを削除するか、誰がいつまで必要とするか (2027-03-31 まで など) を書いてください。',
    },
    terraform: `resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = "Operators of the orders system"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    cli: 'gcloud compute firewall-rules delete RULE',
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: [],
  noFramework: 'a matter of practice that no framework counts',
  params: temporaryParams,
  evaluate(firewall, params) {
    const overdue = overdueRules([[firewall]], params);
    if (!overdue) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} should be gone: it ${overdue.reason.en}`,
      ja: `一時的なファイアウォールルール ${firewall.name} が残っています: ${overdue.reason.ja}`,
    });
  },
  examples: [
    fails(
      'the description says it',
      `resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = "temporary access for the vendor"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
    fails(
      'the name says it',
      `resource "google_compute_firewall" "ssh" {
  name          = "tmp-ssh"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
    fails(
      'its day has passed',
      `resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = "令和8年3月31日まで"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    fails(
      'the ticket that it was for is closed',
      `# see https://example.com/tickets/812
resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
      { params: { closedTickets: ['tickets/812'] } },
    ),
    passes(
      'its day is still to come',
      `resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = "vendor, until 2027-01-31"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
      { params: { today: ['2026-11-22'] } },
    ),
    passes(
      'nothing of the kind',
      `resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = "Operators"
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
    isUnknown(
      'the description is handed in',
      `variable "purpose" {}
resource "google_compute_firewall" "ssh" {
  name          = "orders-ssh"
  description   = var.purpose
  network       = "orders"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}`,
    ),
  ],
});
