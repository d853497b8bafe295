/** An account by itself has nobody above it who could forbid anything. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Account belongs to an organization', ja: 'アカウントが組織に属している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.organizations.membership',
  why: {
    en: 'Service control policies, central trails and removal of root credentials reach only accounts of an organization.',
    ja: 'SCP や組織の証跡、ルート認証情報の一括管理は、組織に属するアカウントにしか効きません。',
  },
  fix: {
    summary: {
      en: 'Invite the account from the management account of the organization and accept.',
      ja: '組織の管理アカウントから招待し、承諾してください。',
    },
    cli: 'aws organizations invite-account-to-organization --target Id=ACCOUNT,Type=ACCOUNT',
    console: {
      en: 'AWS Organizations → AWS accounts → Add an AWS account.',
      ja: 'AWS Organizations → AWS アカウント → AWS アカウントを追加。',
    },
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts.html'],
  equivalents: ['Account.2', 'prowler:organizations_account_part_of_organizations'],
  evaluate(membership) {
    if (membership.isMember) return pass();
    return fail({
      en: `Account ${membership.name} belongs to no organization`,
      ja: `アカウント ${membership.name} は組織に属していません`,
    });
  },
  examples: [
    fails('alone', { live: [{ call: 'organizations:DescribeOrganization', error: 'AWSOrganizationsNotInUseException' }] }),
    passes('a member', {
      live: [
        { call: 'organizations:DescribeOrganization', response: { Organization: { Arn: 'arn:o-1', MasterAccountId: '210987654321' } } },
      ],
    }),
    isNotApplicable('nobody may ask', { live: [{ call: 'organizations:DescribeOrganization', error: 'AccessDeniedException' }] }),
  ],
});
