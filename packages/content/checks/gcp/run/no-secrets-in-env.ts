/** Everybody who may view the service reads its environment. */
import { credentialIn, defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environment variables of Cloud Run hold no credentials', ja: 'Cloud Run の環境変数に認証情報が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.run.service',
  why: {
    en: 'Environment variables are shown to everybody who may view the service, and leak with a dump.',
    ja: '環境変数はサービスを参照できる全員に見え、ダンプからも漏れます。',
  },
  fix: {
    summary: {
      en: 'Refer to Secret Manager with value_source, and change what leaked.',
      ja: 'value_source で Secret Manager を参照し、漏れた値は変更してください。',
    },
    terraform: `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    containers {
      image = "asia-northeast1-docker.pkg.dev/orders-prd/web/orders"
      env {
        name = "DB_PASSWORD"
        value_source {
          secret_key_ref {
            secret  = "orders-db"
            version = "latest"
          }
        }
      }
    }
  }
}`,
  },
  references: ['https://cloud.google.com/run/docs/configuring/services/secrets'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    const credential = credentialIn(service.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Cloud Run ${service.name} holds ${en} in the environment variable ${credential.variable}`,
      ja: `Cloud Run ${service.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    containers {
      image = "asia-northeast1-docker.pkg.dev/orders-prd/web/orders"
      env {
        name  = "DB_PASSWORD"
        value = "Winter2026-orders"
      }
    }
  }
}`,
    ),
    fails(
      'in the first version',
      `resource "google_cloud_run_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    spec {
      containers {
        env {
          name  = "DB_PASSWORD"
          value = "Winter2026-orders"
        }
      }
    }
  }
}`,
    ),
    passes(
      'a reference',
      `resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    containers {
      image = "asia-northeast1-docker.pkg.dev/orders-prd/web/orders"
      env {
        name = "DB_PASSWORD"
        value_source {
          secret_key_ref {
            secret  = "orders-db"
            version = "latest"
          }
        }
      }
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "api_key" {}
resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  template {
    containers {
      env {
        name  = "API_KEY"
        value = var.api_key
      }
    }
  }
}`,
    ),
  ],
});
