/** A stolen password alone should not open the database. */
import { anyOf, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Cloud SQL with a public address demands client certificates',
    ja: 'パブリック IP の Cloud SQL でクライアント証明書が必須である',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'On a public address a password is all that an attacker needs unless a certificate is demanded too.',
    ja: 'パブリック IP では、証明書を求めない限りパスワードだけで侵入されます。',
  },
  fix: {
    summary: {
      en: 'Set ssl_mode to TRUSTED_CLIENT_CERTIFICATE_REQUIRED, or switch the public address off.',
      ja: 'ssl_mode を TRUSTED_CLIENT_CERTIFICATE_REQUIRED にするか、パブリック IP を無効にしてください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/configure-ssl-instance'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.version.startsWith('SQLSERVER'))
      return notApplicable({ en: `${instance.name} is a SQL Server instance`, ja: `${instance.name} は SQL Server のインスタンスです` });
    if (
      anyOf(
        () => !instance.hasPublicAddress,
        () => instance.requiresClientCertificate,
      )
    )
      return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} has a public address and demands no client certificate`,
      ja: `Cloud SQL インスタンス ${instance.name} はパブリック IP を持ち、クライアント証明書を求めません`,
    });
  },
  examples: [
    fails(
      'encrypted only',
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
    passes(
      'a certificate',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
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
    isNotApplicable(
      'SQL Server knows none',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
    ),
  ],
});
