/** An engine that gets no more fixes stays open to every new hole. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL runs a supported major version', ja: 'Cloud SQL がサポート中のメジャーバージョンで動作している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'A version past its end of life gets no more security fixes; Cloud SQL then charges extra and upgrades by force.',
    ja: 'サポートが終わったバージョンには修正が提供されず、追加料金や強制アップグレードの対象になります。',
  },
  fix: {
    summary: { en: 'Move to a version that is supported.', ja: 'サポート中のバージョンに移行してください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_18"
}`,
  },
  references: ['https://cloud.google.com/sql/docs/db-versions'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: {
    versions: {
      type: 'strings',
      default: [
        'MYSQL_8_0',
        'MYSQL_8_4',
        'POSTGRES_14',
        'POSTGRES_15',
        'POSTGRES_16',
        'POSTGRES_17',
        'POSTGRES_18',
        'SQLSERVER_2019',
        'SQLSERVER_2022',
        'SQLSERVER_2025',
      ],
      description: { en: 'Versions, or beginnings of them, that get fixes', ja: '修正が提供されるバージョン (前方一致)' },
    },
  },
  evaluate(instance, { versions }) {
    const { version } = instance;
    if (versions.some((each) => version === each || version.startsWith(`${each}_`))) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} runs ${version}, which gets no more fixes`,
      ja: `Cloud SQL インスタンス ${instance.name} はサポートの終わった ${version} で動作しています`,
    });
  },
  examples: [
    fails(
      'MySQL 5.7',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_5_7"
}`,
    ),
    fails(
      'PostgreSQL 12',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_12"
}`,
    ),
    passes(
      'PostgreSQL 18',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_18"
}`,
    ),
    passes(
      'SQL Server',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "engine" {}
resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = var.engine
}`,
    ),
  ],
});
