/** A secret that never changes is still valid when an old backup, log or laptop turns up. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets rotate automatically', ja: 'シークレットが自動的にローテーションされる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret',
  why: {
    en: 'Rotation ends the value of whatever has leaked; done by hand it is forgotten.',
    ja: 'ローテーションは漏れた値を無効にします。手作業では忘れられます。',
  },
  fix: {
    summary: {
      en: 'Add an aws_secretsmanager_secret_rotation, or let the service that owns the credential manage it (RDS: manage_master_user_password).',
      ja: 'aws_secretsmanager_secret_rotation を追加するか、サービスの管理機能 (RDS の manage_master_user_password など) を使用してください。',
    },
    terraform: `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}

resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:ap-northeast-1:123456789012:function:rotate-orders"

  rotation_rules {
    automatically_after_days = 30
  }
}`,
    cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database
  OrdersRotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref OrdersSecret
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        ScheduleExpression: rate(30 days)`,
    cli: 'aws secretsmanager rotate-secret --secret-id NAME --rotation-lambda-arn ARN --rotation-rules AutomaticallyAfterDays=30',
    console: {
      en: 'Secrets Manager → the secret → Rotation → Edit rotation → Automatic rotation → Save.',
      ja: 'Secrets Manager → 対象 → ローテーション → ローテーションを編集 → 自動ローテーションを有効にして保存します。',
    },
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  equivalents: [
    'CKV2_AWS_57',
    'SecretsManager.1',
    'prowler:secretsmanager_automatic_rotation_enabled',
    'cloudsploit:secretRotationEnabled',
  ],
  evaluate(secret) {
    if (secret.rotates) return pass();
    return fail({ en: `Secret ${secret.name} does not rotate`, ja: `シークレット ${secret.name} は自動ローテーションされません` });
  },
  examples: [
    fails('no rotation', `resource "aws_secretsmanager_secret" "orders" {\n  name = "orders/database"\n}`, {
      cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database`,
    }),
    fails(
      'another secret rotates',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}
resource "aws_secretsmanager_secret" "mail" {
  name = "orders/mail"
}
resource "aws_secretsmanager_secret_rotation" "mail" {
  secret_id           = aws_secretsmanager_secret.mail.arn
  rotation_lambda_arn = "arn:aws:lambda:ap-northeast-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}`,
    ),
    passes(
      'rotation over a schedule, by a function of this code',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = aws_lambda_function.rotate.arn
  rotation_rules {
    schedule_expression = "rate(30 days)"
  }
}
resource "aws_lambda_function" "rotate" {
  function_name = "rotate"
  runtime       = "python3.13"
}`,
    ),
    passes(
      'inline function of old provider versions',
      `resource "aws_secretsmanager_secret" "orders" {
  name                = "orders/database"
  rotation_lambda_arn = "arn:aws:lambda:ap-northeast-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 7
  }
}`,
    ),
    isUnknown(
      'nobody can say whether the rotation exists',
      `variable "rotate" {}
resource "aws_secretsmanager_secret" "orders" {
  name = "orders/database"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  count               = var.rotate ? 1 : 0
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:ap-northeast-1:123456789012:function:rotate"
}`,
    ),
    isNotApplicable(
      'only the policy of a secret that is elsewhere',
      `resource "aws_secretsmanager_secret_policy" "orders" {
  secret_arn = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-AbCdEf"
  policy     = jsonencode({ Statement = [] })
}`,
    ),
    passes('rotation over a schedule in a template', {
      cloudformation: `Resources:
  OrdersSecret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders/database
  OrdersRotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref OrdersSecret
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        ScheduleExpression: rate(30 days)`,
    }),
  ],
});
