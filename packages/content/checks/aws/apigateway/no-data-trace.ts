/** Whole requests in a log are passwords and tokens in a log. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages do not log whole requests', ja: 'REST API のステージがリクエスト全文を記録しない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.method-settings',
  why: {
    en: 'Data traces put whole requests and answers into the log, passwords, tokens and personal data among them.',
    ja: 'データトレースはリクエストと応答の全文をログに残します。パスワードやトークン、個人情報も含まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'settings.data_trace_enabled', value: false }],
      cloudformation: [{ set: 'MethodSettings[*].DataTraceEnabled', value: false }],
    },
    summary: {
      en: 'Set data_trace_enabled to false.',
      ja: 'data_trace_enabled を false にしてください。',
    },
    terraform: `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = false
  }
}`,
    cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          DataTraceEnabled: false`,
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/*/*/logging/dataTrace,value=false',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: ['CKV_AWS_276'],
  noFramework: 'no control mapping yet',
  evaluate(settings) {
    if (none(settings.methods, (method) => method.tracesData)) return pass();
    return fail({
      en: `Stage ${settings.name} logs whole requests`,
      ja: `ステージ ${settings.name} はリクエスト全文を記録しています`,
    });
  },
  examples: [
    fails(
      'traced',
      `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          DataTraceEnabled: true`,
      },
    ),
    passes(
      'not traced',
      `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    data_trace_enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          DataTraceEnabled: false`,
      },
    ),
  ],
});
