/** 0.0.0.0/0 puts the login of the database before everybody. */
import { defineCheck, fail, fails, isInternet, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL is not open to the internet', ja: 'Cloud SQL がインターネット全体に開いていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'With 0.0.0.0/0 as authorized network anybody may try passwords on the database.',
    ja: '承認済みネットワークが 0.0.0.0/0 だと、誰でもデータベースのパスワードを試せます。',
  },
  fix: {
    summary: {
      en: 'Name the networks that need the database, or use private addresses and the Auth Proxy.',
      ja: '必要なネットワークだけを指定するか、プライベート IP と Auth Proxy を使ってください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      authorized_networks {
        name  = "clients"
        value = "198.51.100.0/24"
      }
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --authorized-networks=198.51.100.0/24',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/authorize-networks'],
  equivalents: ['CKV_GCP_11', 'prowler:cloudsql_instance_public_access', 'cloudsploit:dbPubliclyAccessible'],
  evaluate(instance) {
    if (none(instance.authorizedNetworks, (cidr) => isInternet([cidr])) && !isInternet([...instance.authorizedNetworks])) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} lets the whole internet connect`,
      ja: `Cloud SQL インスタンス ${instance.name} はインターネット全体からの接続を許可しています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      authorized_networks {
        name  = "clients"
        value = "0.0.0.0/0"
      }
    }
  }
}`,
    ),
    fails(
      'two halves of the internet',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      authorized_networks {
        value = "0.0.0.0/1"
      }
      authorized_networks {
        value = "128.0.0.0/1"
      }
    }
  }
}`,
    ),
    passes(
      'the office',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      authorized_networks {
        name  = "clients"
        value = "198.51.100.0/24"
      }
    }
  }
}`,
    ),
    passes(
      'nobody',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "clients" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      authorized_networks {
        name  = "clients"
        value = var.clients
      }
    }
  }
}`,
    ),
  ],
});
