/** Whoever may enter machines enters everything that runs on them; a password alone must not be enough. */
import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const path = '/v1.0/users';
const user = (members: { readonly [key: string]: Json } = {}): ExampleCall => ({
  call: 'graph.microsoft.com:users',
  request: { path, $select: 'id,displayName,userPrincipalName,accountEnabled,userType,createdDateTime', $top: '999' },
  response: { value: [{ id: 'u', displayName: 'Hanako', userPrincipalName: 'hanako@example.com', ...members }] },
});
const asked = { path: '/v1.0/reports/authenticationMethods/userRegistrationDetails' };
const registered = (isMfaRegistered: boolean): ExampleCall => ({
  call: 'graph.microsoft.com:userRegistrationDetails',
  request: asked,
  response: { value: [{ id: 'u', isMfaRegistered }] },
});
const roles = '/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Authorization';
const assigned = (role: string, principalId = 'u'): ExampleCall => ({
  call: 'Microsoft.Authorization:roleAssignments',
  request: { path: `${roles}/roleAssignments` },
  response: {
    value: [{ id: `${roles}/roleAssignments/a`, properties: { principalId, roleDefinitionId: `${roles}/roleDefinitions/${role}` } }],
  },
});
const login = assigned('fb879df8-f326-4884-b1cf-06f3ad86be52');
const reader = assigned('acdd72a7-3385-48ef-bd42-f606fba81ae7');

export const check = defineCheck({
  title: { en: 'Users who may enter virtual machines have MFA', ja: '仮想マシンに入れるユーザーは多要素認証を登録している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.entra.user',
  why: {
    en: 'With a stolen password somebody signs in to machines, or runs commands in them, and has their data and identities.',
    ja: 'パスワードが盗まれると、仮想マシンへのサインインやコマンド実行を許し、データとマネージド ID まで奪われます。',
  },
  fix: {
    summary: {
      en: 'Demand a second factor from the user, or take the role away.',
      ja: 'そのユーザーに多要素認証を求めるか、ロールを外してください。',
    },
    cli: 'az role assignment delete --assignee hanako@example.com --role "Virtual Machine User Login"',
    console: {
      en: 'Entra admin center → Protection → Conditional Access → New policy: the user, Azure Windows and Linux VM sign-in, require MFA.',
      ja: 'Entra 管理センター → 保護 → 条件付きアクセス → 新しいポリシー: 対象ユーザー、Azure の VM サインイン、多要素認証を要求。',
    },
  },
  references: ['https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows'],
  equivalents: ['prowler:entra_user_with_vm_access_has_mfa'],
  evaluate(user) {
    if (!user.isEnabled) return notApplicable({ en: `${user.name} is disabled`, ja: `${user.name} は無効化されています` });
    if (!user.entersMachines)
      return notApplicable({ en: `${user.name} has no role for machines`, ja: `${user.name} に仮想マシンのロールはありません` });
    if (user.hasMfa) return pass();
    return fail({
      en: `User ${user.name} may enter virtual machines and has registered no second factor`,
      ja: `ユーザー ${user.name} は仮想マシンに入れますが、多要素認証を登録していません`,
    });
  },
  examples: [
    fails('a password alone', { live: [user(), registered(false), login] }),
    passes('a second factor', { live: [user(), registered(true), login] }),
    isNotApplicable('reads only', { live: [user(), registered(false), reader] }),
    isNotApplicable('disabled', { live: [user({ accountEnabled: false }), registered(false), login] }),
    isUnknown('roles were not asked for', { live: [user(), registered(false)] }),
    isUnknown('roles were refused', {
      live: [user(), registered(false), { call: login.call, request: login.request ?? {}, error: 'AuthorizationFailed' }],
    }),
    isUnknown('registration was refused', {
      live: [user(), { call: 'graph.microsoft.com:userRegistrationDetails', request: asked, error: 'Authorization_RequestDenied' }, login],
    }),
  ],
});
