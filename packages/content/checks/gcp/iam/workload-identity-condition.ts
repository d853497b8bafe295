/** The issuer of GitHub signs tokens for every repository in the world. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workload identity providers restrict the caller', ja: 'Workload Identity プロバイダで呼び出し元が制限されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.workload-identity-provider',
  why: {
    en: 'A provider without a condition takes the tokens of every customer of the issuer, strangers included.',
    ja: '条件のないプロバイダは、見知らぬ他人を含む発行元の全利用者のトークンを受け入れます。',
  },
  fix: {
    summary: {
      en: 'Write an attribute_condition that names your organization or repository.',
      ja: '自組織やリポジトリを指定する attribute_condition を書いてください。',
    },
    terraform: `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository_owner == 'orders'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
  },
  references: ['https://cloud.google.com/iam/docs/workload-identity-federation'],
  equivalents: [
    'CKV_GCP_118',
    'AVD-GCP-0068',
    'tfsec:google-iam-no-conditions-on-workload-identity-pool-provider',
    'prowler:iam_workload_identity_pool_provider_attribute_condition',
  ],
  evaluate(provider) {
    if (provider.hasCondition) return pass();
    return fail({
      en: `Provider ${provider.name} takes every token of its issuer`,
      ja: `プロバイダ ${provider.name} は発行元のすべてのトークンを受け入れます`,
    });
  },
  examples: [
    fails(
      'no condition',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    passes(
      'one owner',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository_owner == 'orders'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "condition" {}
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = var.condition
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
  ],
});
