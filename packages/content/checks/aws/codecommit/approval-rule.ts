/** Code that nobody else looked at is one stolen account away from production. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Repositories require approval of changes', ja: 'リポジトリへの変更に承認を必要とする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codecommit.repository',
  why: {
    en: 'Without an approval rule one account, or whoever stole it, changes what runs in production.',
    ja: '承認ルールがないと、1 つのアカウント、またはそれを奪った人だけで本番のコードを変更できます。',
  },
  fix: {
    summary: {
      en: 'Associate an approval rule template with the repository.',
      ja: '承認ルールテンプレートをリポジトリに関連付けてください。',
    },
    terraform: `resource "aws_codecommit_repository" "orders" {
  repository_name = "orders"
}
resource "aws_codecommit_approval_rule_template_association" "orders" {
  approval_rule_template_name = "two-eyes"
  repository_name             = aws_codecommit_repository.orders.repository_name
}`,
    cli: 'aws codecommit associate-approval-rule-template-with-repository --approval-rule-template-name TEMPLATE --repository-name NAME',
  },
  references: ['https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html'],
  equivalents: ['CKV2_AWS_37'],
  noFramework: 'no control mapping yet',
  evaluate(repository) {
    if (repository.hasApprovalRule) return pass();
    return fail({
      en: `Changes of repository ${repository.name} need no approval`,
      ja: `リポジトリ ${repository.name} への変更に承認が必要ありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_codecommit_repository" "orders" {
  repository_name = "orders"
}`,
    ),
    passes(
      'associated',
      `resource "aws_codecommit_repository" "orders" {
  repository_name = "orders"
}
resource "aws_codecommit_approval_rule_template_association" "orders" {
  approval_rule_template_name = "two-eyes"
  repository_name             = aws_codecommit_repository.orders.repository_name
}`,
    ),
  ],
});
