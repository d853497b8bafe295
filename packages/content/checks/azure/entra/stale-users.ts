/** Accounts of leavers are found by nobody but those who look for them. */
import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const path = '/v1.0/users';
const user = (members: { readonly [key: string]: Json }): ExampleCall => ({
  call: 'graph.microsoft.com:users',
  request: { path, $select: 'id,displayName,userPrincipalName,accountEnabled,userType,createdDateTime', $top: '999' },
  response: {
    value: [
      { id: 'u', displayName: 'Hanako', userPrincipalName: 'hanako@example.com', createdDateTime: '2024-04-01T00:00:00Z', ...members },
    ],
  },
});
const request = { path, $select: 'id,signInActivity', $top: '500' };
const signedIn = (signInActivity: { readonly [key: string]: Json }): ExampleCall => ({
  call: 'graph.microsoft.com:signIns',
  request,
  response: { value: [{ id: 'u', signInActivity }] },
});
const never = signedIn({});

export const check = defineCheck({
  title: { en: 'Users without recent sign-in are disabled', ja: '長期間サインインのないユーザーは無効化されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.user',
  why: {
    en: 'An account that nobody uses is watched by nobody: its password is old, and whoever takes it over is not noticed.',
    ja: '使われないアカウントは誰も見ていません。パスワードは古く、乗っ取られても気づかれません。',
  },
  fix: {
    summary: {
      en: 'Disable the account, and delete it when nobody asks for it.',
      ja: 'アカウントを無効化し、問い合わせがなければ削除してください。',
    },
    cli: 'az ad user update --id hanako@example.com --account-enabled false',
    console: {
      en: 'Entra admin center → Users → the user → Edit properties.',
      ja: 'Entra 管理センター → ユーザー → 対象ユーザー → プロパティの編集。',
    },
  },
  references: ['https://learn.microsoft.com/entra/identity/monitoring-health/howto-manage-inactive-user-accounts'],
  equivalents: ['prowler:entra_user_with_recent_sign_in'],
  params: {
    maximumDays: {
      type: 'number',
      default: 90,
      min: 1,
      description: { en: 'Most days without a sign-in', ja: 'サインインのない最長日数' },
    },
  },
  evaluate(user, { maximumDays }) {
    if (!user.isEnabled) return notApplicable({ en: `${user.name} is disabled`, ja: `${user.name} は無効化されています` });
    const days = user.unusedDays ?? user.ageDays ?? 0;
    if (days <= maximumDays) return pass();
    return fail({
      en: `User ${user.name} is enabled and ${user.unusedDays === undefined ? 'never signed in' : `has not signed in for ${days} days`}`,
      ja: `ユーザー ${user.name} は有効ですが${user.unusedDays === undefined ? '一度もサインインしていません' : `${days} 日間サインインしていません`}`,
    });
  },
  examples: [
    fails('months ago', { live: [user({}), signedIn({ lastSignInDateTime: '2026-02-01T00:00:00Z' })] }),
    fails('never, and not new', { live: [user({}), never] }),
    passes('this week', { live: [user({}), signedIn({ lastSignInDateTime: '2026-06-28T00:00:00Z' })] }),
    passes('a program signs in for them', {
      live: [user({}), signedIn({ lastSignInDateTime: '2026-02-01T00:00:00Z', lastNonInteractiveSignInDateTime: '2026-06-30T00:00:00Z' })],
    }),
    passes('new', { live: [user({ createdDateTime: '2026-06-01T00:00:00Z' }), never] }),
    isNotApplicable('disabled', { live: [user({ accountEnabled: false }), never] }),
    isUnknown('sign-ins need a licence', {
      live: [user({}), { call: 'graph.microsoft.com:signIns', request, error: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' }],
    }),
  ],
});
