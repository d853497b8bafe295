/** A root user without credentials cannot be taken over. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Member-account root credentials are managed centrally from the organization',
    ja: 'メンバーアカウントの root 認証情報を組織で集中管理する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.organizations-features',
  why: {
    en: 'Every member account has a root user with a password that somebody can reset by mail.',
    ja: 'どのメンバーアカウントにも、メールでパスワードを再設定できる root ユーザーがあります。',
  },
  fix: {
    edits: { terraform: [{ append: 'enabled_features', values: ['RootCredentialsManagement', 'RootSessions'] }] },
    summary: {
      en: 'Enable RootCredentialsManagement and remove the credentials of the members.',
      ja: 'RootCredentialsManagement を有効にし、メンバーの認証情報を削除してください。',
    },
    terraform: `resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
    cli: 'aws iam enable-organizations-root-credentials-management',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html'],
  equivalents: ['prowler:iam_root_credentials_management_enabled'],
  evaluate(features) {
    if (any(features.enabledFeatures, (feature) => feature === 'RootCredentialsManagement')) return pass();
    return fail({
      en: `${features.name} does not manage root credentials of the members`,
      ja: `${features.name} はメンバーの root 認証情報を管理していません`,
    });
  },
  examples: [
    fails(
      'sessions only',
      `resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootSessions"]
}`,
    ),
    passes(
      'managed',
      `resource "aws_iam_organizations_features" "root" {
  enabled_features = ["RootCredentialsManagement", "RootSessions"]
}`,
    ),
  ],
});
