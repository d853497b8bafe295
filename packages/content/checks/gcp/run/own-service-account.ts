/** A default account may usually edit the whole project. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Run services have a service account of their own', ja: 'Cloud Run サービスに専用のサービスアカウントがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.run.service',
  why: {
    en: 'The default account usually holds Editor: one hole in the service opens the project.',
    ja: 'デフォルトのアカウントは多くの場合編集者で、サービスの欠陥 1 つでプロジェクト全体に及びます。',
  },
  fix: {
    summary: {
      en: 'Name a service account with the roles that the service needs.',
      ja: '必要なロールだけを持つサービスアカウントを指定してください。',
    },
    terraform: `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    service_account = "orders@orders-prd.iam.gserviceaccount.com"
  }
}`,
  },
  references: ['https://cloud.google.com/run/docs/securing/service-identity'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (!service.usesDefaultAccount) return pass();
    return fail({
      en: `Cloud Run ${service.name} runs as the default service account`,
      ja: `Cloud Run ${service.name} はデフォルトのサービスアカウントで動作しています`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    containers {
      image = "asia-northeast1-docker.pkg.dev/orders-prd/web/orders"
    }
  }
}`,
    ),
    passes(
      'its own',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    service_account = "orders@orders-prd.iam.gserviceaccount.com"
  }
}`,
    ),
    passes(
      'a job',
      `resource "google_cloud_run_v2_job" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    template {
      service_account = "orders@orders-prd.iam.gserviceaccount.com"
    }
  }
}`,
    ),
    passes(
      'handed in',
      `variable "account" {}
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    service_account = var.account
  }
}`,
    ),
  ],
});
