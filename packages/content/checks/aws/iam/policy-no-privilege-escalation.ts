/** Harmless-looking permissions that together make their holder an administrator. */
import { administrationStatement, aside, defineCheck, escalationPath, fail, notApplicable, pass } from '@kumomori/model';
import { escalationExamples } from './policy-no-privilege-escalation.examples.ts';

export const check = defineCheck({
  title: {
    en: 'No policy combines actions that let the holder raise its own rights',
    ja: '保有者が自らの権限を昇格できるアクションの組み合わせがポリシーにない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.policy',
  why: {
    en: 'Whoever may pass any role to something it starts, or edit policies and credentials of others, is an administrator in two steps.',
    ja: '任意のロールを自ら起動するものに渡せる者や、他者のポリシー・認証情報を変更できる者は、2 手で管理者になれます。',
  },
  fix: {
    summary: {
      en: 'Limit iam:PassRole and IAM write actions to the roles, users and policies that are meant, or take one action out of the set.',
      ja: 'iam:PassRole や IAM の書き込みアクションの対象を特定のロール・ユーザー・ポリシーに限定するか、組み合わせの一部を外してください。',
    },
    terraform: `resource "aws_iam_policy" "deploy" {
  name = "deploy-functions"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::123456789012:role/orders-function" },
    ]
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
            Action: lambda:Create*
            Resource: '*'
          - Effect: Allow
            Action: iam:PassRole
            Resource: !GetAtt Worker.Arn
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal:
              Service: ec2.amazonaws.com`,
    cli: 'aws iam create-policy-version --policy-arn ARN --policy-document file://without-escalation.json --set-as-default',
    console: {
      en: 'IAM → Policies → the policy → Edit → name the resources of the actions in the message → Save.',
      ja: 'IAM → ポリシー → 対象 → 編集 → メッセージのアクションの対象リソースを限定して保存します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://pathfinding.cloud/',
  ],
  equivalents: [
    'CKV_AWS_110',
    'CKV_AWS_286',
    'prowler:iam_policy_allows_privilege_escalation',
    'prowler:iam_inline_policy_allows_privilege_escalation',
  ],
  evaluate(policy) {
    if (policy.isBoundary)
      return notApplicable({ en: 'A permissions boundary grants nothing', ja: 'アクセス許可の境界は権限を与えません' });
    if (!policy.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });
    if (!policy.document) return notApplicable({ en: 'There is no policy', ja: 'ポリシーがありません' });
    if (aside(() => administrationStatement(policy.document)))
      return notApplicable({ en: 'Its holder is an administrator already', ja: '保有者はすでに管理者です' });
    const path = escalationPath(policy.document);
    if (!path) return pass();
    return fail(
      {
        en: `Policy ${policy.name} lets its holder raise its own rights: ${path.required.join(' + ')} (${path.id})`,
        ja: `ポリシー ${policy.name} の保有者は自らの権限を昇格できます: ${path.required.join(' + ')} (${path.id})`,
      },
      { at: ['document'] },
    );
  },
  examples: escalationExamples,
});
