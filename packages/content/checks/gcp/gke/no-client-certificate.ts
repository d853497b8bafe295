/** A client certificate of the cluster cannot be taken back. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No client certificate is issued (GKE)', ja: 'クライアント証明書が発行されない (GKE)' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Whoever has the certificate stays in the cluster until it is made anew.',
    ja: '証明書を持つ人は、クラスタを作り直すまで締め出せません。',
  },
  fix: {
    edits: { terraform: [{ set: 'master_auth.client_certificate_config.issue_client_certificate', value: false }] },
    cautions: ['replaces', 'refuses-keys'],
    summary: {
      en: 'Leave issue_client_certificate out or set it to false.',
      ja: 'issue_client_certificate を書かないか false にしてください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication'],
  equivalents: ['CKV_GCP_13'],
  evaluate(cluster) {
    if (!cluster.issuesClientCertificate) return pass();
    return fail({
      en: `Cluster ${cluster.name} issues a client certificate`,
      ja: `クラスタ ${cluster.name} はクライアント証明書を発行します`,
    });
  },
  examples: [
    fails(
      'issue_client_certificate is true',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    client_certificate_config {
      issue_client_certificate = true
    }
  }
}`,
    ),
    passes(
      'issue_client_certificate is false',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "issue_client_certificate" {}
resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    client_certificate_config {
      issue_client_certificate = var.issue_client_certificate
    }
  }
}`,
    ),
  ],
});
