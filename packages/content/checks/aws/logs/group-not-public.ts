/** Who may write logs can drown or forge them. */
import { anyStatement, defineCheck, fail, fails, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log resource policies name their principals', ja: 'ログのリソースポリシーがプリンシパルを明示している' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.logs.resource-policy',
  why: {
    en: 'Everybody may read or forge logs of the account when the policy admits every principal.',
    ja: '全プリンシパルを許すポリシーでは、誰でもログを読んだり偽造したりできます。',
  },
  fix: {
    summary: {
      en: 'Name the service or account in Principal instead of "*".',
      ja: 'Principal に "*" ではなくサービスやアカウントを指定してください。',
    },
    terraform: `resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name = "dns-logs"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "route53.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:*:123456789012:log-group:/dns/*"
    }]
  })
}`,
    cloudformation: `Resources:
  Dns:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: dns-logs
      PolicyDocument: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:logs:*:123456789012:log-group:/dns/*"}]}'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html'],
  equivalents: ['prowler:cloudwatch_log_group_not_publicly_accessible'],
  evaluate(policy) {
    if (!anyStatement(policy.document, grantsEveryone)) return pass();
    return fail({
      en: `Resource policy ${policy.name} opens log groups to every principal`,
      ja: `リソースポリシー ${policy.name} はロググループをすべてのプリンシパルに開放しています`,
    });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name = "dns-logs"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:*:123456789012:log-group:/dns/*"
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Dns:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: dns-logs
      PolicyDocument: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:logs:*:123456789012:log-group:/dns/*"}]}'`,
      },
    ),
    passes(
      'a service',
      `resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name = "dns-logs"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "route53.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:*:123456789012:log-group:/dns/*"
    }]
  })
}`,
      {
        cloudformation: `Resources:
  Dns:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: dns-logs
      PolicyDocument: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "arn:aws:logs:*:123456789012:log-group:/dns/*"}]}'`,
      },
    ),
  ],
});
