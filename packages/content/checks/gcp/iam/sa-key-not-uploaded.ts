/** Nobody but its maker knows where the private half of an uploaded key has been. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Keys of service accounts are not made elsewhere and uploaded', ja: 'サービスアカウントの鍵が外部で作成・登録されていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.iam.service-account-key',
  why: {
    en: 'An uploaded key is as old and as widely copied as its owner lets it be; Google neither makes nor rotates it.',
    ja: '登録された鍵の古さや複製の広がりは持ち主次第で、Google は作成もローテーションもしません。',
  },
  fix: {
    summary: {
      en: 'Leave public_key_data out, or better do without keys.',
      ja: 'public_key_data を書かないか、できれば鍵を使わないでください。',
    },
    terraform: `resource "google_service_account_key" "web" {
  service_account_id = "web"
}`,
  },
  references: ['https://cloud.google.com/iam/docs/keys-upload'],
  equivalents: ['CKV2_GCP_3'],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (!key.isUploaded) return pass();
    return fail({
      en: `${key.name} is uploaded, not made by Google`,
      ja: `${key.name} は Google が作成した鍵ではなく外部から登録されています`,
    });
  },
  examples: [
    fails(
      'uploaded',
      `resource "google_service_account_key" "web" {
  service_account_id = "web"
  public_key_data    = "bm90IGEga2V5"
}`,
    ),
    passes(
      'made by Google',
      `resource "google_service_account_key" "web" {
  service_account_id = "web"
}`,
    ),
  ],
});
