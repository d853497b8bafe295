/** A password that never changes is known by everybody who has ever left. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets rotate', ja: 'シークレットがローテーションされる' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.secretmanager.secret',
  why: {
    en: 'Secrets leak into logs, laptops and memories; rotation makes what leaked worthless.',
    ja: '秘密情報はログや端末、人の記憶に残ります。ローテーションすれば漏れた値は無効になります。',
  },
  fix: {
    summary: { en: 'Add a rotation period and a topic.', ja: 'rotation の周期とトピックを設定してください。' },
    terraform: `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
  topics {
    name = "projects/orders-prd/topics/rotate"
  }
  rotation {
    next_rotation_time = "2027-01-01T00:00:00Z"
    rotation_period    = "7776000s"
  }
}`,
    cli: 'gcloud secrets update NAME --rotation-period=7776000s --next-rotation-time=TIME',
  },
  references: ['https://cloud.google.com/secret-manager/docs/secret-rotation'],
  equivalents: ['prowler:secretmanager_secret_rotation_enabled'],
  evaluate(secret) {
    if (secret.rotates) return pass();
    return fail({ en: `Secret ${secret.name} does not rotate`, ja: `シークレット ${secret.name} はローテーションされません` });
  },
  examples: [
    fails(
      'never',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
}`,
    ),
    passes(
      'every 90 days',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
  topics {
    name = "projects/orders-prd/topics/rotate"
  }
  rotation {
    next_rotation_time = "2027-01-01T00:00:00Z"
    rotation_period    = "7776000s"
  }
}`,
    ),
  ],
});
