/** A key of the root user opens everything, has no limits and no second factor. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const summary = (keys: number): ExampleCall => ({
  call: 'iam:GetAccountSummary',
  response: { SummaryMap: { AccountAccessKeysPresent: keys } },
});

export const check = defineCheck({
  title: { en: 'Root user holds no long-lived access key', ja: 'ルートユーザーに長期アクセスキーがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.root',
  why: {
    en: 'Whoever gets the key may do everything in the account, its closing included; no policy of the account limits it.',
    ja: 'このキーを得た者は解約を含めアカウントの全操作ができ、アカウントのポリシーでは制限できません。',
  },
  fix: {
    summary: {
      en: 'Delete the keys of the root user; programs use roles.',
      ja: 'ルートユーザーのアクセスキーを削除し、プログラムにはロールを使ってください。',
    },
    cli: 'aws iam delete-access-key --access-key-id KEY   # signed in as the root user',
    console: {
      en: 'Sign in as root → Security credentials → Access keys → Delete.',
      ja: 'root でサインイン → セキュリティ認証情報 → アクセスキー → 削除。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html#ru-bp-access-keys'],
  equivalents: ['IAM.4', 'prowler:iam_no_root_access_key', 'cloudsploit:rootAccessKeys', 'steampipe:iam_root_user_no_access_keys'],
  evaluate(root) {
    if (!root.hasAccessKeys) return pass();
    return fail({ en: `The root user ${root.name} has an access key`, ja: `ルートユーザー ${root.name} にアクセスキーがあります` });
  },
  examples: [
    fails('a key', { live: [summary(1)] }),
    passes('no key', { live: [summary(0)] }),
    isUnknown('the summary does not say', { live: [{ call: 'iam:GetAccountSummary', response: { SummaryMap: { Users: 3 } } }] }),
  ],
});
