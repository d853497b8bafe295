/** A resource policy for everyone hands the secret to whoever knows its ARN. */
import { aside, coversAction, defineCheck, fail, fails, findStatement, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

const reads = [
  'secretsmanager:GetSecretValue',
  'secretsmanager:BatchGetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:PutResourcePolicy',
  'secretsmanager:DeleteSecret',
  'secretsmanager:DescribeSecret',
];

export const check = defineCheck({
  title: { en: 'Secret policy does not admit every principal', ja: 'シークレットのポリシーがすべてのプリンシパルを許可していない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret',
  why: {
    en: 'Anybody with an AWS account may read, replace or delete the secret.',
    ja: 'AWS アカウントを持つ誰もがシークレットを読み取り、置き換え、削除できます。',
  },
  fix: {
    summary: {
      en: 'Name the roles that read the secret, and set block_public_policy so that AWS refuses wider policies.',
      ja: 'シークレットを読むロールを明示し、block_public_policy を true にして広すぎるポリシーを AWS に拒否させてください。',
    },
    terraform: `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}

resource "aws_secretsmanager_secret_policy" "orders" {
  secret_arn          = aws_secretsmanager_secret.orders.arn
  block_public_policy = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/orders-worker" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}`,
    cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database
  OrdersPolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref OrdersSecret
      BlockPublicPolicy: true
      ResourcePolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: secretsmanager:GetSecretValue
            Resource: '*'`,
    cli: 'aws secretsmanager put-resource-policy --secret-id NAME --resource-policy file://policy.json --block-public-policy',
    console: {
      en: 'Secrets Manager → the secret → Resource permissions → Edit → replace the principal "*" → Save.',
      ja: 'Secrets Manager → 対象 → リソースのアクセス許可 → 編集 → プリンシパル "*" を置き換えて保存します。',
    },
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html'],
  equivalents: ['prowler:secretsmanager_not_publicly_accessible'],
  evaluate(secret) {
    const open = findStatement(
      secret.policy,
      (statement) => reads.some((action) => coversAction(statement, action)) && grantsEveryone(statement),
    );
    if (!open || aside(() => secret.blocksPublicPolicy)) return pass();
    return fail({
      en: `Secret ${secret.name} can be used by every AWS account through its policy`,
      ja: `シークレット ${secret.name} はポリシーによりすべての AWS アカウントから使用できます`,
    });
  },
  examples: [
    fails(
      'policy for everyone',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}
resource "aws_secretsmanager_secret_policy" "orders" {
  secret_arn = aws_secretsmanager_secret.orders.arn
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}`,
    ),
    fails(
      'inline policy',
      `resource "aws_secretsmanager_secret" "orders" {
  name   = "orders/database"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:*", Resource = "*" }] })
}`,
    ),
    passes(
      'AWS refuses the policy',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}
resource "aws_secretsmanager_secret_policy" "orders" {
  secret_arn          = aws_secretsmanager_secret.orders.arn
  block_public_policy = true
  policy              = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}`,
    ),
    passes('no policy', `resource "aws_secretsmanager_secret" "orders" {\n  name = "orders/database"\n}`),
    passes(
      'everyone is refused outside of the network',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Principal = "*", Action = "secretsmanager:*", Resource = "*", Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-0123456789abcdef0" } } }]
  })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}
resource "aws_secretsmanager_secret" "orders" {
  name   = "orders/database"
  policy = var.policy
}`,
    ),
    fails('policy for everyone in a template', {
      cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database
  OrdersPolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref OrdersSecret
      ResourcePolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: secretsmanager:GetSecretValue
            Resource: '*'`,
    }),
    passes('AWS refuses the policy in a template', {
      cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database
  OrdersPolicy:
    Type: AWS::SecretsManager::ResourcePolicy
    Properties:
      SecretId: !Ref OrdersSecret
      BlockPublicPolicy: true
      ResourcePolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: secretsmanager:GetSecretValue
            Resource: '*'`,
    }),
    passes('no policy in a template', {
      cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database`,
    }),
  ],
});
