/** Scopes are the last limit that the default account has. */
import { any, aside, defineCheck, fail, fails, isDefaultServiceAccount, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Instances do not combine the default account with full API scope',
    ja: 'デフォルトアカウントと全 API スコープを併用していない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'With the scope cloud-platform nothing limits what the default account, usually an Editor, may do from the machine.',
    ja: 'cloud-platform スコープがあると、多くの場合編集者であるデフォルトアカウントの権限を VM から無制限に使えます。',
  },
  fix: {
    summary: {
      en: 'Attach a service account of its own, or narrow the scopes.',
      ja: '専用のサービスアカウントを割り当てるか、スコープを絞ってください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["storage-ro", "logging-write"]
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/access/service-accounts'],
  equivalents: [
    'CKV_GCP_31',
    'prowler:compute_instance_default_service_account_in_use_with_full_api_access',
    'cloudsploit:instanceLeastPrivilege',
  ],
  evaluate(instance) {
    if (aside(() => instance.hostName?.startsWith('gke-') === true))
      return notApplicable({
        en: `Instance ${instance.name} is a node of GKE, which has checks of its own`,
        ja: `インスタンス ${instance.name} は GKE のノードで、専用のチェックがあります`,
      });
    const full = /^(?:https:\/\/www\.googleapis\.com\/auth\/)?cloud-platform$/;
    const isWide = any(
      instance.serviceAccounts,
      ({ email, scopes }) => (email === undefined || isDefaultServiceAccount(email)) && any(scopes, (scope) => full.test(scope)),
    );
    if (!isWide) return pass();
    return fail({
      en: `Instance ${instance.name} runs as the default service account with access to every API`,
      ja: `インスタンス ${instance.name} は全 API スコープのデフォルトサービスアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'no address, full scope',
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
      'by its address',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}`,
    ),
    passes(
      'narrow scopes',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["storage-ro", "logging-write"]
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
    isUnknown(
      'handed in',
      `variable "scopes" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  service_account {
    scopes = var.scopes
  }
}`,
    ),
  ],
});
