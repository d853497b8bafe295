/** A key file works until somebody deletes it: in backups, in images, on laptops of those who left. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const ACCOUNT = 'projects/orders-prd/serviceAccounts/ci@orders-prd.iam.gserviceaccount.com';
const key = (made: string, more: Readonly<Record<string, boolean | string>> = {}): readonly ExampleCall[] => [
  {
    call: 'iam.googleapis.com:serviceAccountKeys',
    response: { keys: [{ name: `${ACCOUNT}/keys/key-of-ci`, keyType: 'USER_MANAGED', validAfterTime: made, ...more }] },
  },
];

export const check = defineCheck({
  title: { en: 'Service account keys are younger than 90 days', ja: 'サービスアカウントキーが 90 日以内に作られている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.held-key',
  why: {
    en: 'The longer a key works, the more copies of it there are that nobody remembers.',
    ja: '長く使うほど、忘れられたコピーが増え、漏えいした場合の影響も長引きます。',
  },
  fix: {
    summary: {
      en: 'Use an attached service account or workload identity federation; else make a new key, switch over, delete the old one.',
      ja: 'アタッチや Workload Identity 連携に替えてください。できない場合は新しいキーに切り替え、古いキーを削除してください。',
    },
    cli: 'gcloud iam service-accounts keys create FILE --iam-account=ACCOUNT && gcloud iam service-accounts keys delete OLD --iam-account=ACCOUNT',
    console: {
      en: 'IAM & Admin → Service accounts → the account → Keys.',
      ja: 'IAM と管理 → サービスアカウント → 対象 → キー。',
    },
  },
  references: ['https://cloud.google.com/iam/docs/key-rotation'],
  equivalents: ['prowler:iam_sa_user_managed_key_rotate_90_days', 'cloudsploit:serviceAccountKeyRotation'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Age in days at most', ja: '最大の経過日数' } } },
  evaluate(key, { days }) {
    if (key.isDisabled) return notApplicable({ en: 'The key is disabled', ja: 'キーは無効です' });
    if (key.ageDays <= days) return pass();
    return fail(
      {
        en: `Service account key ${key.name} is ${key.ageDays} days old`,
        ja: `サービスアカウントキー ${key.name} は作成から ${key.ageDays} 日経っています`,
      },
      { at: ['ageDays'] },
    );
  },
  examples: [
    fails('a year', { live: key('2025-06-01T00:00:00Z') }),
    fails('a house rule of 30 days', { live: key('2026-05-01T00:00:00Z') }, { params: { days: 30 } }),
    passes('a month', { live: key('2026-06-01T00:00:00Z') }),
    isNotApplicable('disabled', { live: key('2025-06-01T00:00:00Z', { disabled: true }) }),
    isUnknown('of unknown age', { live: key('') }),
  ],
});
