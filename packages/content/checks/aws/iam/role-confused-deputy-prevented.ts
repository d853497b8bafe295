/** A service acts for whoever asks it, unless the trust says for whom. */
import { any, defineCheck, fail, fails, findStatement, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service trust is bounded by source account or ARN', ja: 'サービスへの信頼が送信元アカウントか ARN で限定されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.trust-policy',
  why: {
    en: 'A resource in another account makes the service use your role, if that account knows its name.',
    ja: '別アカウントのリソースが、サービスを介してあなたのロールを使える場合があります。',
  },
  fix: {
    summary: {
      en: 'Add a condition on aws:SourceAccount or aws:SourceArn.',
      ja: 'aws:SourceAccount か aws:SourceArn の条件を加えてください。',
    },
    terraform: `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "scheduler.amazonaws.com" }, Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}`,
    cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: scheduler.amazonaws.com }, Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  equivalents: ['prowler:iam_role_cross_service_confused_deputy_prevention'],
  evaluate(trust) {
    if (!trust.standsAlone)
      return notApplicable({ en: 'The document is judged where it is used', ja: 'ドキュメントは使用箇所で判定します' });

    const isDeputy = (value: string): boolean => deputies.has(value.replace(/\.amazonaws\.com(?:\.cn)?$/, ''));
    const open = findStatement(
      trust.document,
      (statement) =>
        statement.effect === 'Allow' &&
        any(statement.principals, ({ type, value }) => type === 'Service' && isDeputy(value)) &&
        none(statement.conditions, ({ key }) => /^aws:source(?:account|arn|orgid|orgpaths)$/i.test(key)),
    );
    if (!open) return pass();
    const service = open.principals.find(({ value }) => isDeputy(value))?.value ?? '';
    return fail(
      {
        en: `Role ${trust.name} lets ${service} act for any account`,
        ja: `ロール ${trust.name} は ${service} がどのアカウントのためにも使えます`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'no condition',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "scheduler.amazonaws.com" } }]
  })
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: scheduler.amazonaws.com } }`,
      },
    ),
    passes(
      'bounded',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "scheduler.amazonaws.com" }, Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::IAM::Role
    Properties:
      RoleName: partner
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: scheduler.amazonaws.com }, Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } } }`,
      },
    ),
    passes(
      'servers of the account itself',
      `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}`,
    ),
  ],
});

/**
 * Services that take a role's ARN from their caller and document the condition for it. Those that only use roles of the account they run in
 * (EC2, Lambda, ECS) are left out. Source: confused-deputy pages of the services' guides, general knowledge, to be confirmed.
 */
const deputies = new Set([
  ...['scheduler', 'events', 'pipes', 'states', 'bedrock', 'sagemaker', 'codebuild', 'logs', 'vpc-flow-logs', 'config', 'backup'],
  ...['firehose', 'kinesisanalytics', 'dms', 'grafana', 'quicksight', 'ses', 'ssm', 'transfer', 'iot', 'appsync', 'rds', 'monitoring.rds'],
]);
