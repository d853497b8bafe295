/** Groups grow; nobody counts the administrators in them. */
import { any, defineCheck, fail, fails, find, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups carrying AdministratorAccess are reported', ja: 'AdministratorAccess を持つグループを報告する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.policy-attachment',
  why: {
    en: 'Everybody who is added to the group, for whatever reason, becomes an administrator.',
    ja: '理由を問わずグループに追加された全員が管理者になります。',
  },
  fix: {
    summary: {
      en: 'Give administration by a role that is assumed for the task.',
      ja: '管理権限は、作業時に引き受けるロールで与えてください。',
    },
    terraform: `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
    cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"]`,
    cli: 'aws iam detach-group-policy --group-name GROUP --policy-arn arn:aws:iam::aws:policy/AdministratorAccess',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['prowler:iam_group_administrator_access_policy'],
  evaluate(attachment) {
    if (!any(attachment.holders, (holder) => holder === 'group'))
      return notApplicable({ en: 'It attaches nothing to a group', ja: 'グループへのアタッチではありません' });
    const policy = find(attachment.policies, (arn) => /(^|:aws:policy\/)AdministratorAccess$/.test(arn));
    if (policy === undefined) return pass();
    return fail(
      {
        en: `Group policy attachment ${attachment.name} gives ${policy}`,
        ja: `グループへのアタッチ ${attachment.name} により ${policy} が与えられます`,
      },
      { at: ['policies'] },
    );
  },
  examples: [
    fails(
      'attached to a group',
      `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"]`,
      },
    ),
    passes(
      'another policy',
      `resource "aws_iam_group_policy_attachment" "this" {
  group       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::Group
    Properties:
      GroupName: ops
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/SecurityAudit"]`,
      },
    ),
    isNotApplicable(
      'a role',
      `resource "aws_iam_role_policy_attachment" "this" {
  role       = "ops"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}`,
    ),
  ],
});
