/** An empty group keeps its policies for whoever is added one day. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups have members', ja: 'グループにメンバーがいる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.group-membership',
  why: {
    en: 'A group without members keeps permissions that nobody reviews and that wait for whoever is added.',
    ja: 'メンバーのいないグループの権限は見直されず、追加された誰かにそのまま渡ります。',
  },
  fix: {
    summary: { en: 'Add users, or remove the group.', ja: 'ユーザーを追加するか、グループを削除してください。' },
    terraform: `resource "aws_iam_group_membership" "ops" {
  name  = "ops"
  group = "ops"
  users = ["auditor"]
}`,
    cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::UserToGroupAddition
    Properties:
      GroupName: ops
      Users: [auditor]`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  equivalents: ['CKV2_AWS_14', 'CKV2_AWS_21'],
  noFramework: 'no control mapping yet',
  evaluate(membership) {
    if (membership.hasUsers) return pass();
    return fail({ en: `Membership ${membership.name} names no user`, ja: `メンバーシップ ${membership.name} にユーザーがいません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_iam_group_membership" "ops" {
  name  = "ops"
  group = "ops"
}`,
    ),
    fails(
      'empty list',
      `resource "aws_iam_group_membership" "ops" {
  name  = "ops"
  group = "ops"
  users = []
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::UserToGroupAddition
    Properties:
      GroupName: ops
      Users: []`,
      },
    ),
    passes(
      'a user',
      `resource "aws_iam_group_membership" "ops" {
  name  = "ops"
  group = "ops"
  users = ["auditor"]
}`,
      {
        cloudformation: `Resources:
  Ops:
    Type: AWS::IAM::UserToGroupAddition
    Properties:
      GroupName: ops
      Users: [auditor]`,
      },
    ),
  ],
});
