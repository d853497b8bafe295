/** A downloaded key is a password that never changes and lies about in files. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service accounts have no downloaded keys', ja: 'サービスアカウントにユーザー管理の鍵がない' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.service-account',
  why: {
    en: 'A key file works from anywhere until somebody deletes it; keys in repositories and laptops are a usual way in.',
    ja: '鍵ファイルは削除されるまでどこからでも使えます。リポジトリや端末に残った鍵は典型的な侵入経路です。',
  },
  fix: {
    summary: {
      en: 'Attach the service account to the workload, or use workload identity federation, and delete the key.',
      ja: 'サービスアカウントをワークロードに割り当てるか Workload Identity 連携を使い、鍵は削除してください。',
    },
    terraform: `resource "google_service_account" "web" {
  account_id = "web"
}`,
    cli: 'gcloud iam service-accounts keys delete KEY --iam-account=ACCOUNT',
  },
  references: ['https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys'],
  equivalents: ['prowler:iam_sa_no_user_managed_keys', 'cloudsploit:serviceAccountManagedKeys'],
  evaluate(account) {
    const key = find(account.keys, () => true);
    if (key === undefined) return pass();
    return fail({
      en: `Service account ${account.name} has a key that somebody holds`,
      ja: `サービスアカウント ${account.name} にユーザー管理の鍵があります`,
    });
  },
  examples: [
    fails(
      'a key',
      `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_service_account_key" "web" {
  service_account_id = google_service_account.web.name
}`,
    ),
    fails(
      'an uploaded key of an account that is not in this code',
      `resource "google_service_account_key" "web" {
  service_account_id = "web"
  public_key_data    = "bm90IGEga2V5"
}`,
    ),
    passes(
      'no key',
      `resource "google_service_account" "web" {
  account_id = "web"
}`,
    ),
  ],
});
