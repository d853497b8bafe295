/** A delegated administrator sees and steers every account of the organization. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Delegated administrators are on the approved list', ja: '委任管理者が承認リストに載っている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.organizations.delegated-admin',
  why: {
    en: 'An account that should not administer a service reads findings of, or changes settings in, all accounts.',
    ja: '本来管理すべきでないアカウントが、全アカウントの検出結果を読んだり設定を変えたりできます。',
  },
  fix: {
    summary: {
      en: 'Delegate to the account of the security team only, and list it in the parameter trustedAccounts.',
      ja: 'セキュリティチームのアカウントだけに委任し、パラメータ trustedAccounts に登録してください。',
    },
    terraform: `# trustedAccounts of this check: ["123456789012", ...]
resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "123456789012"
  service_principal = "securityhub.amazonaws.com"
}`,
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html'],
  equivalents: ['prowler:organizations_delegated_administrators'],
  params: {
    trustedAccounts: {
      type: 'strings',
      default: [],
      description: {
        en: 'Account ids that may administer services; empty: not judged',
        ja: 'サービスを管理してよいアカウント ID (空なら判定しない)',
      },
    },
  },
  evaluate(admin, { trustedAccounts }) {
    if (trustedAccounts.length === 0)
      return notApplicable({ en: 'No account is listed as trusted', ja: '信頼するアカウントが設定されていません' });
    if (trustedAccounts.includes(admin.account)) return pass();
    return fail({
      en: `${admin.name} delegates to account ${admin.account}, which is not on the list`,
      ja: `${admin.name} の委任先アカウント ${admin.account} は承認リストにありません`,
    });
  },
  examples: [
    fails(
      'another account',
      `resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "210987654321"
  service_principal = "securityhub.amazonaws.com"
}`,
      {
        cloudformation: `Resources:
  Security:
    Type: AWS::SecurityHub::DelegatedAdmin
    Properties:
      AdminAccountId: "210987654321"`,
        params: { trustedAccounts: ['123456789012'] },
      },
    ),
    passes(
      'on the list',
      `resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "123456789012"
  service_principal = "securityhub.amazonaws.com"
}`,
      {
        cloudformation: `Resources:
  Security:
    Type: AWS::SecurityHub::DelegatedAdmin
    Properties:
      AdminAccountId: "123456789012"`,
        params: { trustedAccounts: ['123456789012'] },
      },
    ),
    isNotApplicable(
      'no list',
      `resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "210987654321"
  service_principal = "securityhub.amazonaws.com"
}`,
      {
        cloudformation: `Resources:
  Security:
    Type: AWS::SecurityHub::DelegatedAdmin
    Properties:
      AdminAccountId: "210987654321"`,
      },
    ),
  ],
});
