/** Flow logs show who talked to whom, also weeks later. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Subnets have flow logs', ja: 'サブネットのフローログが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.compute.subnetwork',
  why: {
    en: 'Without flow logs nobody can say after an intrusion where the intruder went and what left.',
    ja: 'フローログがないと、侵入者がどこへ移動し何を持ち出したか分かりません。',
  },
  fix: {
    edits: { terraform: [{ set: 'log_config.flow_sampling', value: 1 }] },
    cautions: ['costs'],
    summary: { en: 'Add a log_config to the subnet.', ja: 'サブネットに log_config を追加してください。' },
    terraform: `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
    flow_sampling        = 1.0
    metadata             = "INCLUDE_ALL_METADATA"
  }
}`,
    cli: 'gcloud compute networks subnets update NAME --region=REGION --enable-flow-logs',
  },
  references: ['https://cloud.google.com/vpc/docs/using-flow-logs'],
  equivalents: [
    'CKV_GCP_26',
    'AVD-GCP-0029',
    'AVD-GCP-0076',
    'tfsec:google-compute-enable-vpc-flow-logs',
    'prowler:compute_subnet_flow_logs_enabled',
    'cloudsploit:flowLogsEnabled',
  ],
  evaluate(subnetwork) {
    if (
      /^(?:INTERNAL_HTTPS_LOAD_BALANCER|REGIONAL_MANAGED_PROXY|GLOBAL_MANAGED_PROXY|PRIVATE_SERVICE_CONNECT|PRIVATE_NAT)$/.test(
        subnetwork.purpose,
      )
    )
      return notApplicable({ en: `Subnet ${subnetwork.name} holds no machines`, ja: `サブネット ${subnetwork.name} に VM はありません` });
    if (subnetwork.hasFlowLogs && subnetwork.sampling > 0) return pass();
    return fail({
      en: `Subnet ${subnetwork.name} has no flow logs`,
      ja: `サブネット ${subnetwork.name} のフローログが無効です`,
    });
  },
  examples: [
    fails(
      'no logs',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
}`,
    ),
    fails(
      'nothing is sampled',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  log_config {
    flow_sampling = 0
  }
}`,
    ),
    passes(
      'logs',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
    flow_sampling        = 1.0
    metadata             = "INCLUDE_ALL_METADATA"
  }
}`,
    ),
    isNotApplicable(
      'a subnet of proxies',
      `resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  purpose       = "REGIONAL_MANAGED_PROXY"
  role          = "ACTIVE"
}`,
    ),
    isUnknown(
      'perhaps',
      `variable "logs" {}
resource "google_compute_subnetwork" "orders" {
  name          = "orders"
  region        = "asia-northeast1"
  ip_cidr_range = "10.20.0.0/20"
  network       = "orders"
  dynamic "log_config" {
    for_each = var.logs
    content {
      flow_sampling = 1.0
    }
  }
}`,
    ),
  ],
});
