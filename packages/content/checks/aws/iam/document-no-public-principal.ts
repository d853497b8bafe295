/** A document with `*` as principal is public wherever it is used. */
import { anyStatement, defineCheck, fail, fails, grantsEveryone, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Policy documents do not admit everybody', ja: 'ポリシードキュメントが全員を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'Whatever resource the document is attached to is open to the internet.',
    ja: 'このドキュメントを適用したリソースはインターネットに公開されます。',
  },
  fix: {
    summary: {
      en: 'Name principals, or bind the statement to your organization.',
      ja: 'プリンシパルを明示するか、組織の条件を付けてください。',
    },
    terraform: `data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  equivalents: ['CKV_AWS_283'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'documents stand in the resources that use them' },
  evaluate(policy) {
    if (policy.kind !== 'document') return notApplicable({ en: 'It is no document by itself', ja: '単独のドキュメントではありません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    if (!anyStatement(policy.document, grantsEveryone)) return pass();
    return fail(
      { en: `Document ${policy.name} admits every principal`, ja: `ドキュメント ${policy.name} はすべてのプリンシパルを許可しています` },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'everybody',
      `data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}`,
    ),
    passes(
      'a service',
      `data "aws_iam_policy_document" "queue" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
  }
}`,
    ),
  ],
});
