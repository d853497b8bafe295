/** Whoever finds the address of an open webhook deploys. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Pipeline webhooks authenticate callers', ja: 'パイプラインの Webhook が呼び出し元を認証する' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codepipeline.webhook',
  why: {
    en: 'Whoever finds the address of an unauthenticated webhook starts deployments, again and again.',
    ja: '認証のない Webhook は、アドレスを知った誰もがデプロイを何度でも開始できます。',
  },
  fix: {
    summary: {
      en: 'Set authentication to GITHUB_HMAC.',
      ja: 'authentication を GITHUB_HMAC にしてください。',
    },
    terraform: `variable "secret" {}
resource "aws_codepipeline_webhook" "orders" {
  name            = "orders"
  target_pipeline = "orders"
  target_action   = "Source"
  filter {
    json_path    = "$.ref"
    match_equals = "refs/heads/main"
  }
  authentication = "GITHUB_HMAC"
  authentication_configuration {
    secret_token = var.secret
  }
}`,
    cloudformation: `Parameters:
  Secret:
    Type: String
    NoEcho: true
Resources:
  Orders:
    Type: AWS::CodePipeline::Webhook
    Properties:
      Name: orders
      TargetPipeline: orders
      TargetPipelineVersion: 1
      TargetAction: Source
      Filters:
        - JsonPath: $.ref
          MatchEquals: refs/heads/main
      Authentication: GITHUB_HMAC
      AuthenticationConfiguration:
        SecretToken: !Ref Secret`,
  },
  references: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-webhooks-rotation.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(webhook) {
    if (webhook.authentication !== 'UNAUTHENTICATED') return pass();
    return fail({
      en: `Webhook ${webhook.name} authenticates nobody`,
      ja: `Webhook ${webhook.name} は呼び出し元を認証しません`,
    });
  },
  examples: [
    fails(
      'open',
      `resource "aws_codepipeline_webhook" "orders" {
  name            = "orders"
  target_pipeline = "orders"
  target_action   = "Source"
  filter {
    json_path    = "$.ref"
    match_equals = "refs/heads/main"
  }
  authentication = "UNAUTHENTICATED"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodePipeline::Webhook
    Properties:
      Name: orders
      TargetPipeline: orders
      TargetPipelineVersion: 1
      TargetAction: Source
      Filters:
        - JsonPath: $.ref
          MatchEquals: refs/heads/main
      Authentication: UNAUTHENTICATED`,
      },
    ),
    passes(
      'signed',
      `variable "secret" {}
resource "aws_codepipeline_webhook" "orders" {
  name            = "orders"
  target_pipeline = "orders"
  target_action   = "Source"
  filter {
    json_path    = "$.ref"
    match_equals = "refs/heads/main"
  }
  authentication = "GITHUB_HMAC"
  authentication_configuration {
    secret_token = var.secret
  }
}`,
      {
        cloudformation: `Parameters:
  Secret:
    Type: String
    NoEcho: true
Resources:
  Orders:
    Type: AWS::CodePipeline::Webhook
    Properties:
      Name: orders
      TargetPipeline: orders
      TargetPipelineVersion: 1
      TargetAction: Source
      Filters:
        - JsonPath: $.ref
          MatchEquals: refs/heads/main
      Authentication: GITHUB_HMAC
      AuthenticationConfiguration:
        SecretToken: !Ref Secret`,
      },
    ),
  ],
});
