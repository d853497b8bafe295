/** Without a role the stack does whatever its caller may do. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Stacks work with a service role', ja: 'スタックがサービスロールで動作する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudformation.stack',
  why: {
    en: 'The stack acts with all rights of whoever calls, usually an administrator or a pipeline.',
    ja: 'スタックは呼び出し元 (多くは管理者やパイプライン) の全権限で動作します。',
  },
  fix: {
    summary: {
      en: 'Name a role with the few permissions in iam_role_arn.',
      ja: '必要な権限だけのロールを iam_role_arn に指定してください。',
    },
    terraform: `resource "aws_cloudformation_stack" "orders" {
  name         = "orders"
  template_url = "https://s3.amazonaws.com/templates/orders.yaml"
  iam_role_arn = "arn:aws:iam::123456789012:role/stack-orders"
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html'],
  equivalents: ['CloudFormation.4'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'a nested stack works with the role of its parent' },
  evaluate(stack) {
    if (stack.hasRole) return pass();
    return fail({ en: `Stack ${stack.name} has no service role`, ja: `スタック ${stack.name} にサービスロールがありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudformation_stack" "orders" {
  name         = "orders"
  template_url = "https://s3.amazonaws.com/templates/orders.yaml"
}`,
    ),
    passes(
      'own role',
      `resource "aws_cloudformation_stack" "orders" {
  name         = "orders"
  template_url = "https://s3.amazonaws.com/templates/orders.yaml"
  iam_role_arn = "arn:aws:iam::123456789012:role/stack-orders"
}`,
    ),
  ],
});
