/** Nothing that happens every month needs the root user. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

/** `<root_account>` with a password that was last used on the 20th of June, or of January. */
const used =
  'dXNlcixwYXNzd29yZF9sYXN0X3VzZWQsYWNjZXNzX2tleV8xX2xhc3RfdXNlZF9kYXRlLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZQo8cm9vdF9hY2NvdW50PiwyMDI2LTA2LTIwVDA5OjAwOjAwKzAwOjAwLE4vQSxOL0EK';
const unused =
  'dXNlcixwYXNzd29yZF9sYXN0X3VzZWQsYWNjZXNzX2tleV8xX2xhc3RfdXNlZF9kYXRlLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZQo8cm9vdF9hY2NvdW50PiwyMDI2LTAxLTIwVDA5OjAwOjAwKzAwOjAwLE4vQSxOL0EK';
const report = (Content: string): readonly ExampleCall[] => [
  { call: 'iam:GetAccountSummary', response: { SummaryMap: { AccountMFAEnabled: 1 } } },
  { call: 'iam:GetCredentialReport', response: { Content } },
];

export const check = defineCheck({
  title: { en: 'Root user has not been used recently', ja: 'ルートユーザーが最近使われていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.iam.root',
  why: {
    en: 'What the root user does cannot be limited and often not be told who did it; work with it hides misuse of it.',
    ja: 'ルートの操作は制限できず、誰が行ったかも分かりません。日常的に使うと悪用に気付けなくなります。',
  },
  fix: {
    summary: {
      en: 'Find out what the root user was needed for, and give that task to a role.',
      ja: 'ルートが必要だった作業を特定し、その作業はロールに移してください。',
    },
    cli: 'aws cloudtrail lookup-events --lookup-attributes AttributeKey=Username,AttributeValue=root',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html'],
  equivalents: ['prowler:iam_avoid_root_usage', 'cloudsploit:rootAccountInUse', 'steampipe:iam_root_last_used'],
  params: { days: { type: 'number', default: 30, min: 1, description: { en: 'Days without use', ja: '使われていない日数' } } },
  evaluate(root, { days }) {
    const { unusedDays } = root;
    if (unusedDays === undefined || unusedDays >= days) return pass();
    return fail(
      {
        en: `The root user ${root.name} was used ${unusedDays} days ago`,
        ja: `ルートユーザー ${root.name} は ${unusedDays} 日前に使われました`,
      },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('eleven days ago', { live: report(used) }),
    passes('half a year ago', { live: report(unused) }),
    isUnknown('there is no report yet', {
      live: [...report('').slice(0, 1), { call: 'iam:GetCredentialReport', error: 'CredentialReportNotPresentException' }],
    }),
  ],
});
