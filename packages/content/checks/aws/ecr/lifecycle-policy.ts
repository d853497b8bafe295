/** Old images are full of holes, and nothing keeps them from being started. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Old images expire', ja: '古いイメージが期限切れになる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecr.repository',
  why: {
    en: 'Old images gather known holes, cost money, and can still be started by mistake.',
    ja: '古いイメージには既知の脆弱性がたまり、費用もかかり、誤って起動されることもあります。',
  },
  fix: {
    summary: {
      en: 'Add a lifecycle policy.',
      ja: 'ライフサイクルポリシーを追加してください。',
    },
    terraform: `resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy = jsonencode({
    rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 10 }, action = { type = "expire" } }]
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      LifecyclePolicy:
        LifecyclePolicyText: '{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 10}, "action": {"type": "expire"}}]}'`,
    cli: 'aws ecr put-lifecycle-policy --repository-name NAME --lifecycle-policy-text file://policy.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html'],
  equivalents: ['ECR.3', 'prowler:ecr_repositories_lifecycle_policy_enabled'],
  evaluate(repository) {
    if (repository.hasLifecyclePolicy) return pass();
    return fail({
      en: `Repository ${repository.name} keeps every image for ever`,
      ja: `リポジトリ ${repository.name} はすべてのイメージを残し続けます`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders`,
      },
    ),
    passes(
      'ten images',
      `resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "aws_ecr_lifecycle_policy" "orders" {
  repository = aws_ecr_repository.orders.name
  policy = jsonencode({
    rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 10 }, action = { type = "expire" } }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: orders
      LifecyclePolicy:
        LifecyclePolicyText: '{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 10}, "action": {"type": "expire"}}]}'`,
      },
    ),
  ],
});
