import type { ExampleCall } from '@kumomori/model';
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const organization: ExampleCall = {
  call: 'graph.microsoft.com:organization',
  request: { path: '/v1.0/organization' },
  response: { value: [{ id: '99999999-8888-7777-6666-555555555555', displayName: 'Example' }] },
};
const request = { path: '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy' };
const defaults = (isEnabled: boolean): ExampleCall => ({
  call: 'graph.microsoft.com:securityDefaults',
  request,
  response: { id: 'defaults', isEnabled },
});
const access = (...states: readonly string[]): ExampleCall => ({
  call: 'graph.microsoft.com:conditionalAccessPolicies',
  request: { path: '/v1.0/identity/conditionalAccess/policies' },
  response: { value: states.map((state, index) => ({ id: `policy-${index}`, displayName: 'mfa', state })) },
});

export const check = defineCheck({
  title: { en: 'Security defaults or conditional access apply', ja: 'セキュリティの既定値群か条件付きアクセスが有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.settings',
  why: {
    en: 'With neither, every account of the directory is as safe as its password, administrators included.',
    ja: 'どちらもなければ、管理者も含め全アカウントの安全はパスワードだけに懸かります。',
  },
  fix: {
    summary: {
      en: 'Enable security defaults, or conditional access policies where there is a licence for them.',
      ja: 'セキュリティの既定値群を有効にするか、ライセンスがあれば条件付きアクセスを設定してください。',
    },
    cli: `az rest --method patch --url https://graph.microsoft.com/v1.0/policies/identitySecurityDefaultsEnforcementPolicy --body '{"isEnabled":true}'`,
    console: {
      en: 'Entra admin center → Overview → Properties → Manage security defaults.',
      ja: 'Entra 管理センター → 概要 → プロパティ → セキュリティの既定値群の管理。',
    },
  },
  references: ['https://learn.microsoft.com/entra/fundamentals/security-defaults'],
  equivalents: ['prowler:entra_security_defaults_enabled'],
  evaluate(directory) {
    if (
      anyOf(
        () => directory.hasSecurityDefaults,
        () => directory.hasConditionalAccess,
      )
    )
      return pass();
    return fail({
      en: `${directory.name} has neither security defaults nor an enforced conditional access policy`,
      ja: `${directory.name} にはセキュリティの既定値群も有効な条件付きアクセスもありません`,
    });
  },
  examples: [
    fails('neither', { live: [organization, defaults(false), access()] }),
    fails('a policy that only reports', { live: [organization, defaults(false), access('enabledForReportingButNotEnforced')] }),
    passes('security defaults', { live: [organization, defaults(true), access()] }),
    passes('conditional access', { live: [organization, defaults(false), access('disabled', 'enabled')] }),
    isUnknown('conditional access was refused', {
      live: [
        organization,
        defaults(false),
        {
          call: 'graph.microsoft.com:conditionalAccessPolicies',
          request: { path: '/v1.0/identity/conditionalAccess/policies' },
          error: 'AccessDenied',
        },
      ],
    }),
  ],
});
