/** The default key policy leaves the decision who may decrypt to every identity policy of the account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key has a policy of its own', ja: 'キーに独自のポリシーがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'Without an own policy every administrator of IAM in the account can give away decryption.',
    ja: '独自のポリシーがないと、アカウントの IAM を管理する誰もが復号の権限を配れます。',
  },
  fix: {
    summary: {
      en: 'Write a key policy that names who manages and who uses the key.',
      ja: '管理者と利用者を明示したキーポリシーを記述してください。',
    },
    terraform: `resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/key-admin" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::123456789012:role/key-admin
            Action: kms:*
            Resource: '*'`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html'],
  equivalents: ['CKV2_AWS_64'],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (key.policy !== undefined) return pass();
    return fail({ en: `Key ${key.name} has the default key policy`, ja: `キー ${key.name} は既定のキーポリシーのままです` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_kms_key" "orders" {
  description = "orders"
}`,
    ),
    passes(
      'own policy',
      `resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/key-admin" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}`,
    ),
    passes(
      'policy beside it',
      `resource "aws_kms_key" "orders" {}
resource "aws_kms_key_policy" "orders" {
  key_id = aws_kms_key.orders.id
  policy = jsonencode({ Statement = [] })
}`,
    ),
    fails('none in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    }),
    passes('own policy in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::123456789012:role/key-admin
            Action: kms:*
            Resource: '*'`,
    }),
  ],
});
