/** Nobody misses an unused key, except whoever finds it. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const NAME = 'projects/orders-prd/serviceAccounts/ci@orders-prd.iam.gserviceaccount.com/keys/key-of-ci';
const use = {
  call: 'policyanalyzer.googleapis.com:serviceAccountKeyLastAuthentication',
  request: {},
} as const;
const key = (used: string | null, { made = '2025-06-01T00:00:00Z', disabled = false } = {}): readonly ExampleCall[] => [
  {
    call: 'iam.googleapis.com:serviceAccountKeys',
    response: { keys: [{ name: NAME, keyType: 'USER_MANAGED', validAfterTime: made, ...(disabled && { disabled }) }] },
  },
  {
    ...use,
    response:
      used === null
        ? {}
        : { activities: [{ fullResourceName: `//iam.googleapis.com/${NAME}`, activity: { lastAuthenticatedTime: used } }] },
  },
];

export const check = defineCheck({
  title: { en: 'Unused service account keys are removed', ja: '使われていないサービスアカウントキーが削除される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.held-key',
  why: {
    en: 'A key that no workload needs still opens the project to whoever finds the file, and its misuse disturbs nobody.',
    ja: '不要なキーでも、ファイルを見つけた人はプロジェクトに入れます。悪用されても誰も気づきません。',
  },
  fix: {
    summary: {
      en: 'Disable the key, wait whether something breaks, and delete it.',
      ja: 'キーを無効にし、影響がないことを確かめてから削除してください。',
    },
    cli: 'gcloud iam service-accounts keys disable KEY --iam-account=ACCOUNT',
    console: {
      en: 'IAM & Admin → Service accounts → the account → Keys → the key → Disable, later Delete.',
      ja: 'IAM と管理 → サービスアカウント → 対象 → キー → 対象のキー → 無効にする。後で削除。',
    },
  },
  references: ['https://cloud.google.com/iam/docs/service-account-recent-usage'],
  equivalents: ['prowler:iam_sa_user_managed_key_unused'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Days without use at most', ja: '使わないままでよい日数' } } },
  evaluate(key, { days }) {
    if (key.isDisabled) return notApplicable({ en: 'The key is disabled', ja: 'キーは無効です' });
    if (key.ageDays <= days) return pass();
    const { unusedDays } = key;
    if (unusedDays !== undefined && unusedDays <= days) return pass();
    const since = unusedDays === undefined ? { en: 'was never used', ja: '一度も使われていません' } : lastUse(unusedDays);
    return fail(
      { en: `Service account key ${key.name} ${since.en}`, ja: `サービスアカウントキー ${key.name} は${since.ja}` },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('last used in January', { live: key('2026-01-10T08:00:00Z') }),
    fails('never used', { live: key(null) }),
    passes('used last week', { live: key('2026-06-24T07:00:00Z') }),
    passes('made last week', { live: key(null, { made: '2026-06-24T07:00:00Z' }) }),
    isNotApplicable('disabled', { live: key(null, { disabled: true }) }),
    isUnknown('Policy Analyzer is switched off', { live: [...key(null).slice(0, 1), { ...use, error: 'SERVICE_DISABLED' }] }),
  ],
});

function lastUse(days: number): { readonly en: string; readonly ja: string } {
  return { en: `has not been used for ${days} days`, ja: `${days} 日間使われていません` };
}
