/** Every role that nobody uses is a way in that nobody would miss. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

const role = (CreateDate: string, LastUsedDate?: string, Path = '/'): readonly ExampleCall[] => [
  {
    call: 'iam:GetAccountAuthorizationDetails',
    response: {
      RoleDetailList: [
        {
          RoleName: 'deploy',
          Arn: `arn:aws:iam::123456789012:role${Path}deploy`,
          Path,
          CreateDate,
          RoleLastUsed: LastUsedDate === undefined ? {} : { LastUsedDate },
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Roles unused for 90 days are removed', ja: '90 日間使われていないロールが削除されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.role-use',
  why: {
    en: 'An unused role keeps its permissions and its trust, often for a partner or a system that is long gone.',
    ja: '使われないロールにも権限と信頼関係が残り、終了した取引先やシステムから悪用されるおそれがあります。',
  },
  fix: {
    summary: {
      en: 'Delete the role; attach a policy that denies everything first when nobody is sure.',
      ja: 'ロールを削除してください。不安な場合は、先に全拒否のポリシーを付けて様子を見てください。',
    },
    cli: 'aws iam get-role --role-name ROLE --query Role.RoleLastUsed',
    console: { en: 'IAM → Roles → Last activity.', ja: 'IAM → ロール → 最後のアクティビティ。' },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html'],
  equivalents: [],
  noFramework: 'unused credentials are linked through the checks of keys and passwords',
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Days without use at most', ja: '使われない日数の上限' } } },
  evaluate(role, { days }) {
    if (role.ageDays <= days) return pass();
    const { unusedDays } = role;
    if (unusedDays !== undefined && unusedDays <= days) return pass();
    return fail(
      unusedDays === undefined
        ? { en: `Role ${role.name} was not used for 400 days`, ja: `ロール ${role.name} は 400 日間使われていません` }
        : { en: `Role ${role.name} was not used for ${unusedDays} days`, ja: `ロール ${role.name} は ${unusedDays} 日間使われていません` },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('half a year', { live: role('2024-01-02T00:00:00Z', '2026-01-02T00:00:00Z') }),
    fails('never', { live: role('2024-01-02T00:00:00Z') }),
    passes('yesterday', { live: role('2024-01-02T00:00:00Z', '2026-06-30T00:00:00Z') }),
    passes('made a month ago', { live: role('2026-06-01T00:00:00Z') }),
    isNotApplicable('of Identity Center', { live: role('2024-01-02T00:00:00Z', undefined, '/aws-reserved/sso.amazonaws.com/') }),
  ],
});
