/** A wrong batch job overwrites a million documents in minutes. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Firestore has point-in-time recovery', ja: 'Firestore でポイントインタイムリカバリが有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.firestore.database',
  why: {
    en: 'With it every document can be read as it was in the last seven days.',
    ja: '有効なら、過去 7 日間の任意の時点のデータを読めます。',
  },
  fix: {
    edits: { terraform: [{ set: 'point_in_time_recovery_enablement', value: 'POINT_IN_TIME_RECOVERY_ENABLED' }] },
    summary: {
      en: 'Set point_in_time_recovery_enablement to POINT_IN_TIME_RECOVERY_ENABLED.',
      ja: 'point_in_time_recovery_enablement を POINT_IN_TIME_RECOVERY_ENABLED にしてください。',
    },
    terraform: `resource "google_firestore_database" "members" {
  name                              = "members"
  location_id                       = "asia-northeast1"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
}`,
  },
  references: ['https://cloud.google.com/firestore/docs/pitr'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.hasPointInTimeRecovery) return pass();
    return fail({
      en: `Firestore database ${database.name} has no point-in-time recovery`,
      ja: `Firestore のデータベース ${database.name} のポイントインタイムリカバリが無効です`,
    });
  },
  examples: [
    fails(
      'point_in_time_recovery_enablement is POINT_IN_TIME_RECOVERY_DISABLED',
      `resource "google_firestore_database" "members" {
  name                              = "members"
  location_id                       = "asia-northeast1"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_DISABLED"
}`,
    ),
    fails(
      'not written',
      `resource "google_firestore_database" "members" {
  name        = "members"
  location_id = "asia-northeast1"
  type        = "FIRESTORE_NATIVE"
}`,
    ),
    passes(
      'point_in_time_recovery_enablement is POINT_IN_TIME_RECOVERY_ENABLED',
      `resource "google_firestore_database" "members" {
  name                              = "members"
  location_id                       = "asia-northeast1"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "point_in_time_recovery_enablement" {}
resource "google_firestore_database" "members" {
  name                              = "members"
  location_id                       = "asia-northeast1"
  type                              = "FIRESTORE_NATIVE"
  point_in_time_recovery_enablement = var.point_in_time_recovery_enablement
}`,
    ),
  ],
});
