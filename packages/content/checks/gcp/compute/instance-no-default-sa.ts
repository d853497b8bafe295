/** The default account may edit the whole project unless somebody has taken that away. */
import {
  aside,
  defineCheck,
  fail,
  fails,
  isDefaultServiceAccount,
  isNotApplicable,
  isUnknown,
  none,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances do not use the default service account', ja: 'インスタンスがデフォルトのサービスアカウントを使っていない' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'The default account usually holds Editor on the project: whoever takes one machine takes all of it.',
    ja: 'デフォルトのアカウントは多くの場合プロジェクトの編集者で、VM を 1 台奪われると全体を奪われます。',
  },
  fix: {
    summary: {
      en: 'Attach a service account of its own with the roles that the machine needs.',
      ja: '必要なロールだけを持つ専用のサービスアカウントを割り当ててください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "web@orders-prd.iam.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}`,
    cli: 'gcloud compute instances set-service-account NAME --service-account=ACCOUNT --scopes=cloud-platform',
  },
  references: ['https://cloud.google.com/compute/docs/access/service-accounts'],
  equivalents: [
    'CKV_GCP_30',
    'AVD-GCP-0044',
    'tfsec:google-compute-no-default-service-account',
    'prowler:compute_instance_default_service_account_in_use',
    'cloudsploit:instanceDefaultServiceAccount',
  ],
  evaluate(instance) {
    if (aside(() => instance.hostName?.startsWith('gke-') === true))
      return notApplicable({
        en: `Instance ${instance.name} is a node of GKE, which has checks of its own`,
        ja: `インスタンス ${instance.name} は GKE のノードで、専用のチェックがあります`,
      });
    if (none(instance.serviceAccounts, ({ email }) => email === undefined || isDefaultServiceAccount(email))) return pass();
    return fail({
      en: `Instance ${instance.name} runs as the default service account`,
      ja: `インスタンス ${instance.name} はデフォルトのサービスアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'by its address',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}`,
    ),
    fails(
      'no address is written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    scopes = ["cloud-platform"]
  }
}`,
    ),
    fails(
      'by data source',
      `data "google_compute_default_service_account" "default" {
}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = data.google_compute_default_service_account.default.email
    scopes = ["cloud-platform"]
  }
}`,
    ),
    passes(
      'an account of its own',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "web@orders-prd.iam.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}`,
    ),
    passes(
      'made by the code',
      `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = google_service_account.web.email
    scopes = ["cloud-platform"]
  }
}`,
    ),
    passes(
      'no account at all',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    isNotApplicable(
      'a node of GKE',
      `resource "google_compute_instance" "node" {
  name = "gke-orders-web-12345678-abcd"
  service_account {
    scopes = ["cloud-platform"]
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "account" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = var.account
    scopes = ["cloud-platform"]
  }
}`,
    ),
  ],
});
