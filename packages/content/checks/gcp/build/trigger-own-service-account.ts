/** Whoever can change the source runs as the account of the build. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build triggers have a service account of their own', ja: 'ビルドトリガーに専用のサービスアカウントがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.build.trigger',
  why: {
    en: 'The default account of builds may deploy to and read most of the project.',
    ja: 'ビルドの既定のアカウントは、プロジェクトの大部分へのデプロイや参照ができます。',
  },
  fix: {
    summary: {
      en: 'Name a service account with the roles that the build needs.',
      ja: '必要なロールだけを持つサービスアカウントを指定してください。',
    },
    terraform: `resource "google_cloudbuild_trigger" "web" {
  name            = "web"
  filename        = "cloudbuild.yaml"
  service_account = "projects/orders-prd/serviceAccounts/build@orders-prd.iam.gserviceaccount.com"
}`,
  },
  references: ['https://cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(trigger) {
    if (trigger.hasServiceAccount) return pass();
    return fail({
      en: `Builds of trigger ${trigger.name} run as a default service account`,
      ja: `トリガー ${trigger.name} のビルドはデフォルトのサービスアカウントで動作します`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_cloudbuild_trigger" "web" {
  name     = "web"
  filename = "cloudbuild.yaml"
}`,
    ),
    passes(
      'its own',
      `resource "google_cloudbuild_trigger" "web" {
  name            = "web"
  filename        = "cloudbuild.yaml"
  service_account = "projects/orders-prd/serviceAccounts/build@orders-prd.iam.gserviceaccount.com"
}`,
    ),
    passes(
      'handed in',
      `variable "account" {}
resource "google_cloudbuild_trigger" "web" {
  name            = "web"
  filename        = "cloudbuild.yaml"
  service_account = var.account
}`,
    ),
  ],
});
