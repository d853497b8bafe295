/** A policy of one's own that is AdministratorAccess under another name: nobody sees it in the list of administrators. */
import { administrationStatement, defineCheck, fail, notApplicable, pass } from '@kumomori/model';
import { adminStarExamples } from './policy-no-admin-star.examples.ts';

export const check = defineCheck({
  title: { en: 'No policy allows every action on every resource', ja: '全リソースへの全アクションを許可するポリシーがない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'One leaked credential with such a policy is the whole account, and the policy does not show up as AdministratorAccess.',
    ja: 'このポリシーを持つ認証情報が 1 つ漏れるだけでアカウント全体が奪われます。AdministratorAccess として一覧に現れないため気づかれません。',
  },
  fix: {
    summary: {
      en: 'List the actions and resources that are needed; give administrators the AWS managed AdministratorAccess, where it is visible.',
      ja: '必要なアクションとリソースだけを列挙してください。管理者権限は、見える形で AWS 管理ポリシー AdministratorAccess を使用してください。',
    },
    terraform: `resource "aws_iam_policy" "orders" {
  name = "orders-operator"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "arn:aws:s3:::orders-bucket/*"
    }]
  })
}`,
    cloudformation: `Resources:
  Deploy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: !Sub arn:\${AWS::Partition}:s3:::orders-bucket/*`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://least-privilege.json --set-as-default',
    console: {
      en: 'IAM → Policies → the policy → Edit → replace "*" by the actions and resources that are used (Last Accessed shows them) → Save.',
      ja: 'IAM → ポリシー → 対象 → 編集 → "*" を実際に使うアクションとリソース (最終アクセスで確認) に置き換えて保存します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1',
  ],
  equivalents: [
    'CKV_AWS_1',
    'CKV_AWS_62',
    'IAM.1',
    'prowler:iam_customer_attached_policy_no_administrative_privileges',
    'prowler:iam_aws_attached_policy_no_administrative_privileges',
  ],
  evaluate(policy) {
    if (policy.kind === 'inline')
      return notApplicable({ en: 'Inline policies have a check of their own', ja: 'インラインポリシーは別のチェックで判定します' });
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    if (!administrationStatement(policy.document)) return pass();
    return fail(
      {
        en: `Policy ${policy.name} allows every action on every resource`,
        ja: `ポリシー ${policy.name} は全リソースへの全アクションを許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: adminStarExamples,
});
