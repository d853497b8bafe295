import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, none, pass, passes } from '@kumomori/model';

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
  title: { en: 'Users cannot consent to arbitrary applications', ja: 'ユーザーは任意のアプリケーションに同意できない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'One click of consent gives a stranger lasting access to mail and files, without password and past MFA.',
    ja: '一度の同意で、第三者がパスワードも多要素認証もなしにメールやファイルへ継続的にアクセスできます。',
  },
  fix: {
    summary: {
      en: 'Allow consent for verified publishers and low permissions only, or not at all.',
      ja: '同意を確認済み発行元の低リスク権限に限るか、禁止してください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"defaultUserRolePermissions":{"permissionGrantPoliciesAssigned":["ManagePermissionGrantsForSelf.microsoft-user-default-low"]}}'`,
    console: {
      en: 'Entra admin center → Enterprise applications → Consent and permissions.',
      ja: 'Entra 管理センター → エンタープライズ アプリケーション → 同意とアクセス許可。',
    },
  },
  references: ['https://learn.microsoft.com/entra/identity/enterprise-apps/configure-user-consent'],
  equivalents: ['prowler:entra_policy_restricts_user_consent_for_apps', 'prowler:entra_policy_user_consent_for_verified_apps'],
  evaluate(directory) {
    if (none(directory.consentPolicies, (id) => id.toLowerCase().endsWith('.microsoft-user-default-legacy'))) return pass();
    return fail({
      en: `Every user of ${directory.name} can consent to any application`,
      ja: `${directory.name} では全ユーザーが任意のアプリケーションに同意できます`,
    });
  },
  examples: [
    fails('to any', {
      live: [
        organization,
        policy({
          defaultUserRolePermissions: { permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'] },
        }),
      ],
    }),
    passes('to verified ones', {
      live: [
        organization,
        policy({
          defaultUserRolePermissions: { permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-low'] },
        }),
      ],
    }),
    passes('to none', { live: [organization, policy({ defaultUserRolePermissions: { permissionGrantPoliciesAssigned: [] } })] }),
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
