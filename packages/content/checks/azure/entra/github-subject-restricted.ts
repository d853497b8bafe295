/** A subject that fits too much lets strangers of the same service in. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GitHub identities are tied to one repository', ja: 'GitHub の ID が 1 つのリポジトリに限定されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.entra.federated-credential',
  why: {
    en: 'A wildcard or a claim that anybody can choose lets workflows of strangers become the application.',
    ja: 'ワイルドカードや誰でも選べるクレームでは、他人のワークフローがアプリになりすませます。',
  },
  fix: {
    summary: {
      en: 'Name repository and environment or branch in the subject.',
      ja: 'subject にリポジトリと環境またはブランチを明記してください。',
    },
    terraform: `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/orders:environment:production"
}`,
  },
  references: [
    'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-azure',
  ],
  equivalents: ['CKV_AZURE_249'],
  noFramework: 'no control mapping yet',
  evaluate(credential) {
    if (!/^https:\/\/token\.actions\.githubusercontent\.com\/?$/i.test(credential.issuer))
      return notApplicable({ en: `${credential.name} trusts another issuer`, ja: `${credential.name} は別の発行者を信頼しています` });
    const { subject } = credential;
    if (/^repo:[\w.-]+\/[\w.-]+:(?!\*)[^*]+$/.test(subject)) return pass();
    return fail({
      en: `Federated credential ${credential.name} trusts the subject ${subject}, which is not one repository with a branch or environment`,
      ja: `フェデレーション資格情報 ${credential.name} の subject「${subject}」は 1 つのリポジトリのブランチや環境に限定されていません`,
    });
  },
  examples: [
    fails(
      'every repository',
      `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:*"
}`,
    ),
    fails(
      'every repository of the organization',
      `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/*:ref:refs/heads/main"
}`,
    ),
    fails(
      'a claim that anybody can choose',
      `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "workflow:deploy"
}`,
    ),
    passes(
      'one repository and environment',
      `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/orders:environment:production"
}`,
    ),
    isNotApplicable(
      'another issuer',
      `resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://oidc.example.com"
  subject        = "system:serviceaccount:orders:web"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "subject" {}
resource "azuread_application_federated_identity_credential" "github" {
  application_id = "/applications/orders"
  display_name   = "github"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = var.subject
}`,
    ),
  ],
});
