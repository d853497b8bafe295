/** Old service accounts keep their roles when the application that had them is long gone. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const EMAIL = 'web@orders-prd.iam.gserviceaccount.com';
const NAME = `projects/orders-prd/serviceAccounts/${EMAIL}`;
const use = {
  call: 'policyanalyzer.googleapis.com:serviceAccountLastAuthentication',
  request: {},
} as const;
const account = (used: string | null, more: Readonly<Record<string, boolean>> = {}): readonly ExampleCall[] => [
  {
    call: 'iam.googleapis.com:serviceAccounts',
    response: { accounts: [{ name: NAME, email: EMAIL, uniqueId: '123456789012345678901', ...more }] },
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
  title: { en: 'Unused service accounts are removed', ja: '使われていないサービスアカウントが削除される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.account-use',
  why: {
    en: 'An account that no workload needs keeps its roles: whoever may impersonate it has them, and nobody looks at it.',
    ja: '不要なアカウントにもロールは残り、権限借用できる人がそれを使えます。誰もその動きを見ていません。',
  },
  fix: {
    summary: {
      en: 'Disable the account, wait whether something breaks, and delete it with its grants.',
      ja: 'アカウントを無効にし、影響がないことを確かめてから、付与されたロールとともに削除してください。',
    },
    cli: 'gcloud iam service-accounts disable ACCOUNT',
    console: {
      en: 'IAM & Admin → Service accounts → the account → Disable service account, later Delete.',
      ja: 'IAM と管理 → サービスアカウント → 対象 → サービスアカウントを無効化。後で削除。',
    },
  },
  references: ['https://cloud.google.com/iam/docs/service-account-recent-usage'],
  equivalents: ['prowler:iam_service_account_unused'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Days without use at most', ja: '使わないままでよい日数' } } },
  evaluate(account, { days }) {
    if (account.isDisabled) return notApplicable({ en: 'The account is disabled', ja: 'アカウントは無効です' });
    const { unusedDays } = account;
    if (unusedDays !== undefined && unusedDays <= days) return pass();
    const since = unusedDays === undefined ? { en: 'was never used', ja: '一度も使われていません' } : lastUse(unusedDays);
    return fail(
      { en: `Service account ${account.name} ${since.en}`, ja: `サービスアカウント ${account.name} は${since.ja}` },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('last used in January', { live: account('2026-01-10T08:00:00Z') }),
    fails('never used', { live: account(null) }),
    passes('used yesterday', { live: account('2026-06-30T07:00:00Z') }),
    isNotApplicable('disabled', { live: account(null, { disabled: true }) }),
    isUnknown('Policy Analyzer is switched off', { live: [...account(null).slice(0, 1), { ...use, error: 'SERVICE_DISABLED' }] }),
  ],
});

function lastUse(days: number): { readonly en: string; readonly ja: string } {
  return { en: `has not been used for ${days} days`, ja: `${days} 日間使われていません` };
}
