/** Passwords and rows travel in the clear unless the server refuses it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL takes encrypted connections only', ja: 'Cloud SQL が暗号化された接続のみ受け付ける' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A server that also takes plain connections lets passwords and data be read on the way.',
    ja: '平文の接続も受け付けると、パスワードやデータが経路上で読まれ得ます。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].ip_configuration.ssl_mode', value: 'ENCRYPTED_ONLY' }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set ssl_mode to ENCRYPTED_ONLY or TRUSTED_CLIENT_CERTIFICATE_REQUIRED.',
      ja: 'ssl_mode を ENCRYPTED_ONLY か TRUSTED_CLIENT_CERTIFICATE_REQUIRED にしてください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}`,
    cli: 'gcloud sql instances patch NAME --ssl-mode=ENCRYPTED_ONLY',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/configure-ssl-instance'],
  equivalents: [
    'CKV_GCP_6',
    'AVD-GCP-0015',
    'tfsec:google-sql-encrypt-in-transit-data',
    'prowler:cloudsql_instance_ssl_connections',
    'cloudsploit:dbSSLEnabled',
  ],
  evaluate(instance) {
    if (instance.requiresTls) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} takes unencrypted connections`,
      ja: `Cloud SQL インスタンス ${instance.name} は暗号化されていない接続を受け付けます`,
    });
  },
  examples: [
    fails(
      'ssl_mode is ALLOW_UNENCRYPTED_AND_ENCRYPTED',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
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
      'ssl_mode is ENCRYPTED_ONLY',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ssl_mode" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = var.ssl_mode
    }
  }
}`,
    ),
    passes(
      'the old switch',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_0"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      require_ssl = true
    }
  }
}`,
    ),
  ],
});
