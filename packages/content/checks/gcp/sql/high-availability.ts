/** One zone fails as a whole now and then. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL is regional', ja: 'Cloud SQL がリージョン構成 (高可用性) である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A zonal instance is gone as long as its zone is, and every maintenance interrupts it.',
    ja: 'ゾーン構成のインスタンスは、そのゾーンの障害中は使えず、メンテナンスでも停止します。',
  },
  fix: {
    edits: { terraform: [{ set: 'settings[*].availability_type', value: 'REGIONAL' }] },
    cautions: ['interrupts', 'costs'],
    summary: { en: 'Set availability_type to REGIONAL.', ja: 'availability_type を REGIONAL にしてください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    availability_type = "REGIONAL"
  }
}`,
    cli: 'gcloud sql instances patch NAME --availability-type=REGIONAL',
  },
  references: ['https://cloud.google.com/sql/docs/postgres/high-availability'],
  equivalents: ['prowler:cloudsql_instance_high_availability_enabled', 'cloudsploit:dbMultiAz'],
  evaluate(instance) {
    if (aside(() => instance.isReplica))
      return notApplicable({ en: `Replica ${instance.name} follows its primary`, ja: `レプリカ ${instance.name} はプライマリに従います` });
    if (instance.availability === 'REGIONAL') return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} runs in one zone`,
      ja: `Cloud SQL インスタンス ${instance.name} は単一ゾーンで動作しています`,
    });
  },
  examples: [
    fails(
      'availability_type is ZONAL',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    availability_type = "ZONAL"
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
      'availability_type is REGIONAL',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    availability_type = "REGIONAL"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "availability_type" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    availability_type = var.availability_type
  }
}`,
    ),
    isNotApplicable(
      'a replica',
      `resource "google_sql_database_instance" "replica" {
  name                 = "orders-replica"
  database_version     = "MYSQL_8_0"
  master_instance_name = "orders"
}`,
    ),
  ],
});
