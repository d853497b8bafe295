/** Pipelines move data between everything. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data Fusion instances are private', ja: 'Data Fusion のインスタンスがプライベートである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.datafusion.instance',
  why: {
    en: 'A public instance runs its pipelines over external addresses.',
    ja: '公開インスタンスは外部アドレス経由でパイプラインを実行します。',
  },
  fix: {
    summary: { en: 'Set private_instance to true.', ja: 'private_instance を true にしてください。' },
    terraform: `resource "google_data_fusion_instance" "etl" {
  name             = "etl"
  region           = "asia-northeast1"
  type             = "BASIC"
  private_instance = true
}`,
  },
  references: ['https://cloud.google.com/data-fusion/docs/how-to/create-private-ip'],
  equivalents: ['CKV_GCP_87'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isPrivate) return pass();
    return fail({
      en: `Data Fusion instance ${instance.name} is not private`,
      ja: `Data Fusion インスタンス ${instance.name} はプライベートではありません`,
    });
  },
  examples: [
    fails(
      'private_instance is false',
      `resource "google_data_fusion_instance" "etl" {
  name             = "etl"
  region           = "asia-northeast1"
  type             = "BASIC"
  private_instance = false
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
      'private_instance is true',
      `resource "google_data_fusion_instance" "etl" {
  name             = "etl"
  region           = "asia-northeast1"
  type             = "BASIC"
  private_instance = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "private_instance" {}
resource "google_data_fusion_instance" "etl" {
  name             = "etl"
  region           = "asia-northeast1"
  type             = "BASIC"
  private_instance = var.private_instance
}`,
    ),
  ],
});
