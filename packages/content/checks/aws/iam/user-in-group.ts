/** Rights of single users are found by nobody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Users get their permissions through a group', ja: 'ユーザーがグループを通じて権限を得ている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.user',
  why: {
    en: 'A user without a group has permissions of its own, which reviews of groups do not show.',
    ja: 'グループに属さないユーザーの権限は個別に付けられ、グループの見直しでは見つかりません。',
  },
  fix: {
    summary: { en: 'Add the user to a group that carries the policies.', ja: 'ポリシーを持つグループにユーザーを追加してください。' },
    terraform: `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_user_group_membership" "exporter" {
  user   = aws_iam_user.exporter.name
  groups = ["exporters"]
}`,
    cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      Groups: [exporters]`,
    cli: 'aws iam add-user-to-group --user-name USER --group-name GROUP',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(user) {
    if (user.isInGroup) return pass();
    return fail({ en: `User ${user.name} is in no group`, ja: `ユーザー ${user.name} はどのグループにも属していません` });
  },
  examples: [
    fails(
      'no group',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter`,
      },
    ),
    passes(
      'member',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_user_group_membership" "exporter" {
  user   = aws_iam_user.exporter.name
  groups = ["exporters"]
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      Groups: [exporters]`,
      },
    ),
    passes(
      'listed by the group',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_group_membership" "all" {
  name  = "all"
  group = "exporters"
  users = [aws_iam_user.exporter.name]
}`,
    ),
  ],
});
