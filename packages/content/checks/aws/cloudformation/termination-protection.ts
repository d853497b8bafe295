/** One mistaken click deletes a stack with all that it holds. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const stack = (members: JsonObject): readonly ExampleCall[] => [
  {
    call: 'cloudformation:DescribeStacks',
    region: 'ap-northeast-1',
    response: {
      Stacks: [
        {
          StackId: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/orders/1a2b3c4d',
          StackName: 'orders',
          StackStatus: 'UPDATE_COMPLETE',
          ...members,
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Stacks have termination protection', ja: 'スタックの削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudformation.stack-state',
  why: {
    en: 'Deleting a stack deletes its databases, buckets and networks with it, within minutes and without a second question.',
    ja: 'スタックを削除すると、含まれるデータベースやバケット、ネットワークも数分で削除されます。',
  },
  fix: {
    summary: {
      en: 'Switch termination protection on; who deletes the stack must switch it off first.',
      ja: '削除保護を有効にしてください。削除する人はまず保護を外す必要があります。',
    },
    cli: 'aws cloudformation update-termination-protection --stack-name STACK --enable-termination-protection',
    console: {
      en: 'CloudFormation → Stacks → the stack → Stack actions → Edit termination protection.',
      ja: 'CloudFormation → スタック → 対象 → スタックアクション → 削除保護を編集。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html'],
  equivalents: [
    'CloudFormation.3',
    'prowler:cloudformation_stacks_termination_protection_enabled',
    'cloudsploit:stackTerminationProtection',
  ],
  evaluate(stack) {
    if (stack.isNested) return notApplicable({ en: 'The stack above it is what is deleted', ja: '削除されるのは親スタックです' });
    if (stack.hasTerminationProtection) return pass();
    return fail(
      {
        en: `Stack ${stack.name} can be deleted without switching any protection off`,
        ja: `スタック ${stack.name} は保護を外さずに削除できます`,
      },
      { at: ['hasTerminationProtection'] },
    );
  },
  examples: [
    fails('off', { live: stack({ EnableTerminationProtection: false }) }),
    passes('on', { live: stack({ EnableTerminationProtection: true }) }),
    isNotApplicable('nested', {
      live: stack({ ParentId: 'arn:aws:cloudformation:ap-northeast-1:123456789012:stack/shop/5e6f7a8b' }),
    }),
  ],
});
