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
  title: { en: 'Guests see only their own objects', ja: 'ゲストは自分のオブジェクトだけを参照できる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'A guest who can list members and groups has the address list for the next phishing mail.',
    ja: 'ゲストがメンバーやグループを一覧できると、次のフィッシングの宛先名簿になります。',
  },
  fix: {
    summary: {
      en: 'Give guests the most restricted role.',
      ja: 'ゲストのアクセスを最も制限された設定にしてください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"guestUserRoleId":"2af84b1e-32c8-42b7-82bc-daa82404023b"}'`,
    console: {
      en: 'Entra admin center → External Identities → External collaboration settings.',
      ja: 'Entra 管理センター → External Identities → 外部コラボレーション設定。',
    },
  },
  references: ['https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions'],
  equivalents: ['prowler:entra_policy_guest_users_access_restrictions', 'cloudsploit:ensureNoGuestUser'],
  evaluate(directory) {
    if (directory.guestAccess === 'restricted') return pass();
    return fail({
      en: `Guests of ${directory.name} see what the role ${directory.guestAccess} sees`,
      ja: `${directory.name} のゲストは「${directory.guestAccess}」の権限で参照できます`,
    });
  },
  examples: [
    fails('as members do', { live: [organization, policy({ guestUserRoleId: 'a0b1b346-4d3e-4e8b-98f8-753987be4970' })] }),
    fails('the default', { live: [organization, policy({ guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3' })] }),
    passes('restricted', { live: [organization, policy({ guestUserRoleId: '2af84b1e-32c8-42b7-82bc-daa82404023b' })] }),
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
