/** Workers that see the data need no address on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dataflow workers have no external addresses', ja: 'Dataflow のワーカーに外部アドレスがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.dataflow.job',
  why: {
    en: 'Each worker with an external address is one more machine in the internet, with your data on it.',
    ja: '外部アドレスを持つワーカーは、データを載せたままインターネットに面します。',
  },
  fix: {
    summary: { en: 'Set ip_configuration to WORKER_IP_PRIVATE.', ja: 'ip_configuration を WORKER_IP_PRIVATE にしてください。' },
    terraform: `resource "google_dataflow_job" "events" {
  name              = "events"
  template_gcs_path = "gs://orders-templates/events"
  temp_gcs_location = "gs://orders-temp"
  ip_configuration  = "WORKER_IP_PRIVATE"
}`,
  },
  references: ['https://cloud.google.com/dataflow/docs/guides/routes-firewall'],
  equivalents: ['CKV_GCP_94'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (!job.hasPublicAddresses) return pass();
    return fail({
      en: `Workers of Dataflow job ${job.name} have external addresses`,
      ja: `Dataflow ジョブ ${job.name} のワーカーに外部アドレスがあります`,
    });
  },
  examples: [
    fails(
      'ip_configuration is WORKER_IP_PUBLIC',
      `resource "google_dataflow_job" "events" {
  name              = "events"
  template_gcs_path = "gs://orders-templates/events"
  temp_gcs_location = "gs://orders-temp"
  ip_configuration  = "WORKER_IP_PUBLIC"
}`,
    ),
    fails(
      'not written',
      `resource "google_dataflow_job" "events" {
  name              = "events"
  template_gcs_path = "gs://orders-templates/events"
  temp_gcs_location = "gs://orders-temp"
}`,
    ),
    passes(
      'ip_configuration is WORKER_IP_PRIVATE',
      `resource "google_dataflow_job" "events" {
  name              = "events"
  template_gcs_path = "gs://orders-templates/events"
  temp_gcs_location = "gs://orders-temp"
  ip_configuration  = "WORKER_IP_PRIVATE"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ip_configuration" {}
resource "google_dataflow_job" "events" {
  name              = "events"
  template_gcs_path = "gs://orders-templates/events"
  temp_gcs_location = "gs://orders-temp"
  ip_configuration  = var.ip_configuration
}`,
    ),
  ],
});
