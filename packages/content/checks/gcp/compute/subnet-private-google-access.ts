/** Machines without external addresses should still reach Google without the internet. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Private Google access is on', ja: '限定公開の Google アクセスが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.subnetwork',
  why: {
    en: 'Without it machines need an external address or NAT to reach Google APIs, and people give them one.',
    ja: '無効だと Google API の利用に外部 IP や NAT が必要になり、VM に外部 IP が付けられがちです。',
  },
  fix: {
    edits: { terraform: [{ set: 'private_ip_google_access', value: true }] },
    summary: { en: 'Set private_ip_google_access to true.', ja: 'private_ip_google_access を true にしてください。' },
    terraform: `resource "google_compute_subnetwork" "orders" {
  name                     = "orders"
  region                   = "asia-northeast1"
  ip_cidr_range            = "10.20.0.0/20"
  network                  = "orders"
  private_ip_google_access = true
}`,
    cli: 'gcloud compute networks subnets update NAME --region=REGION --enable-private-ip-google-access',
  },
  references: ['https://cloud.google.com/vpc/docs/private-google-access'],
  equivalents: ['CKV_GCP_74', 'AVD-GCP-0075', 'cloudsploit:privateAccessEnabled'],
  evaluate(subnetwork) {
    if (
      /^(?:INTERNAL_HTTPS_LOAD_BALANCER|REGIONAL_MANAGED_PROXY|GLOBAL_MANAGED_PROXY|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT)$/.test(
        subnetwork.purpose,
      )
    )
      return notApplicable({ en: `Subnet ${subnetwork.name} holds no machines`, ja: `サブネット ${subnetwork.name} に VM はありません` });
    if (subnetwork.hasPrivateGoogleAccess) return pass();
    return fail({
      en: `Subnet ${subnetwork.name} has no private access to Google APIs`,
      ja: `サブネット ${subnetwork.name} の限定公開の Google アクセスが無効です`,
    });
  },
  examples: [
    fails(
      'private_ip_google_access is false',
      `resource "google_compute_subnetwork" "orders" {
  name                     = "orders"
  region                   = "asia-northeast1"
  ip_cidr_range            = "10.20.0.0/20"
  network                  = "orders"
  private_ip_google_access = false
}`,
    ),
    fails(
      'not written',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
}`,
    ),
    passes(
      'private_ip_google_access is true',
      `resource "google_compute_subnetwork" "orders" {
  name                     = "orders"
  region                   = "asia-northeast1"
  ip_cidr_range            = "10.20.0.0/20"
  network                  = "orders"
  private_ip_google_access = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "private_ip_google_access" {}
resource "google_compute_subnetwork" "orders" {
  name                     = "orders"
  region                   = "asia-northeast1"
  ip_cidr_range            = "10.20.0.0/20"
  network                  = "orders"
  private_ip_google_access = var.private_ip_google_access
}`,
    ),
    isNotApplicable(
      'a subnet of proxies',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  purpose       = "GLOBAL_MANAGED_PROXY"
}`,
    ),
  ],
});
