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
  title: { en: 'Only administrators and guest inviters invite guests', ja: 'ゲストの招待は管理者と招待担当者に限られる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'When anybody may invite, nobody knows who is in the directory, and guests outlive the reason they came for.',
    ja: '誰でも招待できると、誰がディレクトリにいるか把握できず、用済みのゲストが残ります。',
  },
  fix: {
    summary: {
      en: 'Let only users with an administrating role invite guests, or nobody.',
      ja: 'ゲストを招待できるのを管理ロールの担当者だけにするか、禁止してください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/authorizationPolicy --body '{"allowInvitesFrom":"adminsAndGuestInviters"}'`,
    console: {
      en: 'Entra admin center → External Identities → External collaboration settings.',
      ja: 'Entra 管理センター → External Identities → 外部コラボレーション設定。',
    },
  },
  references: ['https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure'],
  equivalents: ['prowler:entra_policy_guest_invite_only_for_admin_roles'],
  evaluate(directory) {
    if (directory.invitesFrom === 'adminsAndGuestInviters' || directory.invitesFrom === 'none') return pass();
    return fail({
      en: `Guests are invited to ${directory.name} by ${directory.invitesFrom}`,
      ja: `${directory.name} では ${directory.invitesFrom} がゲストを招待できます`,
    });
  },
  examples: [
    fails('everyone', { live: [organization, policy({ allowInvitesFrom: 'everyone' })] }),
    fails('all members', { live: [organization, policy({ allowInvitesFrom: 'adminsGuestInvitersAndAllMembers' })] }),
    passes('administrators', { live: [organization, policy({ allowInvitesFrom: 'adminsAndGuestInviters' })] }),
    passes('nobody', { live: [organization, policy({ allowInvitesFrom: 'none' })] }),
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
