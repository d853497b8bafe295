/** Pipelines move data between everything. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Fusion is monitored', ja: 'Data Fusion のモニタリングが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.datafusion.instance',
  why: {
    en: 'Without metrics pipelines that run away or stand still are not noticed.',
    ja: '指標がないと、暴走や停止したパイプラインに気づけません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_stackdriver_monitoring', value: true }] },
    summary: { en: 'Set enable_stackdriver_monitoring to true.', ja: 'enable_stackdriver_monitoring を true にしてください。' },
    terraform: `resource "google_data_fusion_instance" "etl" {
  name                          = "etl"
  region                        = "asia-northeast1"
  type                          = "BASIC"
  enable_stackdriver_monitoring = true
}`,
  },
  references: ['https://cloud.google.com/data-fusion/docs/concepts/overview'],
  equivalents: ['CKV_GCP_105'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isMonitored) return pass();
    return fail({
      en: `Data Fusion instance ${instance.name} is not monitored`,
      ja: `Data Fusion インスタンス ${instance.name} のモニタリングが無効です`,
    });
  },
  examples: [
    fails(
      'enable_stackdriver_monitoring is false',
      `resource "google_data_fusion_instance" "etl" {
  name                          = "etl"
  region                        = "asia-northeast1"
  type                          = "BASIC"
  enable_stackdriver_monitoring = false
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
      'enable_stackdriver_monitoring is true',
      `resource "google_data_fusion_instance" "etl" {
  name                          = "etl"
  region                        = "asia-northeast1"
  type                          = "BASIC"
  enable_stackdriver_monitoring = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_stackdriver_monitoring" {}
resource "google_data_fusion_instance" "etl" {
  name                          = "etl"
  region                        = "asia-northeast1"
  type                          = "BASIC"
  enable_stackdriver_monitoring = var.enable_stackdriver_monitoring
}`,
    ),
  ],
});
