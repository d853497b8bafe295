/** 0.0.0.0/0 as authorized network authorizes everybody. */
import { defineCheck, fail, fails, isInternet, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Authorized networks of the Kubernetes API do not admit everybody (GKE)',
    ja: 'Kubernetes API の承認済みネットワークが全体に開いていない (GKE)',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'With 0.0.0.0/0 the list of authorized networks limits nobody.',
    ja: '0.0.0.0/0 を含むと、承認済みネットワークの制限は無意味になります。',
  },
  fix: {
    summary: { en: 'Name the networks that administer the cluster.', ja: 'クラスタを管理するネットワークだけを指定してください。' },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "198.51.100.0/24"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks'],
  equivalents: ['CKV_GCP_18', 'AVD-GCP-0053', 'tfsec:google-gke-no-public-control-plane'],
  evaluate(cluster) {
    if (none(cluster.authorizedNetworks, (cidr) => isInternet([cidr])) && !isInternet([...cluster.authorizedNetworks])) return pass();
    return fail({
      en: `Cluster ${cluster.name} lets everybody reach its Kubernetes API`,
      ja: `クラスタ ${cluster.name} の Kubernetes API は誰でも接続できます`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "0.0.0.0/0"
    }
  }
}`,
    ),
    fails(
      'two halves of the internet',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "0.0.0.0/1"
    }
    cidr_blocks {
      cidr_block = "128.0.0.0/1"
    }
  }
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
    isUnknown(
      'handed in',
      `variable "network" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = var.network
    }
  }
}`,
    ),
  ],
});
