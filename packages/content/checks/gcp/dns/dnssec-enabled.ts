/** Without signatures an answer can be forged on the way. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public zones sign with DNSSEC', ja: '公開ゾーンが DNSSEC で署名されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.dns.zone',
  why: {
    en: 'Forged answers send customers and their mail to somebody else; signed zones are checked by resolvers.',
    ja: '偽の応答で顧客やメールが別の場所に誘導されます。署名があればリゾルバーが検証できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'dnssec_config.state', value: 'on' }] },
    summary: { en: 'Set the state of dnssec_config to on.', ja: 'dnssec_config の state を on にしてください。' },
    terraform: `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
  }
}`,
    cli: 'gcloud dns managed-zones update NAME --dnssec-state=on',
  },
  references: ['https://cloud.google.com/dns/docs/dnssec'],
  equivalents: ['CKV_GCP_16', 'AVD-GCP-0013', 'tfsec:google-dns-enable-dnssec', 'prowler:dns_dnssec_disabled', 'cloudsploit:dnsSecEnabled'],
  evaluate(zone) {
    if (zone.isPrivate) return notApplicable({ en: `Zone ${zone.name} is private`, ja: `ゾーン ${zone.name} は限定公開です` });
    if (zone.dnssec === 'on' || zone.dnssec === 'transfer') return pass();
    return fail({ en: `Zone ${zone.name} is not signed`, ja: `ゾーン ${zone.name} は DNSSEC で署名されていません` });
  },
  examples: [
    fails(
      'state is off',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "off"
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
}`,
    ),
    passes(
      'state is on',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "state" {}
resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = var.state
  }
}`,
    ),
    isNotApplicable(
      'a private zone',
      `resource "google_dns_managed_zone" "shop" {
  name       = "shop"
  dns_name   = "shop.example.com."
  visibility = "private"
}`,
    ),
    passes(
      'being moved',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "transfer"
  }
}`,
    ),
  ],
});
