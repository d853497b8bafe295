/** A database whose name fits no rule is the copy that somebody restored and forgot. */
import { defineCheck, fails, grammarOnlyParams, isNotApplicable, isUnknown, judgeName, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud SQL instances follow the naming rule', ja: 'Cloud SQL インスタンスの名前が命名規則に従っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.sql.instance-name',
  why: {
    en: 'A name outside the rule shows what was made by mistake, for a test or by somebody else; such things hold data that nobody looks after.',
    ja: '規則外の名前は、誤って、試験のために、あるいは他人が作ったものの手がかりです。そうしたものに残るデータは誰も見ていません。',
  },
  fix: {
    summary: {
      en: 'Name it by the rule when it is made next; until then, list it as an exception with an owner, or delete it when nobody needs it.',
      ja: '次に作り直すときに規則に沿った名前にしてください。それまでは所有者を決めて例外に登録し、不要なら削除してください。',
    },
    terraform: `resource "google_sql_database_instance" "orders" {
  name             = "prd-orders-db01"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
  # ...
}`,
  },
  references: ['https://cloud.google.com/sql/docs/postgres/instance-settings'],
  equivalents: [],
  noFramework: 'a rule of your own: it is judged only where a grammar is configured',
  params: grammarOnlyParams,
  evaluate: (instance, params) => judgeName(instance, params, { en: 'Instance', ja: 'インスタンス' }),
  examples: [
    fails(
      'a word for the environment that is not allowed',
      `resource "google_sql_database_instance" "orders" {
  name             = "prod-orders-db01"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
    fails(
      'another form',
      `resource "google_sql_database_instance" "orders" {
  name             = "ordersdb"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
    passes(
      'as the rule says',
      `resource "google_sql_database_instance" "orders" {
  name             = "prd-orders-db01"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
    passes(
      'in an environment that the rule is for',
      `resource "google_sql_database_instance" "orders" {
  name             = "prd-orders-db01"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
    user_labels = {
      environment = "production"
    }
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] } },
    ),
    isNotApplicable(
      'an environment that the rule is not for',
      `resource "google_sql_database_instance" "orders" {
  name             = "ordersdb"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
    user_labels = {
      environment = "sandbox"
    }
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] } },
    ),
    isNotApplicable(
      'no grammar is configured',
      `resource "google_sql_database_instance" "orders" {
  name             = "ordersdb"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
}`,
    ),
    isUnknown(
      'the name is handed in',
      `variable "label" {}
resource "google_sql_database_instance" "orders" {
  name             = var.label
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"

  settings {
    tier = "db-custom-2-7680"
  }
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
  ],
});
