/** A public address that everybody may connect to is a database on the internet. */
import { allOf, defineCheck, fail, fails, isInternet, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL is neither public nor open to everybody', ja: 'Cloud SQL がパブリックに公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A public address, or a network that admits everybody, leaves the password as the only defense.',
    ja: 'パブリック IP や誰でも許可する設定では、守りはパスワードだけになります。',
  },
  fix: {
    summary: { en: 'Switch the public address off.', ja: 'パブリック IP を無効にしてください。' },
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
  },
  references: ['https://cloud.google.com/sql/docs/postgres/private-ip'],
  equivalents: ['AVD-GCP-0017', 'tfsec:google-sql-no-public-access'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      allOf(
        () => !instance.hasPublicAddress,
        () => none(instance.authorizedNetworks, (cidr) => isInternet([cidr])),
      )
    )
      return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} can be reached from the internet`,
      ja: `Cloud SQL インスタンス ${instance.name} にインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'a public address',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
}`,
    ),
    fails(
      'everybody',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = false
      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}`,
    ),
    passes(
      'private',
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
      `variable "public" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ipv4_enabled = var.public
    }
  }
}`,
    ),
  ],
});
