/** The newest version has the newest defenses and the longest life. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL runs the latest major version', ja: 'Cloud SQL が最新のメジャーバージョンで動作している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.sql.instance',
  why: {
    en: 'New major versions bring stronger defaults and years of fixes; every year of waiting makes the move harder.',
    ja: '新しいメジャーバージョンは既定が強化され、修正も長く続きます。先送りするほど移行は難しくなります。',
  },
  fix: {
    summary: { en: 'Plan the move to the latest version.', ja: '最新バージョンへの移行を計画してください。' },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_18"
}`,
  },
  references: ['https://cloud.google.com/sql/docs/db-versions'],
  equivalents: ['CKV_GCP_79'],
  noFramework: 'no control mapping yet',
  params: {
    versions: {
      type: 'strings',
      default: ['MYSQL_8_0', 'MYSQL_8_4', 'POSTGRES_18', 'SQLSERVER_2022', 'SQLSERVER_2025'],
      description: { en: 'Versions, or beginnings of them, that are the latest', ja: '最新とみなすバージョン (前方一致)' },
    },
  },
  evaluate(instance, { versions }) {
    const { version } = instance;
    if (versions.some((each) => version === each || version.startsWith(`${each}_`))) return pass();
    return fail({
      en: `Cloud SQL instance ${instance.name} runs ${version}, which is not the latest major version`,
      ja: `Cloud SQL インスタンス ${instance.name} の ${version} は最新のメジャーバージョンではありません`,
    });
  },
  examples: [
    fails(
      'PostgreSQL 16',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_16"
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
      'MySQL 8.4',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "MYSQL_8_4"
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
