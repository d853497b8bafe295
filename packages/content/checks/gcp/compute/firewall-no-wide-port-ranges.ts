/** A range that is wider than the application opens what nobody meant to. */
import { defineCheck, describePorts, fail, fails, find, isEveryProtocol, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firewall rules open narrow port ranges only', ja: 'ファイアウォールルールのポート範囲が狭い' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'In a wide range something listens that nobody thought of: a debugger, an agent, a forgotten service.',
    ja: '広い範囲では、デバッガやエージェント、忘れられたサービスなど想定外のものが待ち受けています。',
  },
  fix: {
    summary: { en: 'Name the ports that are needed.', ja: '必要なポートを指定してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: ['AVD-GCP-0074'],
  noFramework: 'no control mapping yet',
  params: {
    maximumPorts: {
      type: 'number',
      default: 30,
      min: 1,
      description: { en: 'Ports that one range may hold', ja: '1 つの範囲に含めてよいポート数' },
    },
  },
  evaluate(firewall, { maximumPorts }) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const rule = find(
      firewall.rules,
      (each) =>
        isEveryProtocol(each.protocol) ||
        (/^(?:tcp|udp|sctp|6|17|132)$/i.test(each.protocol) && each.toPort - each.fromPort >= maximumPorts),
    );
    if (!rule) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} opens more than ${maximumPorts} ports at once (${describePorts(rule)})`,
      ja: `ファイアウォールルール ${firewall.name} は ${maximumPorts} を超えるポートをまとめて開いています (${describePorts(rule)})`,
    });
  },
  examples: [
    fails(
      'a thousand ports',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8000-8999"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    fails(
      'every protocol',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "all"
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    passes(
      'one port',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    passes(
      'a few',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080-8089"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    passes(
      'ICMP has no ports',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "icmp"
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
    fails(
      'a narrower limit',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["8080-8089"]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
      { params: { maximumPorts: 5 } },
    ),
    isUnknown(
      'handed in',
      `variable "ports" {}
resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = [var.ports]
  }
  source_ranges = ["10.20.0.0/20"]
}`,
    ),
  ],
});
