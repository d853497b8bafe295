/** Pods of a VPC-native cluster have addresses that firewall rules know. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters are VPC-native (GKE)', ja: 'クラスタが VPC ネイティブである (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'With routes instead of alias addresses anti-spoofing does not cover pods, and network features are missing.',
    ja: 'ルートベースでは Pod のなりすまし防止が効かず、使えないネットワーク機能もあります。',
  },
  fix: {
    summary: {
      en: 'Write ip_allocation_policy and leave networking_mode at VPC_NATIVE.',
      ja: 'ip_allocation_policy を書き、networking_mode は VPC_NATIVE のままにしてください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ip_allocation_policy {
    cluster_secondary_range_name = "pods"
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips'],
  equivalents: ['CKV_GCP_23', 'AVD-GCP-0049', 'tfsec:google-gke-enable-ip-aliasing'],
  evaluate(cluster) {
    if (cluster.isVpcNative) return pass();
    return fail({ en: `Cluster ${cluster.name} is routes-based`, ja: `クラスタ ${cluster.name} はルートベースです` });
  },
  examples: [
    fails(
      'routes',
      `resource "google_container_cluster" "orders" {
  name            = "orders"
  location        = "asia-northeast1"
  networking_mode = "ROUTES"
}`,
    ),
    fails(
      'not written, with an old provider',
      `terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 4.80"
    }
  }
}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'ranges',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  ip_allocation_policy {
    cluster_secondary_range_name = "pods"
  }
}`,
    ),
    passes(
      'not written: the default since version 5',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "mode" {}
resource "google_container_cluster" "orders" {
  name            = "orders"
  location        = "asia-northeast1"
  networking_mode = var.mode
}`,
    ),
  ],
});
