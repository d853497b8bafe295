/** With an own key two permissions stand between a thief and the secret. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets use a customer-managed KMS key', ja: 'シークレットがカスタマーマネージド KMS キーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret',
  why: {
    en: 'The AWS managed key decrypts for everybody in the account who may read the secret, and secrets under it cannot be shared with another account under control.',
    ja: 'AWS マネージドキーでは、シークレットを読める全員が復号でき、鍵側で制限できません。',
  },
  fix: {
    summary: { en: 'Name a KMS key in kms_key_id.', ja: 'kms_key_id に KMS キーを指定してください。' },
    terraform: `resource "aws_kms_key" "secrets" {}
resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
  kms_key_id = aws_kms_key.secrets.arn
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  equivalents: ['CKV_AWS_149', 'AVD-AWS-0098', 'tfsec:aws-ssm-secret-use-customer-key'],
  noFramework: 'no control mapping yet',
  evaluate(secret) {
    if (secret.hasCustomerKey) return pass();
    return fail({
      en: `Secret ${secret.name} is encrypted with the AWS managed key`,
      ja: `シークレット ${secret.name} は AWS マネージドキーで暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
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
    fails(
      'the key that AWS manages',
      `resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
  kms_key_id = "alias/aws/secretsmanager"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
      KmsKeyId: alias/aws/secretsmanager`,
      },
    ),
    passes(
      'own key',
      `resource "aws_kms_key" "secrets" {}
resource "aws_secretsmanager_secret" "orders" {
  name = "orders-db"
  kms_key_id = aws_kms_key.secrets.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: orders-db
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
