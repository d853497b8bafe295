/** The Kubernetes API is the key to everything that runs in the cluster. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The Kubernetes API is limited to named networks (GKE)', ja: 'Kubernetes API への接続元が限定されている (GKE)' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Without the limit anybody on the internet may try stolen tokens and new holes on the API.',
    ja: '制限がないと、盗んだトークンや新しい脆弱性をインターネット上の誰でも API に試せます。',
  },
  fix: {
    summary: {
      en: 'Write master_authorized_networks_config with your networks.',
      ja: 'master_authorized_networks_config に自社のネットワークを書いてください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "198.51.100.0/24"
    }
  }
}`,
    cli: 'gcloud container clusters update NAME --enable-master-authorized-networks --master-authorized-networks=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks'],
  equivalents: ['CKV_GCP_20', 'AVD-GCP-0061', 'tfsec:google-gke-enable-master-networks', 'cloudsploit:masterAuthorizedNetwork'],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.hasAuthorizedNetworks,
        () => cluster.hasPrivateEndpoint,
      )
    )
      return pass();
    return fail({
      en: `The Kubernetes API of cluster ${cluster.name} can be reached from anywhere`,
      ja: `クラスタ ${cluster.name} の Kubernetes API にどこからでも接続できます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'the office',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "198.51.100.0/24"
    }
  }
}`,
    ),
    passes(
      'nobody outside',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
  }
}`,
    ),
    isUnknown(
      'perhaps',
      `variable "networks" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  dynamic "master_authorized_networks_config" {
    for_each = var.networks
    content {
      cidr_blocks {
        cidr_block = master_authorized_networks_config.value
      }
    }
  }
}`,
    ),
    passes(
      'only a private endpoint',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}`,
    ),
  ],
});
