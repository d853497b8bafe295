/** Who fetched which file is only in the log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transfer servers log sessions', ja: '転送サーバーがセッションを記録している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.transfer.server',
  why: {
    en: 'Without logs nobody can say who signed in and which files were taken.',
    ja: 'ログがないと、誰がログインし、どのファイルを取得したか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set structured_log_destinations or logging_role.',
      ja: 'structured_log_destinations か logging_role を設定してください。',
    },
    terraform: `resource "aws_transfer_server" "partners" {
  identity_provider_type      = "SERVICE_MANAGED"
  structured_log_destinations = ["arn:aws:logs:ap-northeast-1:123456789012:log-group:/transfer/partners:*"]
}`,
    cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      StructuredLogDestinations: ["arn:aws:logs:ap-northeast-1:123456789012:log-group:/transfer/partners:*"]`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html'],
  equivalents: ['Transfer.3', 'cloudsploit:transferLoggingEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.logs) return pass();
    return fail({ en: `Server ${server.name} logs nothing`, ja: `サーバー ${server.name} はログを記録していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED`,
      },
    ),
    passes(
      'structured logs',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type      = "SERVICE_MANAGED"
  structured_log_destinations = ["arn:aws:logs:ap-northeast-1:123456789012:log-group:/transfer/partners:*"]
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      StructuredLogDestinations: ["arn:aws:logs:ap-northeast-1:123456789012:log-group:/transfer/partners:*"]`,
      },
    ),
    passes(
      'a logging role',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  logging_role           = "arn:aws:iam::123456789012:role/transfer-logs"
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      LoggingRole: arn:aws:iam::123456789012:role/transfer-logs`,
      },
    ),
  ],
});
