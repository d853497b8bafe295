/** One sign-in for the company ends with the employment. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Human access comes through a federated identity provider', ja: '人のアクセスが ID フェデレーションを通る' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.human-access',
  why: {
    en: 'Passwords per account are not taken away when people leave.',
    ja: 'アカウントごとのパスワードは、退職時に取り消されません。',
  },
  fix: {
    summary: {
      en: 'Add a SAML provider or use IAM Identity Center, and remove the login profiles.',
      ja: 'SAML プロバイダーか IAM Identity Center を使い、ログインプロファイルを削除してください。',
    },
    terraform: `resource "aws_iam_saml_provider" "company" {
  name                   = "company"
  saml_metadata_document = file("metadata.xml")
}`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html'],
  equivalents: ['prowler:iam_check_saml_providers_sts'],
  evaluate(access) {
    if (access.isFederated) return pass();
    return fail({
      en: `People sign in with passwords (${access.name}), and there is no identity provider`,
      ja: `パスワードによるサインイン (${access.name}) があり、ID プロバイダーがありません`,
    });
  },
  examples: [
    fails(
      'passwords only',
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
      'SAML',
      `resource "aws_iam_saml_provider" "company" {
  name                   = "company"
  saml_metadata_document = file("metadata.xml")
}
resource "aws_iam_user" "exporter" {
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
        PasswordResetRequired: true
  Company:
    Type: AWS::IAM::SAMLProvider
    Properties:
      SamlMetadataDocument: metadata`,
      },
    ),
    passes(
      'Identity Center',
      `resource "aws_ssoadmin_permission_set" "admin" {
  name         = "admin"
  instance_arn = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
}`,
    ),
  ],
});
