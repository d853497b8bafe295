/** File shares, remote shells and admin consoles were never made for the internet. */
import { defineCheck, fail, fails, findOpenPorts, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'High-risk ports are not open to the internet', ja: '危険なポートがインターネットに開いていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.firewall',
  why: {
    en: 'These services have weak logins or a long list of known holes; worms and ransomware look for them all day.',
    ja: 'これらのサービスは認証が弱いか脆弱性が多く、ワームやランサムウェアが常に探しています。',
  },
  fix: {
    summary: { en: 'Close the ports, or admit known addresses only.', ja: 'ポートを閉じるか、既知のアドレスのみを許可してください。' },
    terraform: `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
  },
  references: ['https://cloud.google.com/firewall/docs/firewalls'],
  equivalents: [
    'cloudsploit:openTelnet',
    'cloudsploit:openCIFS',
    'cloudsploit:openNetBIOS',
    'cloudsploit:openRPC',
    'cloudsploit:openSMBoTCP',
    'cloudsploit:openVNCClient',
    'cloudsploit:openVNCServer',
    'cloudsploit:openKibana',
    'cloudsploit:openDocker',
  ],
  noFramework: 'no control mapping yet',
  params: {
    ports: {
      type: 'strings',
      default: [
        '23',
        '111',
        '135',
        '137-139',
        '389',
        '445',
        '512-514',
        '2375-2376',
        '2379-2380',
        '3000',
        '5500',
        '5601',
        '5900-5910',
        '5985-5986',
        '6443',
        '8088',
        '10250',
        '50070',
      ],
      description: { en: 'Ports or ranges that are dangerous on the internet', ja: 'インターネットに開くと危険なポートまたは範囲' },
    },
  },
  evaluate(firewall, { ports }) {
    if (firewall.direction.toUpperCase() !== 'INGRESS')
      return notApplicable({ en: `${firewall.name} is no ingress rule`, ja: `${firewall.name} は上り (内向き) のルールではありません` });
    if (!firewall.isAllow || firewall.isDisabled) return pass();
    const open = findOpenPorts(firewall.rules, ports);
    if (!open) return pass();
    return fail({
      en: `Firewall rule ${firewall.name} admits the internet to the high-risk port ${open.ports}`,
      ja: `ファイアウォールルール ${firewall.name} が危険なポート ${open.ports} をインターネットに開放しています`,
    });
  },
  examples: [
    fails(
      'Telnet',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["23"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'SMB in a range',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["440-450"]
  }
  source_ranges = ["0.0.0.0/0"]
}`,
    ),
    fails(
      'the Docker API',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["2375"]
  }
  source_ranges = ["::/0"]
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
    passes(
      'SMB inside',
      `resource "google_compute_firewall" "web" {
  name    = "web"
  network = "orders"
  allow {
    protocol = "tcp"
    ports    = ["445"]
  }
  source_ranges = ["10.0.0.0/8"]
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
    ports    = ["23"]
  }
  source_ranges = var.ranges
}`,
    ),
  ],
});
