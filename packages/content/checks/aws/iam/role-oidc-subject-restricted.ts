/** The audience of CI tokens is the same for all tenants: without the subject, any repository of the platform may assume the role. */
import {
  aside,
  defineCheck,
  fail,
  findStatement,
  isTiedToSubject,
  notApplicable,
  pass,
  subjectsOf,
  trustsOidcProvider,
} from '@kumomori/model';
import { oidcExamples } from './role-oidc-subject-restricted.examples.ts';

export const check = defineCheck({
  title: {
    en: 'OIDC federation (CI runners) is restricted to named subjects',
    ja: 'OIDC フェデレーション (CI ランナー) が特定のサブジェクトに限定されている',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'Tokens of GitHub, GitLab and the like are issued to everybody; only a condition on the subject ties the role to your repositories.',
    ja: 'GitHub や GitLab のトークンは誰にでも発行されます。サブジェクトの条件がなければ、他人のリポジトリからもロールを引き受けられます。',
  },
  fix: {
    summary: {
      en: 'Add a condition on the sub claim that names organization and repository (or project, or namespace and service account).',
      ja: 'sub クレームに組織とリポジトリ (またはプロジェクト、名前空間とサービスアカウント) を指定する条件を加えてください。',
    },
    terraform: `resource "aws_iam_role" "deploy" {
  name = "github-deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:example/orders:ref:refs/heads/main"
        }
      }
    }]
  })
}`,
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal: 
              Federated: arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:sub: repo:example/orders:ref:refs/heads/main`,
    cli: 'aws iam update-assume-role-policy --role-name ROLE --policy-document file://trust-with-subject.json',
    console: {
      en: 'IAM → Roles → the role → Trust relationships → Edit trust policy → add the condition on …:sub → Update.',
      ja: 'IAM → ロール → 対象 → 信頼関係 → 信頼ポリシーを編集 → …:sub の条件を追加して更新します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
  ],
  equivalents: ['CKV_AWS_358'],
  evaluate(trust) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    if (!aside(() => findStatement(trust.document, trustsOidcProvider)))
      return notApplicable({ en: 'It trusts no OIDC provider', ja: 'OIDC プロバイダーを信頼していません' });
    const open = findStatement(trust.document, (statement) => trustsOidcProvider(statement) && !isTiedToSubject(statement));
    if (!open) return pass();
    const subjects = subjectsOf(open);
    return fail(
      {
        en: `Trust policy of ${trust.name} ${subjects.length > 0 ? `accepts the subjects ${subjects.join(', ')}` : 'has no condition on the subject'} of an OIDC provider`,
        ja: `${trust.name} の信頼ポリシーは OIDC プロバイダーの${subjects.length > 0 ? `サブジェクト ${subjects.join(', ')} を許可しています` : 'サブジェクトを限定していません'}`,
      },
      { at: ['document'] },
    );
  },
  examples: oidcExamples,
});
