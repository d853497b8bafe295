/** What was changed by hand is undone by the next update, or breaks it. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const stack = (StackDriftStatus: string, more: JsonObject = {}): readonly ExampleCall[] => [
  {
    call: 'cloudformation:DescribeStacks',
    region: 'ap-northeast-1',
    response: {
      Stacks: [
        {
          StackId: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/orders/1a2b3c4d',
          StackName: 'orders',
          StackStatus: 'UPDATE_COMPLETE',
          DriftInformation: { StackDriftStatus, ...more },
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Stacks match their template', ja: 'スタックがテンプレートと一致している' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.cloudformation.stack-state',
  why: {
    en: 'A change by hand was reviewed by nobody; it is how a port or bucket is opened that the template keeps closed.',
    ja: '手作業の変更は誰もレビューしていません。テンプレートでは閉じているポートやバケットが、こうして開かれます。',
  },
  fix: {
    summary: {
      en: 'See what differs; take the change into the template, or update the stack so that it is undone. Stacks in which drift was never looked for are not judged: detection is started by you.',
      ja: '差分を確認し、変更をテンプレートに取り込むか、スタックを更新して元に戻してください。一度も検出していないスタックは判定しません。検出は利用者が開始します。',
    },
    cli: 'aws cloudformation detect-stack-drift --stack-name STACK && aws cloudformation describe-stack-resource-drifts --stack-name STACK',
    console: {
      en: 'CloudFormation → Stacks → the stack → Stack actions → Detect drift, then View drift results.',
      ja: 'CloudFormation → スタック → 対象 → スタックアクション → ドリフトの検出、その後ドリフト結果を表示。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html'],
  equivalents: ['cloudsploit:driftDetection'],
  evaluate(stack) {
    const { driftStatus, driftCheckedDays } = stack;
    if (driftStatus === 'IN_SYNC') return pass();
    if (driftStatus !== 'DRIFTED') return notApplicable({ en: 'Drift was never looked for', ja: 'ドリフトの検出が行われていません' });
    const ago = driftCheckedDays === undefined ? null : driftCheckedDays;
    return fail(
      {
        en: `Stack ${stack.name} differs from its template${ago === null ? '' : ` (looked for ${ago} days ago)`}`,
        ja: `スタック ${stack.name} はテンプレートと異なります${ago === null ? '' : ` (${ago} 日前の検出)`}`,
      },
      { at: ['driftStatus'] },
    );
  },
  examples: [
    fails('changed by hand', { live: stack('DRIFTED', { LastCheckTimestamp: '2026-06-21T00:00:00Z' }) }),
    passes('the same', { live: stack('IN_SYNC') }),
    isNotApplicable('never looked for', { live: stack('NOT_CHECKED') }),
  ],
});
