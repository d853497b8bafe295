/** The key policy is the last word on a key; one for everyone makes encryption a formality. */
import { coversAction, defineCheck, fail, fails, findStatement, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

const uses = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:DescribeKey',
  'kms:Sign',
];

export const check = defineCheck({
  title: { en: 'Key policy does not admit every principal', ja: 'キーポリシーがすべてのプリンシパルを許可していない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'Anybody with an AWS account may decrypt with the key, give grants on it or destroy it.',
    ja: 'AWS アカウントを持つ誰もが、このキーで復号したり、許可を与えたり、キーを破棄したりできます。',
  },
  fix: {
    summary: {
      en: 'Name the accounts and roles in the key policy, or limit "*" by kms:CallerAccount or aws:PrincipalOrgID.',
      ja: 'キーポリシーにアカウントやロールを明示するか、"*" を kms:CallerAccount や aws:PrincipalOrgID の条件で制限してください。',
    },
    terraform: `resource "aws_kms_key" "orders" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
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
      EnableKeyRotation: true`,
    cli: 'aws kms put-key-policy --key-id KEY --policy-name default --policy file://key-policy.json',
    console: {
      en: 'KMS → Customer managed keys → the key → Key policy → Edit → replace the principal "*" → Save.',
      ja: 'KMS → カスタマー管理型のキー → 対象 → キーポリシー → 編集 → プリンシパル "*" を置き換えて保存します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  ],
  equivalents: ['CKV_AWS_33', 'KMS.5', 'prowler:kms_key_not_publicly_accessible', 'cloudsploit:kmsKeyPolicy'],
  evaluate(key) {
    const open = findStatement(
      key.policy,
      (statement) => uses.some((action) => coversAction(statement, action)) && grantsEveryone(statement),
    );
    if (!open) return pass();
    return fail({
      en: `Key ${key.name} can be used by every AWS account: its policy allows ${open.actions[0] ?? 'all but NotAction'} to everyone`,
      ja: `キー ${key.name} はすべての AWS アカウントから使用できます (ポリシーが ${open.actions[0] ?? 'NotAction 以外'} を全員に許可)`,
    });
  },
  examples: [
    fails(
      'everyone beside the account',
      `resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { AWS = ["arn:aws:iam::123456789012:root", "*"] }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}`,
    ),
    fails(
      'separate policy',
      `resource "aws_kms_key" "orders" {
  enable_key_rotation = true
}
resource "aws_kms_key_policy" "orders" {
  key_id = aws_kms_key.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}`,
    ),
    fails(
      'the service alone does not tell whose data it is',
      `resource "aws_kms_key" "backups" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["kms:Decrypt"]
      Resource  = "*"
      Condition = { StringEquals = { "kms:ViaService" = "s3.ap-northeast-1.amazonaws.com" } }
    }]
  })
}`,
    ),
    fails(
      'a comma too many does not hide it',
      `resource "aws_kms_key" "orders" {
  policy = <<-JSON
    {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:*", "Resource": "*"},]}
  JSON
}`,
    ),
    passes('default policy', `resource "aws_kms_key" "orders" {\n  enable_key_rotation = true\n}`),
    passes(
      'everyone of the own account',
      `resource "aws_kms_key" "orders" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
      Condition = { StringEquals = { "kms:CallerAccount" = "123456789012", "kms:ViaService" = "ec2.ap-northeast-1.amazonaws.com" } }
    }]
  })
}`,
    ),
    passes(
      'a role of this code',
      `resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_kms_key" "orders" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.worker.arn }, Action = "kms:Decrypt", Resource = "*" }] })
}`,
    ),
    isUnknown('the policy is handed in', `variable "policy" {}\nresource "aws_kms_key" "orders" {\n  policy = var.policy\n}`),
    fails('everyone in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: kms:Decrypt
            Resource: '*'`,
    }),
    passes('default policy in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    }),
    passes('own account and a role of the template', {
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
              AWS:
                - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root
                - !GetAtt Worker.Arn
            Action: kms:*
            Resource: '*'
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
    }),
  ],
});
