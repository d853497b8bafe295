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
  title: { en: 'Users cannot create security groups', ja: 'ユーザーはセキュリティグループを作成できない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'Groups that anybody makes end up in access decisions that nobody reviews.',
    ja: '誰でも作れるグループは、誰も見直さないアクセス判断に使われていきます。',
  },
  fix: {
    summary: {
      en: 'Let administrators create security groups.',
      ja: 'セキュリティグループの作成を管理者に限ってください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"defaultUserRolePermissions":{"allowedToCreateSecurityGroups":false}}'`,
    console: {
      en: 'Entra admin center → Groups → General.',
      ja: 'Entra 管理センター → グループ → 全般。',
    },
  },
  references: ['https://learn.microsoft.com/entra/fundamentals/users-default-permissions'],
  equivalents: [
    'prowler:entra_policy_default_users_cannot_create_security_groups',
    'prowler:entra_users_cannot_create_microsoft_365_groups',
  ],
  evaluate(directory) {
    if (!directory.usersCreateGroups) return pass();
    return fail({
      en: `Every user of ${directory.name} can create security groups`,
      ja: `${directory.name} では全ユーザーがセキュリティグループを作成できます`,
    });
  },
  examples: [
    fails('allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateSecurityGroups: true } })] }),
    passes('not allowed', { live: [organization, policy({ defaultUserRolePermissions: { allowedToCreateSecurityGroups: false } })] }),
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
