/** Pipelines move data between everything. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Fusion logs', ja: 'Data Fusion のログが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.datafusion.instance',
  why: {
    en: 'Without logs nobody can say which pipeline moved which data.',
    ja: 'ログがないと、どのパイプラインがどのデータを移したか分かりません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_stackdriver_logging', value: true }] },
    summary: { en: 'Set enable_stackdriver_logging to true.', ja: 'enable_stackdriver_logging を true にしてください。' },
    terraform: `resource "google_data_fusion_instance" "etl" {
  name                       = "etl"
  region                     = "asia-northeast1"
  type                       = "BASIC"
  enable_stackdriver_logging = true
}`,
  },
  references: ['https://cloud.google.com/data-fusion/docs/concepts/overview'],
  equivalents: ['CKV_GCP_104'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isLogged) return pass();
    return fail({
      en: `Data Fusion instance ${instance.name} does not log`,
      ja: `Data Fusion インスタンス ${instance.name} のログが無効です`,
    });
  },
  examples: [
    fails(
      'enable_stackdriver_logging is false',
      `resource "google_data_fusion_instance" "etl" {
  name                       = "etl"
  region                     = "asia-northeast1"
  type                       = "BASIC"
  enable_stackdriver_logging = false
}`,
    ),
    fails(
      'not written',
      `resource "google_data_fusion_instance" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  type   = "BASIC"
}`,
    ),
    passes(
      'enable_stackdriver_logging is true',
      `resource "google_data_fusion_instance" "etl" {
  name                       = "etl"
  region                     = "asia-northeast1"
  type                       = "BASIC"
  enable_stackdriver_logging = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_stackdriver_logging" {}
resource "google_data_fusion_instance" "etl" {
  name                       = "etl"
  region                     = "asia-northeast1"
  type                       = "BASIC"
  enable_stackdriver_logging = var.enable_stackdriver_logging
}`,
    ),
  ],
});
