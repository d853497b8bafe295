/** A database without an external address cannot be attacked from outside. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL has no public address', ja: 'Cloud SQL にパブリック IP がない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'An external address is one wrong authorized network away from everybody; a private one is not.',
    ja: '外部アドレスがあると、承認済みネットワークを 1 つ誤るだけで誰でも到達できます。',
  },
  fix: {
    summary: {
      en: 'Set ipv4_enabled to false and name a private_network.',
      ja: 'ipv4_enabled を false にし、private_network を指定してください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = false
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --network=NETWORK --no-assign-ip',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/private-ip'],
  equivalents: [
    'CKV_GCP_60',
    'prowler:cloudsql_instance_public_ip',
    'prowler:cloudsql_instance_private_ip_assignment',
    'cloudsploit:sqlNoPublicIps',
  ],
  evaluate(instance) {
    if (!instance.hasPublicAddress) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} has a public address`,
      ja: `Cloud SQL インスタンス ${instance.name} にパブリック IP があります`,
    });
  },
  examples: [
    fails(
      'ipv4_enabled is true',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = true
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    passes(
      'ipv4_enabled is false',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = false
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ipv4_enabled" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = var.ipv4_enabled
    }
  }
}`,
    ),
  ],
});
