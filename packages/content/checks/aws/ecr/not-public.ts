/** Images hold code and sometimes secrets; who may push replaces what production runs. */
import { coversAction, defineCheck, fail, fails, findStatement, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

const uses = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:PutImage',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:BatchDeleteImage',
  'ecr:DeleteRepository',
  'ecr:SetRepositoryPolicy',
  'ecr:DeleteRepositoryPolicy',
  'ecr:ListImages',
  'ecr:DescribeImages',
  'ecr:BatchCheckLayerAvailability',
];

export const check = defineCheck({
  title: { en: 'Repository policy does not admit everyone', ja: 'リポジトリポリシーが全員を許可していない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ecr.repository',
  why: {
    en: 'Anybody with an AWS account may pull your code out of the images, or push what your clusters run next.',
    ja: 'AWS アカウントを持つ誰もがイメージからコードを取り出したり、次に実行されるイメージを差し替えたりできます。',
  },
  fix: {
    summary: {
      en: 'Name the accounts or roles in the repository policy; public images belong in ECR Public.',
      ja: 'リポジトリポリシーにアカウントやロールを明示してください。公開するイメージは ECR Public に置いてください。',
    },
    terraform: `resource "aws_ecr_repository" "orders" {
  name = "orders"
}

resource "aws_ecr_repository_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    }]
  })
}`,
    cli: 'aws ecr set-repository-policy --repository-name NAME --policy-text file://policy.json',
    console: {
      en: 'ECR → Repositories → the repository → Permissions → Edit → replace the principal "*" → Save.',
      ja: 'ECR → リポジトリ → 対象 → アクセス許可 → 編集 → プリンシパル "*" を置き換えて保存します。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'],
  equivalents: [
    'CKV_AWS_32',
    'AVD-AWS-0032',
    'tfsec:aws-ecr-no-public-access',
    'prowler:ecr_repositories_not_publicly_accessible',
    'cloudsploit:ecrRepositoryPolicy',
  ],
  evaluate(repository) {
    const open = findStatement(
      repository.policy,
      (statement) => uses.some((action) => coversAction(statement, action)) && grantsEveryone(statement),
    );
    if (!open) return pass();
    return fail({
      en: `Repository ${repository.name} admits everyone: its policy allows ${open.actions[0] ?? 'all but NotAction'}`,
      ja: `リポジトリ ${repository.name} は全員に ${open.actions[0] ?? 'NotAction 以外'} を許可しています`,
    });
  },
  examples: [
    fails(
      'pull for everyone',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "aws_ecr_repository_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }] })
}`,
    ),
    fails(
      'policy of a repository that is elsewhere',
      `resource "aws_ecr_repository_policy" "orders" {
  repository = "orders"
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "ecr:*" }] })
}`,
    ),
    passes('no policy', `resource "aws_ecr_repository" "orders" {\n  name = "orders"\n}`),
    passes(
      'the organization',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "aws_ecr_repository_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage", Condition = { StringLike = { "aws:PrincipalOrgID" = ["o-exampleorg"] } } }]
  })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}
resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "aws_ecr_repository_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy     = var.policy
}`,
    ),
    fails('everyone (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      RepositoryPolicyText:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: ecr:BatchGetImage`,
    }),
    passes('one account (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      RepositoryPolicyText:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::123456789012:root" }
            Action: ecr:BatchGetImage`,
    }),
  ],
});
