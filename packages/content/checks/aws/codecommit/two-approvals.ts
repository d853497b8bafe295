/** One reviewer approves what a friend asks for; two are harder to talk into it. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Pull requests need two approvals', ja: 'プルリクエストに 2 人の承認を必要とする' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codecommit.approval-rule-template',
  why: {
    en: 'With a single approval one careless or bribed reviewer is enough to bring in bad code.',
    ja: '承認が 1 人だけだと、不注意な、または買収された 1 人で不正なコードを取り込めます。',
  },
  fix: {
    summary: {
      en: 'Set NumberOfApprovalsNeeded to 2 or more.',
      ja: 'NumberOfApprovalsNeeded を 2 以上にしてください。',
    },
    terraform: `resource "aws_codecommit_approval_rule_template" "reviewed" {
  name = "reviewed"
  content = jsonencode({
    Version    = "2018-11-08"
    Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }]
  })
}`,
    cli: 'aws codecommit update-approval-rule-template-content --approval-rule-template-name NAME --new-rule-content file://content.json',
  },
  references: ['https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-create-template.html'],
  equivalents: ['CKV_AWS_257'],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    if (all(template.rules, (rule) => (rule.approvals ?? 0) >= 2)) return pass();
    return fail({
      en: `Template ${template.name} asks for fewer than two approvals`,
      ja: `テンプレート ${template.name} の必要承認数は 2 人未満です`,
    });
  },
  examples: [
    fails(
      'one',
      `resource "aws_codecommit_approval_rule_template" "reviewed" {
  name = "reviewed"
  content = jsonencode({
    Version    = "2018-11-08"
    Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 1 }]
  })
}`,
    ),
    passes(
      'two',
      `resource "aws_codecommit_approval_rule_template" "reviewed" {
  name = "reviewed"
  content = jsonencode({
    Version    = "2018-11-08"
    Statements = [{ Type = "Approvers", NumberOfApprovalsNeeded = 2 }]
  })
}`,
    ),
  ],
});
