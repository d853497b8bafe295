/** SHA-1 has been broken since 2017. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key-signing key is not RSASHA1', ja: '鍵署名鍵 (KSK) が RSASHA1 ではない' },
  severity: 'medium',
  priority: 'P1',
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
  equivalents: ['prowler:dns_rsasha1_in_use_to_key_sign_in_dnssec', 'cloudsploit:dnsSecSigningAlgorithm'],
  evaluate(zone) {
    const weak = find(zone.keys, (key) => key.algorithm.toLowerCase() === 'rsasha1' && (key.keyType ?? 'keySigning') === 'keySigning');
    if (!weak) return pass();
    return fail({
      en: `The key-signing key of ${zone.name} is RSASHA1`,
      ja: `${zone.name} の鍵署名鍵 (KSK) は RSASHA1 です`,
    });
  },
  examples: [
    fails(
      'RSASHA1',
      `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example.com."
  dnssec_config {
    state = "on"
    default_key_specs {
      key_type  = "keySigning"
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
    passes(
      'the default',
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
    passes(
      'the other key',
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
  ],
});
