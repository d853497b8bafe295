/** A server whose name fits no rule is the one nobody remembers. */
import {
  defineCheck,
  fail,
  fails,
  isNotApplicable,
  isInEnvironments,
  isUnknown,
  namingParams,
  namingProblem,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Production and staging instances follow the naming rule', ja: '本番・検証環境のインスタンス名が命名規則に従っている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'gcp.compute.instance',
  why: {
    en: 'A name outside the rule shows servers that were made by mistake, left over or not made by you; nobody patches those.',
    ja: '規則外の名前は、誤って作られた・消し忘れた・身に覚えのないサーバーの手がかりです。そうしたサーバーは誰も更新しません。',
  },
  fix: {
    summary: {
      en: 'Name the instance by the rule, or delete it when nobody needs it.',
      ja: '規則に沿った名前を付けるか、不要なら削除してください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  labels = {
    environment = "production"
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/naming-resources'],
  equivalents: [],
  params: {
    ...namingParams,
    patterns: {
      type: 'strings',
      default: ['*-*-*'],
      description: {
        en: 'Names that are right: * stands for any text, ? for one character',
        ja: '正しい名前の形 (* は任意の文字列、? は 1 文字)',
      },
    },
    environments: {
      type: 'strings',
      default: ['production', 'prod', 'prd', 'staging', 'stg'],
      description: {
        en: 'Values of the label environment (or env) of instances that must follow the rule, * for all',
        ja: '規則の対象とするラベル environment (または env) の値。* はすべて',
      },
    },
  },
  evaluate(instance, { environments, ...rule }) {
    if (!isInEnvironments(instance.labels, environments))
      return notApplicable({
        en: `Instance ${instance.name} is in no environment that the rule is for`,
        ja: `インスタンス ${instance.name} は規則の対象環境にありません`,
      });
    const name = instance.hostName;
    if (name === undefined) return pass();
    const problem = namingProblem(name, rule);
    return problem === null
      ? pass()
      : fail({ en: `Instance ${instance.name} ${problem.en}`, ja: `インスタンス ${instance.name} ${problem.ja}` });
  },
  examples: [
    fails(
      'a name from a test',
      `resource "google_compute_instance" "test" {
  name = "test2"
  labels = {
    environment = "production"
  }
}`,
    ),
    fails(
      'a token that is not allowed',
      `resource "google_compute_instance" "web" {
  name = "prd-orders-batch01"
}`,
      { params: { grammar: ['{env}-{system}-{role}{nn}'], tokens: ['role=web|app'], environments: ['*'] } },
    ),
    passes(
      'by the rule',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  labels = {
    environment = "production"
  }
}`,
    ),
    isNotApplicable(
      'development',
      `resource "google_compute_instance" "test" {
  name = "test2"
  labels = {
    env = "dev"
  }
}`,
    ),
    isUnknown(
      'the name is handed in',
      `variable "host" {}
resource "google_compute_instance" "web" {
  name = var.host
  labels = {
    environment = "production"
  }
}`,
    ),
  ],
});
