/** IAMFullAccess is AdministratorAccess in one more step. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'IAMFullAccess is not attached', ja: 'IAMFullAccess がアタッチされていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.policy-attachment',
  why: { en: 'The holder attaches AdministratorAccess to itself.', ja: '保有者は自分に AdministratorAccess をアタッチできます。' },
  fix: {
    summary: { en: 'Attach a policy with the few actions that are needed.', ja: '必要なアクションだけのポリシーに置き換えてください。' },
    terraform: `resource "aws_iam_role_policy_attachment" "this" {
  role       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
}`,
    cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/IAMReadOnlyAccess"]`,
    cli: 'aws iam detach-role-policy --role-name ROLE --policy-arn arn:aws:iam::aws:policy/IAMFullAccess',
  },
  references: ['https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html'],
  equivalents: ['CKV2_AWS_56'],
  noFramework: 'no control mapping yet',
  evaluate(attachment) {
    const policy = find(attachment.policies, (arn) => /(^|:aws:policy\/)IAMFullAccess$/.test(arn));
    if (policy === undefined) return pass();
    return fail(
      { en: `${attachment.name} gets ${policy}`, ja: `${attachment.name} に ${policy} が与えられています` },
      { at: ['policies'] },
    );
  },
  examples: [
    fails(
      'attached to a role',
      `resource "aws_iam_role_policy_attachment" "this" {
  role       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/IAMFullAccess"]`,
      },
    ),
    fails(
      'looked up',
      `data "aws_iam_policy" "full" {
  name = "IAMFullAccess"
}`,
    ),
    passes(
      'reading only',
      `resource "aws_iam_role_policy_attachment" "this" {
  role       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/IAMReadOnlyAccess"]`,
      },
    ),
  ],
});
