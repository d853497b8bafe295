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
  title: { en: 'Users cannot create tenants', ja: 'ユーザーはテナントを作成できない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'Who creates a tenant rules it: data moves to a directory that no policy of yours reaches.',
    ja: 'テナントの作成者はその管理者です。データが自社のポリシーの届かない場所へ移ります。',
  },
  fix: {
    summary: {
      en: 'Let only tenant creators create tenants.',
      ja: 'テナントの作成を「テナント作成者」ロールに限ってください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"defaultUserRolePermissions":{"allowedToCreateTenants":false}}'`,
    console: {
      en: 'Entra admin center → Users → User settings.',
      ja: 'Entra 管理センター → ユーザー → ユーザー設定。',
    },
  },
  references: ['https://learn.microsoft.com/entra/fundamentals/users-default-permissions'],
  equivalents: ['prowler:entra_policy_ensure_default_user_cannot_create_tenants'],
  evaluate(directory) {
    if (!directory.usersCreateTenants) return pass();
    return fail({
      en: `Every user of ${directory.name} can create tenants`,
      ja: `${directory.name} では全ユーザーがテナントを作成できます`,
    });
  },
  examples: [
    fails('allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateTenants: true } })] }),
    passes('not allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateTenants: false } })] }),
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
