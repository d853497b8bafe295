/** The rules of the default network open SSH and RDP to the world. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The firewall rules of the default network are not kept', ja: 'default ネットワークの既定のルールが残っていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'default-allow-ssh, -rdp, -icmp and -internal are as wide as a convenience setting has to be.',
    ja: 'default-allow-ssh・rdp・icmp・internal は手軽さのために広く開けられています。',
  },
  fix: {
    summary: { en: 'Delete the rule and write one for what is needed.', ja: 'ルールを削除し、必要な分だけを書いてください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["198.51.100.0/24"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls#more_rules_default_vpc'],
  equivalents: ['AVD-GCP-0073'],
  noFramework: 'no control mapping yet',
  evaluate(firewall) {
    const label = firewall.ruleName;
    if (label === undefined || !/^default-allow-(?:ssh|rdp|icmp|internal)$/.test(label) || firewall.isDisabled) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} is one of the default network`,
      ja: `ファイアウォールルール ${firewall.name} は default ネットワークの既定のルールです`,
    });
  },
  examples: [
    fails(
      'default-allow-ssh',
      `resource "google_compute_firewall" "default-allow-ssh" {
  name    = "default-allow-ssh"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'a rule of ones own',
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
  ],
});
