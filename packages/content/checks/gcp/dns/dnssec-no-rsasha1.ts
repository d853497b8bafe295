/** SHA-1 has been broken since 2017. */
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No key of a zone is RSASHA1', ja: 'ゾーンのどの鍵も RSASHA1 ではない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.dns.zone',
  why: {
    en: 'Signatures with SHA-1 can be forged; resolvers begin to ignore them.',
    ja: 'SHA-1 の署名は偽造でき、リゾルバーからも無視されるようになっています。',
  },
  fix: {
    summary: { en: 'Use RSASHA256 or ECDSAP256SHA256.', ja: 'RSASHA256 か ECDSAP256SHA256 を使ってください。' },
    terraform: `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
    default_key_specs {
      key_type  = "keySigning"
      algorithm = "ecdsap256sha256"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/dns/docs/dnssec-advanced'],
  equivalents: ['CKV_GCP_17', 'AVD-GCP-0012', 'tfsec:google-dns-no-rsa-sha1'],
  noFramework: 'no control mapping yet',
  evaluate(zone) {
    if (none(zone.keys, (key) => key.algorithm.toLowerCase() === 'rsasha1')) return pass();
    return fail({ en: `Zone ${zone.name} has a key with RSASHA1`, ja: `ゾーン ${zone.name} に RSASHA1 の鍵があります` });
  },
  examples: [
    fails(
      'one of the keys',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
    default_key_specs {
      key_type  = "zoneSigning"
      algorithm = "rsasha1"
    }
  }
}`,
    ),
    passes(
      'ECDSA',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
    default_key_specs {
      key_type  = "keySigning"
      algorithm = "ecdsap256sha256"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "algorithm" {}
resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
    default_key_specs {
      key_type  = "keySigning"
      algorithm = var.algorithm
    }
  }
}`,
    ),
  ],
});
