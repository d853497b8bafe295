/** Which claim a GitHub condition asks for decides whether it keeps strangers out. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Conditions for GitHub Actions name a repository or owner',
    ja: 'GitHub Actions 用の条件でリポジトリか所有者が指定されている',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.iam.workload-identity-provider',
  why: {
    en: "A condition on the actor, the branch or a wildcard can be met from a stranger's repository.",
    ja: 'アクターやブランチ、ワイルドカードによる条件は、他人のリポジトリからでも満たせます。',
  },
  fix: {
    summary: {
      en: 'Compare assertion.repository, repository_owner, their ids or the whole subject with a fixed value.',
      ja: 'assertion.repository、repository_owner、それらの ID、または subject 全体を固定値と比較してください。',
    },
    terraform: `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository == 'orders/web'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
  },
  references: ['https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines'],
  equivalents: ['CKV_GCP_125'],
  noFramework: 'no control mapping yet',
  evaluate(provider) {
    const issuer = aside(() => provider.issuer);
    if (issuer === undefined || !issuer.includes('token.actions.githubusercontent.com'))
      return notApplicable({ en: `${provider.name} is not for GitHub Actions`, ja: `${provider.name} は GitHub Actions 用ではありません` });
    const condition = provider.condition ?? '';
    const claim =
      /(?:assertion|attribute)\.(?:repository|repository_owner|repository_id|repository_owner_id|sub|job_workflow_ref)\b|google\.subject/;
    if (claim.test(condition) && !/['"][^'"]*\*[^'"]*['"]/.test(condition)) return pass();
    return fail({
      en: `Provider ${provider.name} lets GitHub repositories of strangers in`,
      ja: `プロバイダ ${provider.name} は他人の GitHub リポジトリからも利用できます`,
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
    fails(
      'the branch only',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.ref == 'refs/heads/main'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    fails(
      'any owner',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository_owner == '*'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    passes(
      'one repository',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository == 'orders/web'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    passes(
      'the id of the owner',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository_owner_id == '123456' && assertion.ref == 'refs/heads/main'"
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}`,
    ),
    isNotApplicable(
      'another issuer',
      `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "builds"
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  oidc {
    issuer_uri = "https://login.example.com"
  }
}`,
    ),
    isUnknown(
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
