/** Users carry credentials that never expire by themselves. */
import { defineCheck, fail, fails, matchesPattern, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'People and programs use roles, not IAM users', ja: '人もプログラムも IAM ユーザーではなくロールを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.user-account',
  why: {
    en: 'Each user is one more place where passwords and keys lie about for years; roles and Identity Center give credentials for hours.',
    ja: 'ユーザーが増えるほど、何年も失効しないパスワードや鍵の置き場所が増えます。ロールや Identity Center の認証情報は数時間で失効します。',
  },
  fix: {
    summary: {
      en: 'Use Identity Center for people and roles for programs; list users that cannot be replaced in the parameter allowedUsers.',
      ja: '人には Identity Center を、プログラムにはロールを使い、置き換えられないユーザーはパラメータ allowedUsers に列挙してください。',
    },
    terraform: `resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = ...
}`,
    cli: 'aws iam delete-user --user-name USER',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  equivalents: ['CKV_AWS_273'],
  noFramework: 'no control mapping yet',
  params: {
    allowedUsers: {
      type: 'strings',
      default: [],
      description: { en: 'Names of users that are needed; * stands for anything', ja: '必要なユーザーの名前 (* は任意の文字列)' },
    },
  },
  evaluate(user, { allowedUsers }) {
    const { userName } = user;
    if (allowedUsers.some((pattern) => matchesPattern(pattern, userName))) return pass();
    return fail({
      en: `${user.name} is an IAM user with credentials of its own`,
      ja: `${user.name} は固有の認証情報を持つ IAM ユーザーです`,
    });
  },
  examples: [
    fails(
      'a user',
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
      'one that a mail relay needs',
      `resource "aws_iam_user" "smtp" {
  name = "ses-smtp-orders"
}`,
      {
        cloudformation: `Resources:
  Smtp:
    Type: AWS::IAM::User
    Properties:
      UserName: ses-smtp-orders`,
        params: { allowedUsers: ['ses-smtp-*'] },
      },
    ),
  ],
});
