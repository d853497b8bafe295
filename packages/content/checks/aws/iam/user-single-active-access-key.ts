/** The second key is the one nobody rotates. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No user has two active access keys', ja: '有効なアクセスキーを 2 つ持つユーザーがいない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.user',
  why: {
    en: 'Two keys are for the hour of rotation; a second one that stays is forgotten and never changed.',
    ja: '2 つ目のキーはローテーションの間だけのものです。残ったキーは忘れられ、更新されません。',
  },
  fix: {
    summary: { en: 'Deactivate and then delete the older key.', ja: '古いキーを無効化し、削除してください。' },
    terraform: `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_access_key" "current" {
  user = aws_iam_user.exporter.name
}`,
    cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
  Current:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter`,
    cli: 'aws iam update-access-key --user-name USER --access-key-id ID --status Inactive',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  equivalents: [
    'AVD-AWS-0167',
    'tfsec:aws-iam-limit-user-access-keys',
    'prowler:iam_user_two_active_access_key',
    'cloudsploit:accessKeysExtra',
  ],
  evaluate(user) {
    const active = [...user.accessKeys].filter((key) => key.isActive).length;
    if (active < 2) return pass();
    return fail({
      en: `User ${user.name} has ${active} active access keys`,
      ja: `ユーザー ${user.name} に有効なアクセスキーが ${active} 個あります`,
    });
  },
  examples: [
    fails(
      'two',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_access_key" "old" {
  user = aws_iam_user.exporter.name
}
resource "aws_iam_access_key" "current" {
  user = aws_iam_user.exporter.name
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
  Old:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter
  Current:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter`,
      },
    ),
    passes(
      'one is switched off',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_access_key" "old" {
  user = aws_iam_user.exporter.name
  status = "Inactive"
}
resource "aws_iam_access_key" "current" {
  user = aws_iam_user.exporter.name
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
  Old:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter
      Status: Inactive
  Current:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter`,
      },
    ),
    passes(
      'none',
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
  ],
});
