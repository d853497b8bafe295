/** Passwords of users outlive the people who had them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Users have no console password', ja: 'ユーザーがコンソールのパスワードを持たない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.user',
  why: {
    en: 'A password in one account has no single sign-off: who leaves the company keeps it.',
    ja: 'アカウントごとのパスワードは退職時に一括で止められず、残り続けます。',
  },
  fix: {
    summary: {
      en: 'Remove the login profile and let people sign in through Identity Center.',
      ja: 'ログインプロファイルを削除し、Identity Center からサインインしてください。',
    },
    terraform: `resource "aws_iam_user" "exporter" {
  name = "exporter"
}`,
    cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter`,
    cli: 'aws iam delete-login-profile --user-name USER',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV2_AWS_22'],
  noFramework: 'no control mapping yet',
  evaluate(user) {
    if (!user.hasPassword) return pass();
    return fail({ en: `User ${user.name} has a console password`, ja: `ユーザー ${user.name} はコンソールのパスワードを持っています` });
  },
  examples: [
    fails(
      'login profile',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_user_login_profile" "exporter" {
  user = aws_iam_user.exporter.name
}`,
      {
        cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
      LoginProfile:
        Password: "{{resolve:secretsmanager:initial-password}}"
        PasswordResetRequired: true`,
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
