import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const organization: ExampleCall = {
  call: 'graph.microsoft.com:organization',
  request: { path: '/v1.0/organization' },
  response: { value: [{ id: '99999999-8888-7777-6666-555555555555', displayName: 'Example' }] },
};

const policy = (settings: { readonly [key: string]: Json }): ExampleCall => ({
  call: 'graph.microsoft.com:authorizationPolicy',
  request: { path: '/v1.0/policies/authorizationPolicy' },
  response: { id: 'authorizationPolicy', ...settings },
});

export const check = defineCheck({
  title: { en: 'Users cannot register applications', ja: 'ユーザーはアプリケーションを登録できない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'An application that a user registers keeps its access after the user is gone, and makes consent phishing look internal.',
    ja: 'ユーザーが登録したアプリは本人の退職後も権限を保ち、同意フィッシングを社内のものに見せます。',
  },
  fix: {
    summary: {
      en: 'Let administrators register applications, or those with the role Application Developer.',
      ja: 'アプリの登録は管理者か「アプリケーション開発者」ロールに限ってください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"defaultUserRolePermissions":{"allowedToCreateApps":false}}'`,
    console: {
      en: 'Entra admin center → Users → User settings.',
      ja: 'Entra 管理センター → ユーザー → ユーザー設定。',
    },
  },
  references: ['https://learn.microsoft.com/entra/fundamentals/users-default-permissions'],
  equivalents: ['prowler:entra_policy_ensure_default_user_cannot_create_apps'],
  evaluate(directory) {
    if (!directory.usersCreateApplications) return pass();
    return fail({
      en: `Every user of ${directory.name} can register applications`,
      ja: `${directory.name} では全ユーザーがアプリケーションを登録できます`,
    });
  },
  examples: [
    fails('allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateApps: true } })] }),
    passes('not allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateApps: false } })] }),
    isUnknown('the policy was refused', {
      live: [
        organization,
        {
          call: 'graph.microsoft.com:authorizationPolicy',
          request: { path: '/v1.0/policies/authorizationPolicy' },
          error: 'Authorization_RequestDenied',
        },
      ],
    }),
  ],
});
