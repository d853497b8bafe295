/** A disk without snapshots is one fault or one intruder away from being gone. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disks have a snapshot schedule', ja: 'ディスクにスナップショットスケジュールがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.disk-backup',
  why: {
    en: 'Without snapshots a deleted or encrypted disk cannot be brought back.',
    ja: 'スナップショットがないと、削除や暗号化されたディスクを元に戻せません。',
  },
  fix: {
    summary: {
      en: 'Attach a resource policy with a snapshot schedule.',
      ja: 'スナップショットスケジュールのリソースポリシーを関連付けてください。',
    },
    terraform: `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
}
resource "google_compute_disk_resource_policy_attachment" "daily" {
  disk = google_compute_disk.data.name
  name = "daily"
  zone = "asia-northeast1-a"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/disks/scheduled-snapshots'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(disk) {
    if (disk.hasSnapshotSchedule) return pass();
    return fail({
      en: `Disk ${disk.name} has no snapshot schedule`,
      ja: `ディスク ${disk.name} にスナップショットスケジュールがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
}`,
    ),
    passes(
      'a schedule',
      `resource "google_compute_disk" "data" {
  name = "orders-data"
  type = "pd-ssd"
  zone = "asia-northeast1-a"
}
resource "google_compute_disk_resource_policy_attachment" "daily" {
  disk = google_compute_disk.data.name
  name = "daily"
  zone = "asia-northeast1-a"
}`,
    ),
    passes(
      'inline',
      `resource "google_compute_disk" "data" {
  name              = "orders-data"
  type              = "pd-ssd"
  zone              = "asia-northeast1-a"
  resource_policies = ["projects/orders-prd/regions/asia-northeast1/resourcePolicies/daily"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "policies" {}
resource "google_compute_disk" "data" {
  name              = "orders-data"
  type              = "pd-ssd"
  zone              = "asia-northeast1-a"
  resource_policies = var.policies
}`,
    ),
  ],
});
