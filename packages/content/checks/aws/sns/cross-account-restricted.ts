/** An account number in a policy is somebody else's account more often than one's own. */
import { any, aside, defineCheck, fail, fails, find, findStatement, isRestricted, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Topic policies admit no unknown accounts', ja: 'トピックのポリシーが不明なアカウントを許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sns.topic',
  why: {
    en: 'An account that was admitted once, by its number and without a condition, keeps its access when the partnership ends.',
    ja: '番号だけで条件なしに許可したアカウントは、取引が終わってもアクセスできるままになります。',
  },
  fix: {
    summary: {
      en: 'Add a condition such as aws:PrincipalOrgID, or list the account under trustedAccounts.',
      ja: 'aws:PrincipalOrgID などの条件を加えるか、信頼するアカウントを trustedAccounts に登録してください。',
    },
    terraform: `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:role/partner" }, Action = "sns:Publish", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::123456789012:role/partner" }
            Action: sns:Publish
            Resource: "*"
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html'],
  equivalents: ['CKV_AWS_385'],
  noFramework: 'no control mapping yet',
  params: {
    trustedAccounts: {
      type: 'strings',
      default: [],
      description: { en: 'Account numbers that policies may name', ja: 'ポリシーで許可してよいアカウント番号' },
    },
  },
  evaluate(topic, { trustedAccounts }) {
    const open = findStatement(
      topic.policy,
      (statement) =>
        statement.effect === 'Allow' &&
        any(statement.principals, ({ type, value }) => type === 'AWS' && isForeign(value, trustedAccounts)) &&
        !aside(() => isRestricted(statement)),
    );
    if (!open) return pass();
    const principal = shown(() => find(open.principals, ({ value }) => isForeign(value, trustedAccounts))?.value) ?? '';
    return fail({
      en: `The policy of topic ${topic.name} admits ${principal} without a condition`,
      ja: `トピック ${topic.name} のポリシーは ${principal} を条件なしで許可しています`,
    });
  },
  examples: [
    fails(
      'a role of some account',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:role/partner" }, Action = "sns:Publish", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::123456789012:role/partner" }
            Action: sns:Publish
            Resource: "*"`,
      },
    ),
    passes(
      'within the organization',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:role/partner" }, Action = "sns:Publish", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::123456789012:role/partner" }
            Action: sns:Publish
            Resource: "*"
            Condition:
              StringEquals:
                aws:PrincipalOrgID: o-exampleorg`,
      },
    ),
    passes(
      'a service',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sns:Publish", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: s3.amazonaws.com }
            Action: sns:Publish
            Resource: "*"`,
      },
    ),
    passes(
      'a trusted account',
      `resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "sns:Publish", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
  Access:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "arn:aws:iam::123456789012:root" }
            Action: sns:Publish
            Resource: "*"`,
        params: { trustedAccounts: ['123456789012'] },
      },
    ),
    passes(
      'the account of the caller',
      `data "aws_caller_identity" "current" {}
resource "aws_sns_topic" "orders" {
  name = "orders"
}
resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = data.aws_caller_identity.current.account_id }, Action = "sns:Publish", Resource = "*" }]
  })
}`,
    ),
  ],
});

/** An account by its number, or a user or role of it; everyone (`*`) is another check's. */
function isForeign(principal: string, trusted: readonly string[]): boolean {
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(principal)?.[1];
  return account !== undefined && !trusted.includes(account);
}
