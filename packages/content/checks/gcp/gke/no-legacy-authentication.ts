/** Passwords and certificates of the cluster know no people. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Neither passwords nor client certificates open the cluster (GKE)',
    ja: 'パスワードやクライアント証明書による認証が無効である (GKE)',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.gke.cluster',
  why: {
    en: 'Basic authentication and client certificates bypass the accounts of your people: nobody can revoke them singly.',
    ja: 'ベーシック認証や証明書は個人のアカウントと結び付かず、個別に取り消せません。',
  },
  fix: {
    summary: {
      en: 'Leave master_auth out; use the accounts of Google Cloud.',
      ja: 'master_auth を書かず、Google Cloud のアカウントを使ってください。',
    },
    terraform: `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
  },
  references: ['https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication'],
  equivalents: ['AVD-GCP-0064', 'tfsec:google-gke-no-legacy-authentication'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (
      allOf(
        () => !cluster.hasBasicAuthentication,
        () => !cluster.issuesClientCertificate,
      )
    )
      return pass();
    return fail({
      en: `Cluster ${cluster.name} is opened by a password or client certificate`,
      ja: `クラスタ ${cluster.name} はパスワードやクライアント証明書で操作できます`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    username = "admin"
    password = "orders"
  }
}`,
    ),
    fails(
      'a certificate',
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
      'neither',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
}`,
    ),
    passes(
      'an empty user',
      `resource "google_container_cluster" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  master_auth {
    username = ""
    password = ""
  }
}`,
    ),
  ],
});
