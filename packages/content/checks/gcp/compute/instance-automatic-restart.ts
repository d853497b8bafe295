/** A machine that does not come back after a fault is an outage until somebody looks. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances restart by themselves', ja: 'インスタンスが自動で再起動する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'After a fault of the host the machine stays down until somebody starts it.',
    ja: 'ホストの障害後、誰かが起動するまで停止したままになります。',
  },
  fix: {
    summary: { en: 'Leave automatic_restart out or set it to true.', ja: 'automatic_restart を書かないか true にしてください。' },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/instances/host-maintenance-overview'],
  equivalents: ['prowler:compute_instance_automatic_restart_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.isPreemptible)
      return notApplicable({ en: `${instance.name} may be stopped at any time`, ja: `${instance.name} はいつでも停止され得る VM です` });
    if (instance.restartsAutomatically) return pass();
    return fail({ en: `Instance ${instance.name} does not restart by itself`, ja: `インスタンス ${instance.name} は自動で再起動しません` });
  },
  examples: [
    fails(
      'off',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    automatic_restart = false
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
    isNotApplicable(
      'a Spot machine',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    preemptible        = true
    automatic_restart  = false
    provisioning_model = "SPOT"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "restart" {}
resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  scheduling {
    automatic_restart = var.restart
  }
}`,
    ),
  ],
});
