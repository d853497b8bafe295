/** Rotation once in two years is no rotation. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets rotate within 90 days', ja: 'シークレットが 90 日以内にローテーションされる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret',
  why: { en: 'A secret that leaked works until the next rotation.', ja: '漏れたシークレットは次のローテーションまで使えます。' },
  fix: {
    summary: { en: 'Set automatically_after_days to 90 or less.', ja: 'automatically_after_days を 90 以下にしてください。' },
    terraform: `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Orders
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 30`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html'],
  equivalents: ['CKV_AWS_304', 'SecretsManager.4'],
  noFramework: 'no control mapping yet',
  params: {
    longestDays: {
      type: 'number',
      default: 90,
      min: 1,
      description: { en: 'Most days between rotations', ja: 'ローテーションの最長間隔 (日)' },
    },
  },
  evaluate(secret, { longestDays }) {
    const days = secret.rotationDays;
    if (days === undefined)
      return notApplicable({ en: 'The secret has no rotation in days', ja: '日数によるローテーションの設定がありません' });
    if (days <= longestDays) return pass();
    return fail({
      en: `Secret ${secret.name} rotates every ${days} days only`,
      ja: `シークレット ${secret.name} のローテーション間隔は ${days} 日です (上限: ${longestDays} 日)`,
    });
  },
  examples: [
    fails(
      'once in half a year',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 180
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Orders
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 180`,
      },
    ),
    fails(
      'as an expression',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    schedule_expression = "rate(120 days)"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Orders
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        ScheduleExpression: rate(120 days)`,
      },
    ),
    passes(
      'monthly',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Orders
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 30`,
      },
    ),
    passes(
      'every four hours',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}
resource "aws_secretsmanager_secret_rotation" "orders" {
  secret_id           = aws_secretsmanager_secret.orders.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    schedule_expression = "rate(4 hours)"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: !Ref Orders
      RotationLambdaARN: arn:aws:lambda:us-east-1:123456789012:function:rotate
      RotationRules:
        ScheduleExpression: rate(4 hours)`,
      },
    ),
    isNotApplicable(
      'no rotation',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db`,
      },
    ),
  ],
});
