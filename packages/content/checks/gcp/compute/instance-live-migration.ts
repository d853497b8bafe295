/** Maintenance of hosts should not stop production. */
import { anyOf, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances are migrated when their host is maintained', ja: 'ホストメンテナンス時にインスタンスが移行される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'A machine that is terminated for maintenance is an outage that Google announces and nobody reads.',
    ja: 'メンテナンスで停止される VM は、予告があっても障害になります。',
  },
  fix: {
    summary: { en: 'Leave on_host_maintenance out or set it to MIGRATE.', ja: 'on_host_maintenance を書かないか MIGRATE にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/instances/live-migration-process'],
  equivalents: ['prowler:compute_instance_on_host_maintenance_migrate'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (
      anyOf(
        () => instance.isPreemptible,
        () => instance.isConfidential,
      )
    )
      return notApplicable({
        en: `${instance.name} is a Spot or Confidential VM`,
        ja: `${instance.name} は Spot VM または Confidential VM です`,
      });
    if (instance.onHostMaintenance === 'MIGRATE') return pass();
    return fail({
      en: `Instance ${instance.name} is stopped when its host is maintained`,
      ja: `インスタンス ${instance.name} はホストメンテナンス時に停止します`,
    });
  },
  examples: [
    fails(
      'terminated',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    on_host_maintenance = "TERMINATE"
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
    ),
    passes(
      'migrated',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    on_host_maintenance = "MIGRATE"
  }
}`,
    ),
    isNotApplicable(
      'a Spot machine',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    preemptible         = true
    on_host_maintenance = "TERMINATE"
  }
}`,
    ),
    isNotApplicable(
      'a Confidential VM cannot move everywhere',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    on_host_maintenance = "TERMINATE"
  }
  confidential_instance_config {
    enable_confidential_compute = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "maintenance" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    on_host_maintenance = var.maintenance
  }
}`,
    ),
  ],
});
