/** A control plane without an external address needs no list of who may come. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The control plane has no external address (GKE)', ja: 'コントロールプレーンに外部アドレスがない (GKE)' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'The Kubernetes API on the internet is one hole or one token away from everybody.',
    ja: 'インターネット上の Kubernetes API は、脆弱性やトークン 1 つで誰にでも開きます。',
  },
  fix: {
    summary: { en: 'Set enable_private_endpoint to true.', ja: 'enable_private_endpoint を true にしてください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_endpoint = true
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation'],
  equivalents: ['cloudsploit:privateEndpoint'],
  evaluate(cluster) {
    if (cluster.hasPrivateEndpoint) return pass();
    return fail({
      en: `The control plane of cluster ${cluster.name} has an external address`,
      ja: `クラスタ ${cluster.name} のコントロールプレーンに外部アドレスがあります`,
    });
  },
  examples: [
    fails(
      'enable_private_endpoint is false',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_endpoint = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'enable_private_endpoint is true',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_endpoint = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_private_endpoint" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_endpoint = var.enable_private_endpoint
  }
}`,
    ),
  ],
});
