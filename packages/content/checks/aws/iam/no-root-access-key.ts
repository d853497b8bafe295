/** A key of the root user cannot be bounded by any policy. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No access key is made for the root user', ja: 'root ユーザーのアクセスキーを作らない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.access-key',
  why: {
    en: 'Whoever finds the key is the owner of the account; no policy and no boundary holds him back.',
    ja: '鍵を手に入れた者はアカウントの所有者となり、どのポリシーでも制限できません。',
  },
  fix: {
    summary: {
      en: 'Make the key for a role or user with the permissions it needs.',
      ja: '必要な権限だけを持つロールやユーザーを使ってください。',
    },
    terraform: `resource "aws_iam_access_key" "exporter" {
  user = "exporter"
}`,
    cloudformation: `Resources:
  Key:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: exporter`,
    cli: 'aws iam delete-access-key --access-key-id ID',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html'],
  equivalents: [
    'CKV_AWS_348',
    'AVD-AWS-0141',
    'tfsec:aws-iam-no-root-access-keys',
    'IAM.4',
    'prowler:iam_no_root_access_key',
    'cloudsploit:rootAccessKeys',
  ],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (key.user.toLowerCase() !== 'root') return pass();
    return fail({ en: `Access key ${key.name} belongs to the root user`, ja: `アクセスキー ${key.name} は root ユーザーのものです` });
  },
  examples: [
    fails(
      'root',
      `resource "aws_iam_access_key" "admin" {
  user = "root"
}`,
      {
        cloudformation: `Resources:
  Key:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: root`,
      },
    ),
    passes(
      'a user of this code',
      `resource "aws_iam_user" "exporter" {
  name = "exporter"
}
resource "aws_iam_access_key" "this" {
  user = aws_iam_user.exporter.name
}`,
    ),
    passes('the user of the template', {
      cloudformation: `Resources:
  Exporter:
    Type: AWS::IAM::User
    Properties:
      UserName: exporter
  Key:
    Type: AWS::IAM::AccessKey
    Properties:
      UserName: !Ref Exporter`,
    }),
  ],
});
