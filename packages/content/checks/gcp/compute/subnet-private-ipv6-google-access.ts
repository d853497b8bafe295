/** The same for IPv6. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Private Google access is on for IPv6', ja: 'IPv6 で限定公開の Google アクセスが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.subnetwork',
  why: {
    en: 'Dual-stack machines without it reach Google APIs over the internet.',
    ja: 'デュアルスタックの VM は、無効だと Google API にインターネット経由で接続します。',
  },
  fix: {
    edits: { terraform: [{ set: 'private_ipv6_google_access', value: 'ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE' }] },
    summary: {
      en: 'Set private_ipv6_google_access to ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE.',
      ja: 'private_ipv6_google_access を ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE にしてください。',
    },
    terraform: `resource "google_compute_subnetwork" "orders" {
  name                       = "orders"
  region                     = "asia-northeast1"
  ip_cidr_range              = "10.20.0.0/20"
  network                    = "orders"
  stack_type                 = "IPV4_IPV6"
  private_ipv6_google_access = "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/private-google-access'],
  equivalents: ['CKV_GCP_76'],
  noFramework: 'no control mapping yet',
  evaluate(subnetwork) {
    if (
      /^(?:INTERNAL_HTTPS_LOAD_BALANCER|REGIONAL_MANAGED_PROXY|GLOBAL_MANAGED_PROXY|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT)$/.test(
        subnetwork.purpose,
      )
    )
      return notApplicable({ en: `Subnet ${subnetwork.name} holds no machines`, ja: `サブネット ${subnetwork.name} に VM はありません` });
    if (subnetwork.stackType === 'IPV4_ONLY')
      return notApplicable({ en: `Subnet ${subnetwork.name} has no IPv6`, ja: `サブネット ${subnetwork.name} は IPv6 を使っていません` });
    if (subnetwork.ipv6GoogleAccess.startsWith('ENABLE_')) return pass();
    return fail({
      en: `Subnet ${subnetwork.name} has no private access to Google APIs over IPv6`,
      ja: `サブネット ${subnetwork.name} の IPv6 で限定公開の Google アクセスが無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  stack_type    = "IPV4_IPV6"
}`,
    ),
    passes(
      'outbound',
      `resource "google_compute_subnetwork" "orders" {
  name                       = "orders"
  region                     = "asia-northeast1"
  ip_cidr_range              = "10.20.0.0/20"
  network                    = "orders"
  stack_type                 = "IPV4_IPV6"
  private_ipv6_google_access = "ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE"
}`,
    ),
    isNotApplicable(
      'IPv4 only',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "access" {}
resource "google_compute_subnetwork" "orders" {
  name                       = "orders"
  region                     = "asia-northeast1"
  ip_cidr_range              = "10.20.0.0/20"
  network                    = "orders"
  stack_type                 = "IPV4_IPV6"
  private_ipv6_google_access = var.access
}`,
    ),
  ],
});
